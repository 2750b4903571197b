import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';

/** Others work on the same queues: read again at this pace, in ms. */
const PACE = 10_000;

export const queueList = queryOptions({
  queryKey: ['queues'],
  queryFn: ({ signal }) => answer(api.GET('/v1/queues', { signal })),
  refetchInterval: PACE,
});

export const sampleList = queryOptions({
  queryKey: ['samples'],
  queryFn: ({ signal }) => answer(api.GET('/v1/samples', { signal })),
  refetchInterval: PACE,
});

export const queueItems = (queue: string) =>
  infiniteQueryOptions({
    queryKey: ['queues', queue],
    queryFn: ({ pageParam, signal }) => answer(api.GET('/v1/queues/{queue}/items', { params: { path: { queue }, query: { limit: 25, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: PACE,
  });
