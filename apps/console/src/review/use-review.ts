import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import type { Finding, Judgement } from '../api/types.js';

/** Judges the finding that is being read, or takes the judgement back (null). Every list and figure is read anew. */
export function useReview(finding: Finding) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (judgement: Judgement | null) => decide(finding, judgement),
    // Whether it was done or somebody else was quicker: what is shown must be what stands.
    onSettled: () => client.invalidateQueries(),
  });
}

/** @throws ProblemError, 412 `precondition_failed` when somebody judged it since the page was read. */
async function decide(seen: Finding, judgement: Judgement | null): Promise<Finding> {
  const params = { path: { id: seen.id } };
  let etag = '';
  const now = await answer(api.GET('/v1/findings/{id}', { params }).then((given) => {
    etag = given.response.headers.get('etag') ?? '';
    return given;
  }));
  if (JSON.stringify(now.review) !== JSON.stringify(seen.review)) throw new ProblemError({ status: 412, code: 'precondition_failed' });
  const held = { params: { ...params, header: { 'If-Match': etag } } };
  return judgement === null
    ? answer(api.DELETE('/v1/findings/{id}/review', held))
    : answer(api.PUT('/v1/findings/{id}/review', { ...held, body: judgement }));
}
