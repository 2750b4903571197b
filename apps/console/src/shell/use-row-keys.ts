import { useMemo } from 'react';
import { useKeys } from './use-keys.js';

/** j and k walk the rows of a list: the links marked `data-row`. Enter then opens one, as on any link. */
export function useRowKeys(): void {
  useKeys(
    useMemo(() => {
      const walk = (step: 1 | -1) => (): void => {
        const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
        const at = rows.findIndex((row) => row === document.activeElement);
        const next = at === -1 ? (step === 1 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + step));
        rows[next]?.focus();
      };
      return { j: walk(1), k: walk(-1) };
    }, []),
  );
}
