import type { PatternNode } from '../../pattern/pattern-node.js';
import { loadLexicon } from '../../read/index.js';
import { patternsIn } from '../references.js';
import type { Rule } from '../rulebook.js';
import { warning } from './rule-warning.js';
import type { RuleWarning } from './rule-warning.js';

/** `{peux}`, `{pouvior}`: words in braces that are no lemma of the lexicon, of which only that very form would be found. */
export function unknownLemmas(rules: readonly Rule[]): RuleWarning[] {
  const lexicon = loadLexicon();
  return rules.flatMap((rule) =>
    patternsIn([rule.spec, rule.when, rule.notApplicableWhen])
      .flatMap((pattern) => lemmasIn(pattern.root))
      .filter((lemma) => lexicon.forms(lemma).length === 0)
      .map((lemma) => {
        const of = lexicon.analyses(lemma).map((found) => `{${found.lemma}}`);
        return warning(rule, 'unknown-lemma', `« {${lemma}} » n'est pas une entrée du lexique : seule cette forme sera trouvée${of.length > 0 ? ` ; voulez-vous dire ${[...new Set(of)].join(' ou ')} ?` : ''}`);
      }),
  );
}

function lemmasIn(node: PatternNode): string[] {
  switch (node.type) {
    case 'lemma':
      return [node.lemma];
    case 'sequence':
      return node.items.flatMap(lemmasIn);
    case 'choice':
      return node.options.flatMap(lemmasIn);
    case 'optional':
      return lemmasIn(node.item);
    default:
      return [];
  }
}
