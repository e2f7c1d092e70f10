import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Body, type BodyChange, changeBody } from './queries/bodies.ts';

/** Sends a change of the version that is shown; all that is read of bodies is read anew. */
export function useBodyChange({ id, version }: Body, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: Omit<BodyChange, 'version'>) => changeBody(id, { ...change, version }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['bodies'] });
      onDone();
    },
  });
}
