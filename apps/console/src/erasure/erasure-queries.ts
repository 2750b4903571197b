import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { paths } from '../api/schema.js';

export type Erasure = paths['/v1/erasures/{id}']['get']['responses'][200]['content']['application/json'];
export type Counts = Erasure['counts'];

/** What is left of an erasure. */
export const erasure = (id: string) => queryOptions({ queryKey: ['erasures', id], queryFn: ({ signal }) => answer(api.GET('/v1/erasures/{id}', { params: { path: { id } }, signal })) });
