import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { AnswersFilter, ConsistencyFilter, ContradictionFilter, FindingFilter, InteractionFilter, ReportFilter } from '../filters/filters.js';
import { answer, api } from './client.js';
import type { Person, PersonPage } from './types.js';

/** How many lines a list asks for at a time. */
const PAGE = 50;
/** Interactions of a customer at a time, each with its words; contradictions at a time, above the rest of their page. */
const HISTORY_PAGE = 20;
const CONTRADICTION_PAGE = 5;
/** Figures are read again at this pace, in ms: often while the views catch up, calmly otherwise. */
const CATCHING_UP = 2_000;
const CALM = 30_000;

/** No row yet may mean that the very first interactions are on their way. */
const pace = (data: { readonly lag: number; readonly rows: readonly unknown[] } | undefined): number =>
  data === undefined || data.lag > 0 || data.rows.length === 0 ? CATCHING_UP : CALM;

export const organisation = queryOptions({
  queryKey: ['organisation'],
  queryFn: ({ signal }) => answer(api.GET('/v1/organisation', { signal })),
  staleTime: Infinity,
});

export const rulebook = queryOptions({
  queryKey: ['rulebook'],
  queryFn: ({ signal }) => answer(api.GET('/v1/rulebooks/current', { signal })),
});

export const agentReport = (query: ReportFilter) =>
  queryOptions({
    queryKey: ['report', 'agents', query],
    queryFn: ({ signal }) => answer(api.GET('/v1/reports/agents', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => pace(state.data),
  });

export const channelReport = (query: ReportFilter) =>
  queryOptions({
    queryKey: ['report', 'channels', query],
    queryFn: ({ signal }) => answer(api.GET('/v1/reports/channels', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => pace(state.data),
  });

export const consistencyReport = (query: ConsistencyFilter) =>
  queryOptions({
    queryKey: ['report', 'consistency', query],
    queryFn: ({ signal }) => answer(api.GET('/v1/reports/consistency', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    // It reads every interaction of the period: again only while figures are known to be behind.
    refetchInterval: ({ state }) => ((state.data?.lag ?? 0) > 0 ? CALM : false),
  });

export const answersReport = (query: AnswersFilter) =>
  queryOptions({
    queryKey: ['report', 'answers', query],
    queryFn: ({ signal }) => answer(api.GET('/v1/reports/consistency/answers', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });

export const ruleReport = queryOptions({
  queryKey: ['report', 'rules'],
  queryFn: ({ signal }) => answer(api.GET('/v1/reports/rules', { signal })),
});

export const interactionList = (query: InteractionFilter) =>
  infiniteQueryOptions({
    queryKey: ['interactions', query],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/v1/interactions', { params: { query: { ...query, limit: PAGE, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const findingList = (query: FindingFilter) =>
  infiniteQueryOptions({
    queryKey: ['findings', query],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/v1/findings', { params: { query: { ...query, limit: PAGE, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const interaction = (id: string) =>
  queryOptions({
    queryKey: ['interaction', id],
    queryFn: ({ signal }) => answer(api.GET('/v1/interactions/{id}', { params: { path: { id } }, signal })),
  });

/** The latest interactions first by page, in the order of time within a page. */
export const customerTimeline = (ref: string) =>
  infiniteQueryOptions({
    queryKey: ['customer', ref, 'timeline'],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/v1/customers/{ref}/timeline', { params: { path: { ref }, query: { limit: HISTORY_PAGE, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const contradictionList = (query: ContradictionFilter) =>
  infiniteQueryOptions({
    queryKey: ['contradictions', query],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/v1/contradictions', { params: { query: { ...query, limit: CONTRADICTION_PAGE, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** Who a ref is: extracts carry refs alone. */
export const agent = (ref: string) =>
  queryOptions({
    queryKey: ['agents', 'one', ref],
    queryFn: ({ signal }) => answer(api.GET('/v1/agents/{ref}', { params: { path: { ref } }, signal })),
    staleTime: 5 * 60_000,
  });

export const agentList = (query: { readonly attached: 'true' | 'false' }) =>
  infiniteQueryOptions({
    queryKey: ['agents', query],
    queryFn: ({ pageParam, signal }) => answer(api.GET('/v1/agents', { params: { query: { ...query, limit: PAGE, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** The teams that the reader sees; more of them than one page holds are not for checkboxes. */
export const teamList = queryOptions({
  queryKey: ['teams'],
  queryFn: async ({ signal }) => (await answer(api.GET('/v1/teams', { params: { query: { limit: 200 } }, signal }))).items,
});

/** Every agent of the directory: one of them is to be chosen. */
export const listedAgents = queryOptions({
  queryKey: ['agents', 'listed'],
  queryFn: async ({ signal }) => {
    const people: Person[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: PersonPage = await answer(api.GET('/v1/agents', { params: { query: { attached: 'true', limit: 200, cursor } }, signal }));
      people.push(...page.items);
      cursor = page.next;
    }
    return people;
  },
});
