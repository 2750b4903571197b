import { countedDays, safePieces, type Answer, type AnswersFilter, type Channel, type OrganisationSettings } from '#domain';
import { largeChannels } from '../consistency/large-channels.js';
import { isOfTeam } from '../consistency/scope-group.js';
import { isTooSmall, type GroupSize } from '../views/group-size.js';
import type { AnswerLoad, Question } from './answers.sql.js';

/** What was read once for every question of a report. */
export interface Heard {
  readonly answers: readonly Answer[];
  /** Of all days, whatever the period. */
  readonly loads: readonly AnswerLoad[];
  readonly teamOf: ReadonlyMap<string, string | null>;
  readonly filter: AnswersFilter;
  /** Refs of the teams that the reader sees; null: every one. */
  readonly seenTeams: readonly string[] | null;
  readonly settings: OrganisationSettings;
}

/** The answers that may be counted for one question. */
export interface QuestionGroup {
  readonly counted: { readonly from: string; readonly to: string };
  readonly agents: number;
  readonly answers: readonly Answer[];
  /** Large enough to be shown apart. */
  readonly channels: readonly Channel[];
}

/**
 * The guards of the consistency report (`scope-group.ts`), on the answers of one question: null when the group is too small, or could be had by
 * subtracting another answer of the API from this one. What a group says on one slot is a numerator of it, as a rate's is.
 */
export function groupOf(question: Question, { answers, loads, teamOf, filter, seenTeams, settings }: Heard): QuestionGroup | null {
  const isOf = (one: Question): boolean => one.reason === question.reason && one.topic === question.topic;
  const inTeam = ({ agent }: { readonly agent: string }): boolean => isOfTeam(teamOf.get(agent) ?? null, filter.team, seenTeams);
  const inChannel = ({ channel }: { readonly channel: Channel }): boolean => filter.channel === undefined || channel === filter.channel;
  const pieces = safePieces(
    loads.filter((load) => isOf(load) && inTeam(load) && inChannel(load)),
    { agents: settings.groupMinAgents, interactions: settings.groupMinInteractions },
  );
  const counted = countedDays(pieces, filter);
  if (counted === null) return null;
  const near = answers.filter((answer) => isOf(answer) && answer.day >= counted.from && answer.day <= counted.to);
  const own = near.filter((answer) => inTeam(answer) && inChannel(answer));
  const rests = [near.filter((answer) => !inTeam(answer) && inChannel(answer)), near.filter((answer) => inTeam(answer) && !inChannel(answer))];
  const size = sizeOf(own);
  if (isTooSmall(size, rests.map(sizeOf), settings)) return null;
  return { counted, agents: size.agents, answers: own, channels: filter.channel === undefined ? largeChannels(own, sizeOf, settings) : [] };
}

const sizeOf = (answers: readonly Answer[]): GroupSize => ({
  agents: new Set(answers.map(({ agent }) => agent)).size,
  interactions: new Set(answers.map(({ interactionId }) => interactionId)).size,
});
