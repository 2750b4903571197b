import { useMutation, useQueryClient } from '@tanstack/react-query';

/**
 * Something done with webhooks: what is shown of them is read again afterwards, done or refused.
 * @param exact the list alone: of one that is gone nothing can be read
 */
export function useWebhookAct<Input, Done>(act: (input: Input) => Promise<Done>, exact = false) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => client.invalidateQueries({ queryKey: ['webhooks'], exact }) });
}
