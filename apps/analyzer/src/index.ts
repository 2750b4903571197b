export { AnalyzerModule, type AnalyzerOptions, COMPILED_RULEBOOK } from './analyzer.module.js';
export { openRulebook, RulebookRefusedError } from './rulebook/open-rulebook.js';
export { AnalyzerProcess, type AnalyzerSettings, startAnalyzer } from './start-analyzer.js';
