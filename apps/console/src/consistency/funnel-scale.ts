import type { Funnel, FunnelPoint } from '../api/types.js';

/** Size of the drawing, in its own units; the page stretches it to its width. */
export const VIEW = { width: 640, height: 360, left: 52, right: 16, top: 16, bottom: 44 } as const;

export interface Tick {
  readonly at: number;
  readonly value: number;
}

export interface FunnelScale {
  readonly x: (interactions: number) => number;
  readonly y: (share: number) => number;
  readonly columns: readonly Tick[];
  readonly lines: readonly Tick[];
}

/** Room for every point and every 95 % bar; wider bars are cut at the edge rather than flatten everything else. */
export function scaleOf({ points, mean }: Pick<Funnel, 'points' | 'mean'>): FunnelScale {
  const most = Math.max(1, ...points.map(({ flagged }) => flagged.denominator));
  const shares = points.flatMap(({ flagged, limits }) => [flagged.rate ?? 0, ...limits.filter(({ level }) => level === 0.95).map(({ high }) => high / flagged.denominator)]);
  const highest = Math.min(1, Math.max(0.02, mean.rate ?? 0, ...shares) * 1.05);
  const [across, up] = [Math.max(1, stepOf(most, 6)), stepOf(highest, 5)];
  const x = (interactions: number): number => VIEW.left + (interactions / (most * 1.04)) * (VIEW.width - VIEW.left - VIEW.right);
  const y = (share: number): number => VIEW.height - VIEW.bottom - (Math.min(share, highest) / highest) * (VIEW.height - VIEW.top - VIEW.bottom);
  return { x, y, columns: ticks(across, most).map((value) => ({ value, at: x(value) })), lines: ticks(up, highest).map((value) => ({ value, at: y(value) })) };
}

/** A step of 1, 2 or 5 times a power of ten that makes at most `count` of them. */
export function stepOf(range: number, count: number): number {
  const power = 10 ** Math.floor(Math.log10(range / count));
  return power * ([1, 2, 5, 10].find((factor) => range / (power * factor) <= count) ?? 10);
}

const ticks = (step: number, most: number): number[] => Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, i) => Number((i * step).toPrecision(12)));

export const nameOf = ({ agent }: Pick<FunnelPoint, 'agent'>): string => agent.name ?? agent.ref;

/** A position as a key of texts, where a dot would be a path. */
export const positionKey = (position: FunnelPoint['position']) =>
  position === 'above-99.8' ? 'above-998' : position === 'below-99.8' ? 'below-998' : position;
