import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';

interface ActOptions<Answer, Given> {
  /** Updates the cache: stores the answer, or reloads. The act stays pending until this has ended. */
  readonly refresh?: (client: QueryClient, answer: Answer) => unknown;
  readonly onDone?: (answer: Answer, given: Given) => unknown;
  readonly onRefused?: (error: Error, client: QueryClient) => unknown;
  /** Whatever the outcome: a refusal too can mean that others were faster. */
  readonly onEnd?: (client: QueryClient) => unknown;
}

/**
 * An act of the user that the server answers: whether it is pending (`isPending`), why it was refused (`error`, shown by
 * `Outcome`, which takes the focus), and what is reloaded afterwards.
 */
export function useAct<Answer, Given = void>(act: (given: Given) => Promise<Answer>, { refresh, onDone, onRefused, onEnd }: ActOptions<Answer, Given> = {}) {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: act,
    onSuccess: async (answer, given) => {
      await refresh?.(client, answer);
      await onDone?.(answer, given);
    },
    onError: (error) => onRefused?.(error, client),
    onSettled: () => onEnd?.(client),
  });
  return {
    ...mutation,
    /** Loads the current state that the refusal of a stale version contains. */
    load: (current: unknown): void => void Promise.resolve(refresh?.(client, current as Answer)).then(() => mutation.reset()),
  };
}

/** The state of an act for forms and dialogs. */
export interface Act {
  readonly isPending: boolean;
  readonly error: unknown;
}
