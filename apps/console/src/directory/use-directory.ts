import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { Person } from '../api/types.js';

/** `to` null: a person of their own. */
export type DirectoryEdit =
  | { readonly kind: 'attach'; readonly ref: string; readonly to: Person | null }
  | { readonly kind: 'detach'; readonly ref: string; readonly from: Person };

/** Changes who an agent's ref is. Figures, lists and names of every page are read anew. */
export function useDirectory() {
  const client = useQueryClient();
  return useMutation({ mutationFn: edit, onSettled: () => client.invalidateQueries() });
}

async function edit(wanted: DirectoryEdit): Promise<void> {
  const body = { identities: [wanted.ref] };
  if (wanted.kind === 'detach') await answer(api.POST('/v1/agents/{ref}/split', { params: { path: { ref: wanted.from.ref } }, body }));
  else if (wanted.to === null) await answer(api.PUT('/v1/directory', { body: { agents: [{ ref: wanted.ref }] } }));
  else await answer(api.POST('/v1/agents/{ref}/merge', { params: { path: { ref: wanted.to.ref } }, body }));
}
