import { useTranslation } from 'react-i18next';
import type { Spread } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { Verdict } from './verdict.js';

const WIDTH = 184;
const HEIGHT = 14;
/** The standard deviation of rates is never more than half of the scale. */
const MOST = 0.5;

/** How far apart, how surely, and of how many: never one without the others. */
export function SpreadCell({ spread, of }: { spread: Spread; of: 'agents' | 'channels' | 'weeks' }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { verdict, deviation, interval, groups, leftOut } = spread;
  const compared = [t(`consistency.groups.${of}`, { count: groups }), ...(leftOut > 0 ? [t('consistency.leftOut', { count: leftOut })] : [])].join(', ');
  if (deviation === null || interval === null) return <Verdict verdict={verdict} />;
  const words = { points: format.points(deviation), low: format.points(interval.low), high: format.points(interval.high), level: format.share(interval.level) };
  return (
    <span className="spread">
      <Verdict verdict={verdict} />
      <span className="rate-share">{t('consistency.deviation', words)}</span>
      <Bar low={interval.low} high={interval.high} at={deviation} label={t('consistency.bar', words)} />
      <span className="rate-interval">{t('consistency.deviationInterval', words)}</span>
      <span className="rate-interval">{compared}</span>
    </span>
  );
}

function Bar({ low, high, at, label }: { low: number; high: number; at: number; label: string }) {
  const x = (share: number): number => 2 + (Math.min(share, MOST) / MOST) * (WIDTH - 4);
  return (
    <svg className="interval spread-bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <line className="interval-scale" x1={2} x2={WIDTH - 2} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      <line className="interval-scale" x1={2} x2={2} y1={1} y2={HEIGHT - 1} />
      <rect className="interval-band" x={x(low)} width={Math.max(2, x(high) - x(low))} y={4} height={HEIGHT - 8} rx={3} />
      <line className="interval-rate" x1={x(at)} x2={x(at)} y1={1} y2={HEIGHT - 1} />
    </svg>
  );
}
