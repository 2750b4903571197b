import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { Finding, Judgement } from '../api/types.js';
import { tagAsRead } from './as-read.js';

/** Judges the finding that is being read, or takes the judgement back (null). Every list and figure is read anew. */
export function useReview(finding: Finding) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (judgement: Judgement | null) => decide(finding, judgement),
    // Whether it was done or somebody else was quicker: what is shown must be what stands.
    onSettled: () => client.invalidateQueries(),
  });
}

/** @throws ProblemError, 412 `precondition_failed` when it stands otherwise than it was read. */
async function decide(seen: Finding, judgement: Judgement | null): Promise<Finding> {
  const held = { params: { path: { id: seen.id }, header: { 'If-Match': await tagAsRead(seen) } } };
  return judgement === null
    ? answer(api.DELETE('/v1/findings/{id}/review', held))
    : answer(api.PUT('/v1/findings/{id}/review', { ...held, body: judgement }));
}
