export * from './check-definition.js';
export * from './definition.js';
export { fraction, type Fraction, meanOf, percentOf } from './fraction.js';
export * from './results.js';
export * from './score.js';
export * from './score-figures.js';
export * from './scorecard-views.js';
