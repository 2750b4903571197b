import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { PARAMETER, readFilters, type FilterName } from './filters.js';

/** The filters of the page, kept in its address: a link to the page is a link to what it shows. */
export function useFilters() {
  const [parameters, setParameters] = useSearchParams();
  const filters = useMemo(() => readFilters(parameters), [parameters]);
  const set = useCallback(
    (name: FilterName, value: string) =>
      setParameters(
        (old) => {
          const changed = new URLSearchParams(old);
          if (value === '') changed.delete(PARAMETER[name]);
          else changed.set(PARAMETER[name], value);
          return changed;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParameters],
  );
  const clear = useCallback(() => setParameters({}, { replace: true, preventScrollReset: true }), [setParameters]);
  return { filters, set, clear };
}
