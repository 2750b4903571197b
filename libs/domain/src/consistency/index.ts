export * from './consistency-report.js';
export { funnelOf, type Place } from './funnel-of.js';
export { judgeSpreads } from './judge-spreads.js';
export { channelGaps, measureSpreads, type Spreads } from './measure-spreads.js';
export { countedDays, safePieces, type DayLoad } from './safe-days.js';
export { mixOf, weekOf, type Tally } from './tally.js';
