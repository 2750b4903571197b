import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Funnel, FunnelPoint, Polarity } from '../api/types.js';
import { filterSearch, type FindingFilter } from '../filters/filters.js';
import { useFormat } from '../format/use-format.js';
import { nameOf, positionKey, scaleOf, VIEW, type FunnelScale } from './funnel-scale.js';

/**
 * Persons by volume, each on the bar of what chance explains for them. One stop of the tab key: arrows go from person to
 * person, Enter opens the findings. The table beside it says the same.
 */
export function FunnelPlot({ funnel, polarity, words }: { funnel: Funnel; polarity: Polarity; words: FindingFilter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const scale = scaleOf(funnel);
  const points = funnel.points.toSorted((a, b) => a.flagged.denominator - b.flagged.denominator || format.compare(nameOf(a), nameOf(b)));
  const [at, setAt] = useState(0);
  const links = useRef<(Element | null)[]>([]);
  const current = points[Math.min(at, points.length - 1)];
  const walk = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = links.current[Math.min(points.length - 1, Math.max(0, at + step))];
    if (next instanceof SVGElement || next instanceof HTMLElement) next.focus();
  };
  const mean = format.share(funnel.mean.rate ?? 0);
  return (
    <figure className="funnel">
      <svg viewBox={`0 0 ${VIEW.width} ${VIEW.height}`} aria-label={t('consistency.funnel')} role="group">
        <Axes scale={scale} />
        <line className="funnel-mean" x1={VIEW.left} x2={VIEW.width - VIEW.right} y1={scale.y(funnel.mean.rate ?? 0)} y2={scale.y(funnel.mean.rate ?? 0)} />
        {points.map((point) => (
          <Bars key={point.agent.ref} point={point} scale={scale} />
        ))}
        {points.map((point, i) => (
          <Link
            key={point.agent.ref}
            ref={(link) => {
              links.current[i] = link;
            }}
            to={`/constats${filterSearch({ ...words, agent: point.agent.ref })}`}
            tabIndex={point === current ? 0 : -1}
            aria-label={say(point)}
            onKeyDown={walk}
            onFocus={() => setAt(i)}
            onMouseEnter={() => setAt(i)}
          >
            <Mark point={point} scale={scale} polarity={polarity} current={point === current} />
          </Link>
        ))}
      </svg>
      <figcaption>
        <span className="funnel-said" aria-hidden="true">
          {current && say(current)}
        </span>
        <span className="note">
          {t('consistency.funnelMean', { rate: mean })} · {t('consistency.funnelKeys')}
        </span>
      </figcaption>
    </figure>
  );

  function say(point: FunnelPoint): string {
    return t('consistency.funnelPoint', {
      name: nameOf(point),
      numerator: format.count(point.flagged.numerator),
      denominator: format.count(point.flagged.denominator),
      rate: format.share(point.flagged.rate ?? 0),
      expected: format.share(point.expected),
      position: t(`consistency.position.${positionKey(point.position)}`),
    });
  }
}

function Axes({ scale }: { scale: FunnelScale }) {
  const { t } = useTranslation();
  const format = useFormat();
  const bottom = VIEW.height - VIEW.bottom;
  return (
    <g className="funnel-axes" aria-hidden="true">
      {scale.lines.map(({ at, value }) => (
        <g key={value}>
          <line x1={VIEW.left} x2={VIEW.width - VIEW.right} y1={at} y2={at} />
          <text x={VIEW.left - 6} y={at + 4} textAnchor="end">
            {format.share(value)}
          </text>
        </g>
      ))}
      {scale.columns.map(({ at, value }) => (
        <text key={value} x={at} y={bottom + 18} textAnchor="middle">
          {format.count(value)}
        </text>
      ))}
      <text x={VIEW.width - VIEW.right} y={VIEW.height - 6} textAnchor="end">
        {t('consistency.funnelAxisX')}
      </text>
    </g>
  );
}

function Bars({ point, scale }: { point: FunnelPoint; scale: FunnelScale }) {
  const n = point.flagged.denominator;
  return point.limits
    .toSorted((a, b) => b.level - a.level)
    .map(({ level, low, high }) => (
      <line key={level} className={level === 0.95 ? 'funnel-bar inner' : 'funnel-bar'} x1={scale.x(n)} x2={scale.x(n)} y1={scale.y(low / n)} y2={scale.y(high / n)} />
    ));
}

/** Shape as well as colour tells who is outside. */
function Mark({ point, scale, polarity, current }: { point: FunnelPoint; scale: FunnelScale; polarity: Polarity; current: boolean }) {
  const [x, y] = [scale.x(point.flagged.denominator), scale.y(point.flagged.rate ?? 0)];
  const [side] = point.position.split('-');
  const className = `funnel-mark ${polarity} ${side} ${current ? 'current' : ''}`;
  if (side === 'above') return <path className={className} d={`M${x} ${y - 7} l7 12 h-14 Z`} />;
  if (side === 'below') return <path className={className} d={`M${x} ${y + 7} l7 -12 h-14 Z`} />;
  return <circle className={className} cx={x} cy={y} r={5} />;
}
