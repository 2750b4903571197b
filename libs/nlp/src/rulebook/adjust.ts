import type { z } from 'zod';
import { nearestOf } from './nearest-word.js';
import type { rulebookSchema } from './rule-schema.js';
import type { Rule, RulebookProblem } from './rulebook.js';
import type { YamlSource } from './yaml-source.js';

type Adjustments = NonNullable<z.infer<typeof rulebookSchema>['adjust']>;

/** The rules of included packs, as the brand adjusts them. */
export function applyAdjustments(rules: readonly Rule[], adjust: Adjustments, source: YamlSource, problems: RulebookProblem[]): Rule[] {
  const ids = rules.map((rule) => rule.id);
  for (const id of Object.keys(adjust)) {
    if (ids.includes(id)) continue;
    problems.push({ ...source.place(['adjust'], id), message: "règle inconnue : seules celles des référentiels inclus s'ajustent", found: id, ...nearestOf(id, ids) });
  }
  return rules.flatMap((rule) => {
    const change = adjust[rule.id];
    if (change === undefined) return [rule];
    if (change.off === true) return [];
    return [
      {
        ...rule,
        severity: change.severity ?? rule.severity,
        channels: change.channels ?? rule.channels,
        instead: change.instead ?? rule.instead,
        insteadPlaces: change.instead?.map((_, index) => source.place(['adjust', rule.id, 'instead', index])) ?? rule.insteadPlaces,
        why: change.why ?? rule.why,
      },
    ];
  });
}
