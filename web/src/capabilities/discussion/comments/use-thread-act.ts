import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSheet } from '../../sheets/sheet-at-work.tsx';
import { type Thread, threadsChanged } from '../queries/comments.ts';

/** An act on threads of the sheet at work; all that was read of them is then read anew. */
export function useThreadAct<A = void>(act: (about: A) => Promise<Thread>, onDone?: () => void) {
  const client = useQueryClient();
  const { sheet } = useSheet();
  const mutation = useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await threadsChanged(client, sheet);
      onDone?.();
    },
  });
  return {
    ...mutation,
    /** Takes in what somebody else has done meanwhile. */
    load: () => void threadsChanged(client, sheet).then(() => mutation.reset()),
  };
}
