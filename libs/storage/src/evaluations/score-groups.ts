import { type Channel, type CountedFigures, countedDays, type CountedScore, type Fraction, type OrganisationSettings, type PeriodFilter, safePieces, scoreFigures } from '#domain';
import { type GroupSize, isTooSmall, toHide } from '../views/group-size.js';

/** One evaluation as far as figures need it. */
export interface ScoreFact {
  readonly interaction: string;
  readonly person: string;
  readonly team: string | null;
  readonly channel: Channel;
  readonly day: string;
  readonly score: Fraction | null;
  readonly failed: boolean;
  /** Whether whoever asks sees the agent; what others see counts in what is hidden, and in nothing that is shown. */
  readonly seen: boolean;
}

export interface GroupFilter extends PeriodFilter {
  readonly team?: string | undefined;
  readonly channel?: Channel | undefined;
}

export const inPeriodOf = ({ from, to }: PeriodFilter, { day }: ScoreFact): boolean => (from === undefined || day >= from) && (to === undefined || day <= to);

export const figuresOfPerson = (facts: readonly ScoreFact[]): CountedFigures => ({ ...scoreFigures(facts.map(scoreOfFact)), counted: null });

const scoreOfFact = ({ score, failed }: ScoreFact): CountedScore => ({ score, failed });

interface Measured<Key> extends GroupSize {
  readonly key: Key;
  readonly figures: CountedFigures | null;
}

/**
 * Figures of groups of people, by group; null where a person could be seen in them: too few people or interactions, now or once another answer (for fewer
 * days, another team, another channel, the total, or what somebody is told who sees more) is subtracted.
 * @param facts of one side, of everybody, of all days and whatever the team and channel
 * @param keyOf undefined: everything is one group
 */
export function groupFigures<Key>(facts: readonly ScoreFact[], keyOf: (fact: ScoreFact) => Key, filter: GroupFilter, settings: OrganisationSettings): Map<Key, CountedFigures | null> {
  const asked = facts.filter((fact) => fact.seen && inTeam(filter, fact) && inChannel(filter, fact));
  const keys = [...new Set(asked.map(keyOf))];
  const groups = keys.map((key): Measured<Key> => measured(key, facts, facts.filter((fact) => keyOf(fact) === key), filter, settings));
  const hidden = toHide(groups, ({ figures }) => figures === null, settings);
  return new Map(groups.map((group) => [group.key, hidden.has(group) ? null : group.figures]));
}

/** @param whole of which `facts` are the group's: what is left of it must show nobody either */
function measured<Key>(key: Key, whole: readonly ScoreFact[], facts: readonly ScoreFact[], filter: GroupFilter, settings: OrganisationSettings): Measured<Key> {
  const meant = facts.filter((fact) => inTeam(filter, fact) && inChannel(filter, fact));
  const own = meant.filter(({ seen }) => seen);
  const least = { agents: settings.groupMinAgents, interactions: settings.groupMinInteractions };
  const counted = countedDays(safePieces(loadsOf(own), least), filter);
  const inDays = (some: readonly ScoreFact[]): ScoreFact[] => (counted === null ? [] : some.filter((fact) => inPeriodOf(counted, fact)));
  const shown = inDays(own);
  const mine = new Set(own);
  const rests = [
    // For whoever asks, and for somebody who sees everybody.
    ...[facts.filter(({ seen }) => seen), facts].flatMap((some) => [
      some.filter((fact) => !inTeam(filter, fact) && inChannel(filter, fact)),
      some.filter((fact) => inTeam(filter, fact) && !inChannel(filter, fact)),
    ]),
    meant.filter(({ seen }) => !seen),
    whole.filter((fact) => fact.seen && !mine.has(fact)),
    whole.filter((fact) => !mine.has(fact)),
  ];
  const hide = counted === null || isTooSmall(sizeOf(shown), rests.map((rest) => sizeOf(inDays(rest))), settings);
  return { key, ...sizeOf(shown), figures: hide ? null : { ...scoreFigures(shown.map(scoreOfFact)), counted } };
}

const inTeam = ({ team }: GroupFilter, fact: ScoreFact): boolean => team === undefined || fact.team === team;
const inChannel = ({ channel }: GroupFilter, fact: ScoreFact): boolean => channel === undefined || fact.channel === channel;

/** Of what has a score: a mean of one score among many that are open would be somebody's. */
const sizeOf = (facts: readonly ScoreFact[]): GroupSize => {
  const known = facts.filter(isScored);
  return { agents: new Set(known.map(({ person }) => person)).size, interactions: new Set(known.map(({ interaction }) => interaction)).size };
};

const isScored = ({ score }: ScoreFact): boolean => score !== null;

const loadsOf = (facts: readonly ScoreFact[]): { day: string; agent: string; interactions: number }[] => facts.filter(isScored).map(({ day, person }) => ({ day, agent: person, interactions: 1 }));
