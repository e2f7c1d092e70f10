import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';

interface ActOptions<Answer, Given> {
  /** Brings up to date what was read before: keeps the answer, or has it read anew. The act is pending until this has ended. */
  readonly refresh?: (client: QueryClient, answer: Answer) => unknown;
  readonly onDone?: (answer: Answer, given: Given) => unknown;
  readonly onRefused?: (error: Error, client: QueryClient) => unknown;
  /** Whatever the end: a refusal too can mean that others were faster. */
  readonly onEnd?: (client: QueryClient) => unknown;
}

/**
 * Something that a person does and the server answers: whether it is under way (`isPending`), why it was refused
 * (`error`, which `Outcome` shows and moves the focus to), and what is read anew after it.
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
    /** Takes in the state that somebody else has made meanwhile, as the refusal of a stale version brings it. */
    load: (current: unknown): void => void Promise.resolve(refresh?.(client, current as Answer)).then(() => mutation.reset()),
  };
}

/** What forms and dialogs show of an act. */
export interface Act {
  readonly isPending: boolean;
  readonly error: unknown;
}
