import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { ProblemError } from '../api/problem.js';
import { me, type Me } from './queries.js';

/** What a form read by `FormData` says under a name. */
export const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** Comes in: forgets what was read before, by anybody, and goes back to where one was. */
export function useComeIn(): (who: Me) => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  return (who) => {
    client.clear();
    client.setQueryData(me.queryKey, who);
    void navigate(safePath(query.get('vers')), { replace: true });
  };
}

/** A path of this console: an address from elsewhere must not lead elsewhere. */
export const safePath = (asked: string | null): string => (asked !== null && /^\/(?![/\\])/.test(asked) ? asked : '/');

/** What went wrong, in the words of the API. */
export const wordsOf = (error: unknown): string => (error instanceof ProblemError ? [error.detail ?? error.code, ...error.fields].join(' ') : String(error));
