import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { paths } from '../api/schema.js';
import type { Finding } from '../api/types.js';
import type { Standing } from '../filters/filters.js';

type Answer = paths['/v1/me/findings']['get']['responses'][200]['content']['application/json'];
export type OwnQuery = NonNullable<paths['/v1/me/findings']['get']['parameters']['query']>;
export type OwnFinding = Answer['items'][number];
export type OwnTotals = Pick<Answer, 'report' | 'openDisputes'>;

export const standingOf = ({ status, dispute }: Pick<Finding, 'status' | 'dispute'>): Standing => dispute?.ruling?.outcome ?? status;

/** What asks the API for those that stand so: an upheld one is confirmed too, and an overturned one dismissed. */
export function whereStanding(standing: Standing | undefined): Pick<OwnQuery, 'status' | 'dispute'> {
  if (standing === undefined) return {};
  if (standing === 'upheld' || standing === 'overturned') return { dispute: standing };
  return standing === 'confirmed' || standing === 'dismissed' ? { status: standing, dispute: 'none' } : { status: standing };
}

/** The reader's own findings, the latest first, and what they make together. */
export const ownFindings = (query: OwnQuery) =>
  infiniteQueryOptions({
    queryKey: ['own', query],
    queryFn: ({ pageParam, signal }) => answer(api.GET('/v1/me/findings', { params: { query: { ...query, limit: 20, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
