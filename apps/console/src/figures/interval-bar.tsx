import type { Polarity, Proportion } from '../api/types.js';

const WIDTH = 184;
const HEIGHT = 14;

/** A rate on the scale from 0 to 1: the band is its confidence interval, the tick the rate itself. Drawn for the eye; `label` says it. */
export function IntervalBar({ proportion, polarity, label }: { proportion: Proportion; polarity: Polarity; label: string }) {
  const { rate, interval } = proportion;
  if (rate === null || interval === null) return null;
  const at = (share: number): number => 2 + share * (WIDTH - 4);
  return (
    <svg className={`interval ${polarity}`} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <line className="interval-scale" x1={2} x2={WIDTH - 2} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      {[0, 0.5, 1].map((share) => (
        <line key={share} className="interval-scale" x1={at(share)} x2={at(share)} y1={HEIGHT / 2 - 2} y2={HEIGHT / 2 + 2} />
      ))}
      <rect className="interval-band" x={at(interval.low)} width={Math.max(2, at(interval.high) - at(interval.low))} y={4} height={HEIGHT - 8} rx={3} />
      <line className="interval-rate" x1={at(rate)} x2={at(rate)} y1={1} y2={HEIGHT - 1} />
    </svg>
  );
}
