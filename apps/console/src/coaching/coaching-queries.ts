import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { paths } from '../api/schema.js';

export type Session = paths['/v1/coaching-sessions/{id}']['get']['responses'][200]['content']['application/json'];
export type SessionSummary = paths['/v1/coaching-sessions']['get']['responses'][200]['content']['application/json']['items'][number];
export type Preparation = paths['/v1/coaching-preparations']['get']['responses'][200]['content']['application/json'];
export type Proposal = Preparation['proposals'][number];
export type EffectReport = paths['/v1/coaching-sessions/{id}/effect']['get']['responses'][200]['content']['application/json'];
export type RuleEffect = EffectReport['rules'][number];
export type NewSession = paths['/v1/coaching-sessions']['post']['requestBody']['content']['application/json'];
export type SessionChange = paths['/v1/coaching-sessions/{id}']['patch']['requestBody']['content']['application/json'];
export type Action = Session['actions'][number];

/** Whose eyes: of one who runs sessions, or of the agent concerned. */
export type Side = 'coach' | 'agent';

/** The latest first. */
export const sessions = (side: Side) =>
  infiniteQueryOptions({
    queryKey: ['coaching', side, 'list'],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 50, ...(pageParam !== '' && { cursor: pageParam }) };
      return side === 'coach' ? answer(api.GET('/v1/coaching-sessions', { params: { query }, signal })) : answer(api.GET('/v1/me/coaching-sessions', { params: { query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const session = (side: Side, id: string) =>
  queryOptions({
    queryKey: ['coaching', side, id],
    queryFn: ({ signal }): Promise<Session> => {
      const params = { path: { id } };
      return side === 'coach' ? answer(api.GET('/v1/coaching-sessions/{id}', { params, signal })) : answer(api.GET('/v1/me/coaching-sessions/{id}', { params, signal }));
    },
  });

export const effect = (side: Side, id: string) =>
  queryOptions({
    queryKey: ['coaching', side, id, 'effect'],
    queryFn: ({ signal }): Promise<EffectReport> => {
      const params = { path: { id } };
      return side === 'coach' ? answer(api.GET('/v1/coaching-sessions/{id}/effect', { params, signal })) : answer(api.GET('/v1/me/coaching-sessions/{id}/effect', { params, signal }));
    },
  });

export const preparation = (agent: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['coaching', 'preparation', agent, from, to],
    queryFn: ({ signal }): Promise<Preparation> => answer(api.GET('/v1/coaching-preparations', { params: { query: { agent, from, to } }, signal })),
  });
