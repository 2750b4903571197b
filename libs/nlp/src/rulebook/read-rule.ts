import { CHANNELS } from '#domain';
import type { z } from 'zod';
import { RULE_KEYS } from './rule-schema.js';
import type { Rule, SourcePlace } from './rulebook.js';

type CommonKeys = z.infer<z.ZodObject<typeof RULE_KEYS>>;

/** A checked rule, with its defaults filled in and the keys of its kind set apart. */
export function readRule(data: Record<string, unknown>, place: SourcePlace): Rule {
  const spec = Object.fromEntries(Object.entries(data).filter(([key]) => !(key in RULE_KEYS)));
  // The schema of its kind has checked these very keys.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const { when, 'not-applicable-when': notApplicableWhen, ...common } = data as unknown as CommonKeys;
  return {
    id: common.id,
    kind: common.kind,
    serves: common.serves,
    why: common.why,
    severity: common.severity,
    flags: common.flags,
    passes: common.passes,
    polarity: common.polarity ?? 'violation',
    speaker: common.speaker ?? 'agent',
    channels: common.channels ?? CHANNELS,
    instead: common.instead ?? [],
    ...(when === undefined ? {} : { when }),
    ...(notApplicableWhen === undefined ? {} : { notApplicableWhen }),
    spec,
    place,
  };
}
