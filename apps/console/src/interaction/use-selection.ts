import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';
import type { Finding } from '../api/types.js';

export interface Selection {
  /** The finding read now; null when there is none. */
  readonly finding: Finding | null;
  /** From 1; 0 when there is none. */
  readonly number: number;
  /** The address of this page with a finding selected. */
  readonly search: (findingId: string) => string;
  /** Selects the next (1) or previous (-1) finding, round the end, and brings it into view. */
  readonly step: (by: 1 | -1) => void;
}

/** The finding being read is part of the address, so that it can be sent to a colleague. */
export function useSelection(ordered: readonly Finding[]): Selection {
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.get('constat');
  const index = Math.max(0, asked === null ? 0 : ordered.findIndex(({ id }) => id === asked));
  // Keys may come faster than the address changes: each counts from where the one before it leads.
  const heading = useRef<number | null>(null);
  useEffect(() => {
    if (heading.current === index) heading.current = null;
  }, [index]);
  const step = useCallback(
    (by: 1 | -1) => {
      const to = ((heading.current ?? index) + by + ordered.length) % ordered.length;
      const next = ordered[to];
      if (next === undefined) return;
      heading.current = to;
      setParameters((now) => withFinding(now, next.id), { replace: true, preventScrollReset: true });
      showFinding(next.id);
    },
    [ordered, index, setParameters],
  );
  const search = useCallback((id: string) => `?${withFinding(parameters, id).toString()}`, [parameters]);
  return useMemo(
    () => ({ finding: ordered[index] ?? null, number: ordered.length === 0 ? 0 : index + 1, search, step }),
    [ordered, index, search, step],
  );
}

/** Which queue is being worked through stays in the address. */
function withFinding(parameters: URLSearchParams, id: string): URLSearchParams {
  const to = new URLSearchParams(parameters);
  to.set('constat', id);
  return to;
}

/** Scrolls the words of a finding to the middle of the page. */
export function showFinding(id: string): void {
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  document.querySelector(`[data-finding~="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
}
