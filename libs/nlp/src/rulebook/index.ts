export { type CompiledRulebook, compileRulebook } from './compile-rulebook.js';
export { explainRule, type PatternExplanation, type RuleExplanation } from './explain-rule.js';
export { type JsonSchema, rulebookJsonSchemas } from './json-schema.js';
export { lintRulebook } from './lint-rulebook.js';
export type { RuleWarning } from './lint/rule-warning.js';
export { loadRulebook } from './load-rulebook.js';
export { nearestWord } from './nearest-word.js';
export { proveRulebook, type RuleFailure } from './prove-rulebook.js';
export { formatProblem, type LoadedRulebook, type Rule, type Rulebook, type RulebookProblem } from './rulebook.js';
