import { CHANNELS } from '#domain';
import { RULE_KEYS } from './rule-schema.js';
import type { Rule, SourcePlace } from './rulebook.js';

/** A checked rule, with its defaults filled in and the keys of its kind set apart. */
export function readRule(data: Record<string, unknown>, place: SourcePlace): Rule {
  const spec = Object.fromEntries(Object.entries(data).filter(([key]) => !(key in RULE_KEYS)));
  const { when, 'not-applicable-when': notApplicableWhen, ...common } = data;
  return {
    ...(common as unknown as Pick<Rule, 'id' | 'kind' | 'serves' | 'why' | 'severity' | 'flags' | 'passes'>),
    polarity: (data['polarity'] as Rule['polarity'] | undefined) ?? 'violation',
    speaker: (data['speaker'] as Rule['speaker'] | undefined) ?? 'agent',
    channels: (data['channels'] as Rule['channels'] | undefined) ?? CHANNELS,
    instead: (data['instead'] as readonly string[] | undefined) ?? [],
    ...(when === undefined ? {} : { when: when as NonNullable<Rule['when']> }),
    ...(notApplicableWhen === undefined ? {} : { notApplicableWhen: notApplicableWhen as NonNullable<Rule['when']> }),
    spec,
    place,
  };
}
