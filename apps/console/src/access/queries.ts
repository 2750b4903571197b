import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import type { paths } from '../api/schema.js';

type Answer<Path extends '/v1/me' | '/v1/accounts' | '/v1/keys'> = paths[Path]['get']['responses'][200]['content']['application/json'];
export type Me = Answer<'/v1/me'>;
export type Role = Me['roles'][number];
export type Account = Answer<'/v1/accounts'>['items'][number];
export type AccessKey = Answer<'/v1/keys'>['items'][number];

/** Who is signed in; null when nobody is. */
export const me = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return await answer(api.GET('/v1/me', { signal }));
    } catch (error) {
      if (isSignedOut(error)) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

/** How to sign in, and whether one must. */
export const access = queryOptions({ queryKey: ['access'], queryFn: ({ signal }) => answer(api.GET('/v1/access', { signal })) });

/** The invented people as whom one may look; none once somebody real has an account. */
export const demonstration = queryOptions({ queryKey: ['demonstration'], queryFn: async ({ signal }) => (await answer(api.GET('/v1/demonstration', { signal }))).people, staleTime: 60_000 });

export const accountList = queryOptions({ queryKey: ['accounts'], queryFn: async ({ signal }) => (await answer(api.GET('/v1/accounts', { signal }))).items });

export const keyList = queryOptions({ queryKey: ['keys'], queryFn: async ({ signal }) => (await answer(api.GET('/v1/keys', { signal }))).items });

/** The session has ended, or there never was one: nothing to be repeated, somebody must sign in. */
export const isSignedOut = (error: unknown): boolean => error instanceof ProblemError && error.status === 401 && error.code === 'unauthorised';
