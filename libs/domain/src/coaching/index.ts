export * from './coaching-effect-report.js';
export * from './coaching-preparation.js';
export * from './coaching-session.js';
export { ruleEffect, type RuleCell } from './rule-effect.js';
