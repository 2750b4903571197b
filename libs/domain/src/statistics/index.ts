export { studentQuantile } from './beta.js';
export { contrastsOf, type Cell, type Contrast } from './contrast.js';
export { falseDiscoveryRates } from './false-discoveries.js';
export { FUNNEL_LEVELS, funnelLimits, funnelPosition, overdispersion, type CountRange, type FunnelLevel, type FunnelPosition } from './funnel.js';
export { SPREAD_OPTIONS, spreadOf, type SpreadEstimate, type SpreadOptions } from './spread.js';
export { sampleRatio, type SampledStratum, type SampledUnit, type SampleRatio } from './sample-ratio.js';
export { agreementOf, type Agreement, type SaidCount } from './agreement.js';
export { channelArrangements, channelTest, peopleTest, type SaidOnce } from './permutation.js';
