import { useMutation, useQueryClient } from '@tanstack/react-query';

/** An act on a person: whatever is read of people is read anew after it. */
export function usePersonAct<V, T>(act: (told: V) => Promise<T>, onDone?: (answered: T) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (answered) => {
      await client.invalidateQueries({ queryKey: ['people'] });
      onDone?.(answered);
    },
  });
}
