import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { paths } from '../api/schema.js';
import type { Finding } from '../api/types.js';
import { tagAsRead } from './as-read.js';

export type Ruling = paths['/v1/findings/{id}/dispute/resolution']['put']['requestBody']['content']['application/json'];

/** Answers the dispute of a finding as it was read, for good. Lists and figures are read anew. */
export function useRuling(finding: Finding) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: Ruling) =>
      answer(api.PUT('/v1/findings/{id}/dispute/resolution', { params: { path: { id: finding.id }, header: { 'If-Match': await tagAsRead(finding) } }, body })),
    onSettled: () => client.invalidateQueries(),
  });
}
