const SECOND = 1000;
/** 2020-01-01T00:00:00Z: revisions then fit until 2088. */
const FIRST = Date.UTC(2020, 0, 1);

/**
 * A conversation that is exported again after it grew is a higher revision of itself: its revision is the time of its
 * last change, in seconds since 2020 (docs/decisions/0004). An older export that comes later is then known for what it is.
 * @param times milliseconds since the epoch; the latest counts
 */
export const revisionAt = (...times: readonly (number | undefined)[]): number => {
  const latest = times.reduce<number>((a, b) => Math.max(a, b ?? 0), 0);
  return Math.max(1, Math.floor((latest - FIRST) / SECOND));
};
