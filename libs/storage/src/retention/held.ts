/**
 * What waits with its time over, as an SQL condition on interaction `i`: a dispute that is open, a calibration that is not closed, a coaching session that is
 * being prepared or was not acknowledged yet. None of it waits beyond the longest period there may be.
 */
export const HELD = `(
  EXISTS (SELECT FROM finding AS f WHERE f.organisation_id = i.organisation_id AND f.interaction_id = i.interaction_id AND f.status = 'disputed')
  OR EXISTS (SELECT FROM calibration_item AS x JOIN calibration AS c ON c.organisation_id = x.organisation_id AND c.calibration_id = x.calibration_id
    WHERE x.organisation_id = i.organisation_id AND x.interaction_id = i.interaction_id AND c.closed_at IS NULL)
  OR EXISTS (SELECT FROM coaching_excerpt AS x JOIN coaching_session AS s ON s.organisation_id = x.organisation_id AND s.session_id = x.session_id
    WHERE x.organisation_id = i.organisation_id AND x.interaction_id = i.interaction_id AND s.state IN ('draft', 'planned', 'held')))`;

/** The first day that is still kept: `days` before today. Both YYYY-MM-DD. */
export function firstKept(today: string, days: number): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}
