import { z } from 'zod';
import { PLEDGE_ACTS, type ContradictionKind, type Pledge, type Statement } from '#domain';
import type { Reading } from '../../reading/reading.js';
import { defineKind } from '../kind.js';
import type { RawFinding } from '../kind.js';
import { CHECK_NAMES, PLEDGE_CHECKS, type PledgeCheck } from './checks.js';
import { outsidePolicy } from './outside-policy.js';

/**
 * The word given to a customer: undated, against the brand's policy, kept or not, and two things said to the same customer that cannot both
 * hold, whoever said them and on whichever channel. The last two are told over time (history/), not by one interaction.
 */
export const pledge = defineKind(
  {
    checks: z.array(z.enum(PLEDGE_CHECKS)).min(1).describe('ce qui est relevé'),
    acts: z.array(z.enum(PLEDGE_ACTS)).min(1).optional().describe('pour ces actes seulement ; tous sinon'),
    silence: z.literal('counts').optional().describe('« not-kept » aussi quand rien n’a plus été entendu : là où les systèmes de la maison disent tout ce qui est fait'),
    across: z.enum(['channels', 'agents']).optional().describe('entre deux canaux, ou entre deux conseillers, seulement'),
  },
  {
    name: 'pledge',
    trouble: (spec) => {
      const lone = spec.checks.find((check) => check === 'kept');
      if (lone !== undefined && spec.checks.length > 1) return { message: '« kept » se relève seul, en point fort', at: ['checks'] };
      if (spec.silence !== undefined && !spec.checks.includes('not-kept')) return { message: '« silence » demande « not-kept »', at: ['checks'] };
      const pairwise = spec.checks.some((check) => isContradiction(check));
      return spec.across !== undefined && !pairwise ? { message: '« across » demande deux échanges à comparer', at: ['across'] } : null;
    },
    compile: (spec, header, context) => {
      const checks = new Set<PledgeCheck>(spec.checks);
      const concerns = ({ act }: Pledge): boolean => spec.acts === undefined || spec.acts.includes(act);
      const policy = context.policy.map((fact) => ({ fact, phrases: context.phrases(fact.condition) }));
      const inOne = (reading: Reading, given: Pledge): RawFinding[] => {
        const place = { turn: given.evidence.turn, start: given.evidence.start, end: given.evidence.end };
        if (checks.has('undated') && isUndated(given, reading.statements())) return [{ places: [place] }];
        if (!checks.has('outside-policy')) return [];
        const saidIn = (phrases: readonly number[]) => (one: Pledge) => reading.saidBy('agent', phrases).some(({ turn }) => turn === one.evidence.turn);
        const detail = outsidePolicy(given, policy.map(({ fact, phrases }) => ({ fact, conditionSaid: saidIn(phrases) })));
        return detail === null ? [] : [{ places: [place], detail }];
      };
      return {
        reads: 'statements',
        run: (reading) => reading.statements().flatMap((one) => (one.kind === 'pledge' && concerns(one) ? inOne(reading, one) : [])),
        over: {
          contradicts: ({ kind, earlier, later }) =>
            checks.has(kind) &&
            (!('act' in later) || spec.acts === undefined || spec.acts.includes(later.act)) &&
            header.channels.includes(later.channel) &&
            (spec.across !== 'channels' || earlier.channel !== later.channel) &&
            (spec.across !== 'agents' || earlier.agentRef !== later.agentRef),
          settles: (given, { status }) =>
            concerns(given) && header.channels.includes(given.channel) && (checks.has('not-kept') ? status === 'broken' || (status === 'unheard' && spec.silence === 'counts') : checks.has('kept') && status === 'kept'),
        },
      };
    },
    explain: (spec, header) => {
      const acts = spec.acts === undefined ? '' : ` (${spec.acts.join(', ')})`;
      const across = spec.across === undefined ? '' : spec.across === 'channels' ? ', d’un canal à l’autre' : ', d’un conseiller à l’autre';
      return `${header.speaker} : ${spec.checks.map((check) => CHECK_NAMES[check]).join(' ; ')}${acts}${across}.`;
    },
  },
);

/** No date, nothing that it waits for, and no date said of the same act elsewhere in the interaction. */
const isUndated = (given: Pledge, said: readonly Statement[]): boolean =>
  given.deadline === null && given.condition === null && !said.some((one) => one.kind === 'pledge' && one.act === given.act && one.deadline !== null);

const isContradiction = (check: PledgeCheck): check is ContradictionKind => !['undated', 'outside-policy', 'not-kept', 'kept'].includes(check);
