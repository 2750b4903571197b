import type { Channel, ConsistencyRow, RulebookDescription } from '#domain';
import type { Handled } from './tallies.sql.js';

type Where = Pick<Handled, 'channel' | 'rulebook_hash'>;

/** A rule, or the rules of one polarity that serve a commitment, over every version of the rulebook. */
export interface Subject extends Pick<ConsistencyRow, 'subject' | 'id' | 'text' | 'commitment' | 'polarity'> {
  /** Of what is found for it: see `keyOf`. */
  readonly key: string;
  /** In the version in force. */
  readonly current: boolean;
  /** The same for subjects that apply to the same channels of the same versions. */
  readonly scope: string;
  readonly applies: (where: Where) => boolean;
  /** Whether a rule of it could run where it applies. */
  readonly couldRun: (place: Handled) => boolean;
}

/** Version hash → rule id → channels. */
type Rules = Map<string, Map<string, readonly Channel[]>>;
type Growing = Pick<Subject, 'subject' | 'id' | 'text' | 'commitment' | 'polarity'> & { rules: Rules };

/** Commitments first, each followed by its rules, in order of id; texts are the latest version's. */
export function subjectsOf(versions: readonly RulebookDescription[], current: RulebookDescription | null): Subject[] {
  const found = new Map<string, Growing>();
  for (const { hash, rules, commitments } of versions) {
    for (const { id, why, serves, polarity, channels } of rules) {
      const rule = { subject: 'rule', id, text: why, commitment: serves, polarity } as const;
      const commitment = { subject: 'commitment', id: serves, text: commitments[serves] ?? null, commitment: serves, polarity } as const;
      for (const latest of [rule, commitment]) {
        const key = keyOf(latest);
        const into = found.get(key)?.rules ?? new Map();
        into.set(hash, (into.get(hash) ?? new Map()).set(id, channels));
        found.set(key, { ...latest, rules: into });
      }
    }
  }
  const inForce = new Set(current?.rules.flatMap(({ id, serves, polarity }) => [keyOf({ subject: 'rule', id, polarity }), keyOf({ subject: 'commitment', id: serves, polarity })]));
  return [...found].map(([key, one]) => subjectOf(one, inForce.has(key))).sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

function subjectOf({ rules, ...names }: Growing, current: boolean): Subject {
  const known = new Map<string, string[]>();
  const among = ({ channel, rulebook_hash }: Where): string[] => {
    const where = `${rulebook_hash} ${channel}`;
    const ids = known.get(where) ?? [...(rules.get(rulebook_hash) ?? [])].flatMap(([id, channels]) => (channels.includes(channel) ? [id] : []));
    known.set(where, ids);
    return ids;
  };
  const scopes = [...rules].map(([hash, byRule]) => [hash, [...new Set([...byRule.values()].flat())].sort()]);
  return {
    ...names,
    key: keyOf(names),
    current,
    scope: JSON.stringify(scopes),
    applies: (where) => among(where).length > 0,
    couldRun: (place) => place.unchecked.length === 0 || among(place).some((id) => !place.unchecked.includes(id)),
  };
}

/** A rule by its id, a commitment by its id and polarity. */
export const keyOf = ({ subject, id, polarity }: Pick<Subject, 'subject' | 'id' | 'polarity'>): string =>
  JSON.stringify(subject === 'rule' ? [subject, id] : [subject, id, polarity]);

const orderOf = ({ commitment, subject, polarity, id }: Subject): string => JSON.stringify([commitment, subject, polarity === 'violation' ? 0 : 1, id]);
