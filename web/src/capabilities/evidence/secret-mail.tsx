import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { InlineForm } from '../../kit/inline-form.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Outcome } from '../../kit/outcome.tsx';
import { addReferences, type LibraryKey, libraryChanged } from './queries/documents.ts';
import { documentTexts } from './texts/documents.ts';

/** Notes that a paper went by the secret mail: there is nothing to type, and why that is so. */
export function SecretMail({ library, onDone, onCancel }: { library: LibraryKey; onDone: () => void; onCancel: () => void }) {
  const texts = useTexts(documentTexts).secret;
  const client = useQueryClient();
  const [id] = useState(() => crypto.randomUUID());
  const note = useMutation({
    mutationFn: () => addReferences(library, [{ id, form: 'secretMail', number: null, date: null }]),
    onSuccess: () => {
      void libraryChanged(client, library);
      onDone();
    },
  });
  return (
    <InlineForm title={texts.title} of="secretMail" submit={texts.save} pending={note.isPending} onSubmit={() => note.mutate()} onCancel={onCancel}>
      <Text maw="75ch">{texts.explained}</Text>
      <Outcome error={note.error} />
    </InlineForm>
  );
}
