import { isRefusal } from './request.ts';

type AskPerson = () => Promise<boolean>;

let askPerson: AskPerson | undefined;
let asking: Promise<boolean> | undefined;

/** Whoever shows the question says here how it is asked; returns how to stop. */
export function onConfirmationAsked(ask: AskPerson): () => void {
  askPerson = ask;
  return () => {
    if (askPerson === ask) askPerson = undefined;
  };
}

/** Does a binding act; where the server wants the person to prove first who they are, asks them once, and does it again. Without an answer the refusal stands. */
export async function confirmedWhereAsked<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!isRefusal(error, 'confirmationNeeded') || !askPerson) throw error;
    asking ??= askPerson().finally(() => {
      asking = undefined;
    });
    if (!(await asking)) throw error;
    return act();
  }
}
