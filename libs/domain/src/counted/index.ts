export { type CountedDays, type CountedRow } from './counted-row.js';
export { firstEnd, lastEnd, periodBetween, type End } from './counted-period.js';
export { epochOf, type Cut } from './cuts.js';
export { CutsByGroup, type CountedGroup } from './group-cuts.js';
export { type DayCell, type Least } from './load.js';
