import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { Finding } from '../api/types.js';
import { tagAsRead } from '../review/as-read.js';

/** What an agent does with a finding of his or her own. */
export type OwnAct = { readonly kind: 'comment'; readonly text: string | null } | { readonly kind: 'dispute'; readonly reason: string; readonly key: string } | { readonly kind: 'withdraw' };

/** Acts on the finding as it was read: where something else was said of it meanwhile, nothing is changed. Lists and figures are read anew. */
export function useOwnActs(finding: Finding) {
  const client = useQueryClient();
  return useMutation({ mutationFn: (act: OwnAct) => perform(finding, act), onSettled: () => client.invalidateQueries() });
}

/** @throws ProblemError, 412 `precondition_failed` when it stands otherwise than it was read. */
async function perform(seen: Finding, act: OwnAct): Promise<Finding> {
  const path = { id: seen.id };
  const header = { 'If-Match': await tagAsRead(seen) };
  if (act.kind === 'comment') return answer(api.PUT('/v1/findings/{id}/comment', { params: { path, header }, body: { text: act.text } }));
  if (act.kind === 'withdraw') return answer(api.DELETE('/v1/findings/{id}/dispute', { params: { path, header } }));
  return answer(api.POST('/v1/findings/{id}/dispute', { params: { path, header: { ...header, 'Idempotency-Key': act.key } }, body: { reason: act.reason } }));
}
