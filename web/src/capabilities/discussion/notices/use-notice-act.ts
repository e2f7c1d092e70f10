import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { noticesChanged } from '../queries/notices.ts';

/** Publishes, asks or withdraws; what was read is then read anew. The same words keep their id: sent again after a lost answer, nothing is there twice. */
export function useNoticeAct<A extends readonly string[]>(act: (id: string, ...said: A) => Promise<unknown>, onDone?: () => void) {
  const client = useQueryClient();
  const sent = useRef({ said: '', id: '' });
  return useMutation({
    mutationFn: (words: A) => {
      const said = JSON.stringify(words);
      if (sent.current.said !== said) sent.current = { said, id: crypto.randomUUID() };
      return act(sent.current.id, ...words);
    },
    onSuccess: async () => {
      await noticesChanged(client);
      onDone?.();
    },
  });
}
