import { useTranslation } from 'react-i18next';
import type { AnsweredSlot } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { Verdict } from '../consistency/verdict.js';

const WIDTH = 184;
const HEIGHT = 14;

/** How likely two answers are to say the same: with its interval and how many answers it is taken from. */
export function Agreement({ agreement }: { agreement: AnsweredSlot['agreement'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (agreement === null) return <Verdict verdict="not-enough-data" />;
  const { rate, interval, answers } = agreement;
  const words = { rate: format.share(rate), low: format.share(interval.low), high: format.share(interval.high), level: format.share(interval.level) };
  const x = (share: number): number => 2 + share * (WIDTH - 4);
  return (
    <span className="spread">
      <span className="rate-share">{t('answers.rate', words)}</span>
      <svg className="interval spread-bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('answers.bar', words)}>
        <line className="interval-scale" x1={2} x2={WIDTH - 2} y1={HEIGHT / 2} y2={HEIGHT / 2} />
        <rect className="interval-band" x={x(interval.low)} width={Math.max(2, x(interval.high) - x(interval.low))} y={4} height={HEIGHT - 8} rx={3} />
        <line className="interval-rate" x1={x(rate)} x2={x(rate)} y1={1} y2={HEIGHT - 1} />
      </svg>
      <span className="rate-interval">{t('answers.interval', words)}</span>
      <span className="rate-interval">{t('answers.ofAnswers', { count: answers })}</span>
    </span>
  );
}
