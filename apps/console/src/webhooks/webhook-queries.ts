import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { paths } from '../api/schema.js';

export type Webhook = paths['/v1/webhooks']['get']['responses'][200]['content']['application/json']['items'][number];
export type Delivery = paths['/v1/webhooks/{id}/deliveries']['get']['responses'][200]['content']['application/json']['items'][number];
export type EventType = Webhook['types'][number];

export const EVENTS: readonly EventType[] = ['finding.detected', 'finding.reviewed', 'finding.disputed', 'finding.withdrawn'];

export const webhooks = queryOptions({ queryKey: ['webhooks'], queryFn: async ({ signal }) => (await answer(api.GET('/v1/webhooks', { signal }))).items });

/** What was sent to one, the latest first. */
export const deliveriesOf = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['webhooks', id, 'deliveries'],
    queryFn: ({ pageParam, signal }) => answer(api.GET('/v1/webhooks/{id}/deliveries', { params: { path: { id }, query: { limit: 20, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
