import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Round, roundAnswered } from './queries/rounds.ts';

/** An act that changes a round and answers it whole; what it answered is shown everywhere at once. */
export function useRoundAct<A = void>(act: (about: A) => Promise<Round>, onDone?: (round: Round) => void) {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: act,
    onSuccess: (round) => {
      roundAnswered(client, round);
      onDone?.(round);
    },
  });
  return {
    ...mutation,
    /** Takes in the state that somebody else has made meanwhile. */
    load: (current: unknown) => {
      roundAnswered(client, current as Round);
      mutation.reset();
    },
  };
}
