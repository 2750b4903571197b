import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { answer, api } from '../api/client.js';

/** Where an interaction is reviewed as part of a queue. */
export const reviewPath = (queue: string, interactionId: string): string => `/interactions/${encodeURIComponent(interactionId)}?${new URLSearchParams({ file: queue }).toString()}`;

/** Takes the next interaction of a queue and opens it; the page of the queues when nothing is left. */
export function useTakeNext(queue: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (after: string | undefined) => answer(api.POST('/v1/queues/{queue}/claim', { params: { path: { queue } }, body: after === undefined ? {} : { after } })),
    onSuccess: ({ item }) => navigate(item === null ? `/relecture?${new URLSearchParams({ file: queue, fin: 'oui' }).toString()}` : reviewPath(queue, item.interactionId)),
    onSettled: () => client.invalidateQueries(),
  });
}

/** Gives the interaction back and leaves. */
export function useRelease(queue: string, interactionId: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => answer(api.DELETE('/v1/interactions/{id}/hold', { params: { path: { id: interactionId } } })),
    onSuccess: () => navigate(`/relecture?${new URLSearchParams({ file: queue }).toString()}`),
    onSettled: () => client.invalidateQueries(),
  });
}

/** « Rien d'autre », or back to work (`done` false). */
export function useCompletion(sampleId: string, interactionId: string) {
  const client = useQueryClient();
  const params = { path: { id: sampleId, interactionId } };
  const invalidate = useCallback(() => client.invalidateQueries(), [client]);
  return useMutation({
    mutationFn: (done: boolean) =>
      done
        ? answer(api.PUT('/v1/samples/{id}/items/{interactionId}/completion', { params }))
        : answer(api.DELETE('/v1/samples/{id}/items/{interactionId}/completion', { params })),
    onSettled: invalidate,
  });
}
