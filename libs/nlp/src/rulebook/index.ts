export { type CompiledRulebook, compileRulebook } from './compile-rulebook.js';
export { loadRulebook } from './load-rulebook.js';
export { proveRulebook, type RuleFailure } from './prove-rulebook.js';
export { formatProblem, type LoadedRulebook, type Rule, type Rulebook, type RulebookProblem } from './rulebook.js';
