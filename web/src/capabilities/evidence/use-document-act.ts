import { useMutation, useQueryClient } from '@tanstack/react-query';
import { documentAnswered, type LibraryDocument, type LibraryKey } from './queries/documents.ts';

/** An act on a document, which answers it whole; what it answered is shown everywhere at once. */
export function useDocumentAct<A = void>(library: LibraryKey, act: (about: A) => Promise<LibraryDocument>, onDone?: () => void) {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: act,
    onSuccess: (document) => {
      documentAnswered(client, library, document);
      onDone?.();
    },
  });
  return {
    ...mutation,
    /** Takes in the state that somebody else has made meanwhile. */
    load: (current: unknown) => {
      documentAnswered(client, library, current as LibraryDocument);
      mutation.reset();
    },
  };
}
