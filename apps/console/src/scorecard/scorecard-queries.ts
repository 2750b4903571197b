import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { paths } from '../api/schema.js';

export type Scorecard = paths['/v1/scorecards/{id}']['get']['responses'][200]['content']['application/json'];
export type ScorecardSummary = paths['/v1/scorecards']['get']['responses'][200]['content']['application/json']['items'][number];
export type Version = Scorecard['versions'][number];
export type Definition = paths['/v1/scorecards']['post']['requestBody']['content']['application/json'];
export type Section = Definition['sections'][number];
export type Criterion = Section['criteria'][number];
export type Source = Criterion['source'];
export type Condition = NonNullable<Criterion['condition']>;
export type ScorecardProblem = Version['problems'][number];
export type ReportQuery = paths['/v1/reports/scorecards']['get']['parameters']['query'];
type Report = Exclude<paths['/v1/reports/scorecards']['get']['responses'][200]['content']['application/json'], string>;
export type ReportRow = Report['rows'][number];
export type Figures = NonNullable<ReportRow['human']>;
export type Part = Report['by'];

export const scorecards = queryOptions({
  queryKey: ['scorecards'],
  queryFn: ({ signal }) => answer(api.GET('/v1/scorecards', { signal })),
});

/** With the version that a change has to name. */
export const scorecard = (id: string) =>
  queryOptions({
    queryKey: ['scorecards', id],
    queryFn: async ({ signal }) => {
      const request = api.GET('/v1/scorecards/{id}', { params: { path: { id } }, signal });
      const card = await answer(request);
      return { card, tag: (await request).response.headers.get('etag') ?? '*' };
    },
  });

/** What is wrong in a scorecard as it is now; while it is asked, what was wrong before. */
export const problemsOf = (definition: Definition) =>
  queryOptions({
    queryKey: ['scorecards', 'check', definition],
    queryFn: ({ signal }) => answer(api.POST('/v1/scorecards/check', { body: definition, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });

export const scoreReport = (query: ReportQuery) =>
  queryOptions({
    queryKey: ['report', 'scorecards', query],
    queryFn: ({ signal }) => answer(api.GET('/v1/reports/scorecards', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
