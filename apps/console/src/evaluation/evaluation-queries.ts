import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { paths } from '../api/schema.js';

export type Evaluation = paths['/v1/evaluations/{id}']['get']['responses'][200]['content']['application/json'];
export type EvaluationSummary = paths['/v1/evaluations']['get']['responses'][200]['content']['application/json']['items'][number];
export type InteractionEvaluations = paths['/v1/interactions/{id}/evaluations']['get']['responses'][200]['content']['application/json'];
export type AutomaticEvaluation = InteractionEvaluations['automatic'][number];
export type Score = Evaluation['result'];
export type Definition = Evaluation['definition'];
export type Section = Definition['sections'][number];
export type Criterion = Section['criteria'][number];
export type Answer = Evaluation['answers'][number];

/** What there is beside one interaction; read again while somebody reviews, since the score of findings follows. */
export const evaluationsOf = (interaction: string) =>
  queryOptions({
    queryKey: ['evaluations', 'of', interaction],
    queryFn: ({ signal }) => answer(api.GET('/v1/interactions/{id}/evaluations', { params: { path: { id: interaction } }, signal })),
    refetchInterval: 5_000,
  });

export const evaluation = (id: string) =>
  queryOptions({
    queryKey: ['evaluations', id],
    queryFn: ({ signal }) => answer(api.GET('/v1/evaluations/{id}', { params: { path: { id } }, signal })),
  });

/** The reader's own, once handed in. */
export const ownEvaluations = infiniteQueryOptions({
  queryKey: ['evaluations', 'own'],
  queryFn: ({ pageParam, signal }) => answer(api.GET('/v1/me/evaluations', { params: { query: { limit: 50, cursor: pageParam } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next ?? undefined,
});

/** Ids of the answers that a criterion can have. */
export function optionsOf({ source }: Criterion): string[] {
  if (source.kind === 'findings') return [];
  const answers = source.kind === 'yes-no' ? ['yes', 'no'] : source.scale.map(({ id }) => id);
  return source.notApplicable ? [...answers, 'na'] : answers;
}

/** Another answer to a question, with what was said and selected before. */
export const answerWith = ({ id }: Criterion, before: Answer | undefined, given: string): Answer => ({ criterion: id, answer: given, comment: before?.comment ?? null, evidence: before?.evidence ?? [] });
