import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addReferences, type LibraryKey, libraryChanged } from '../../api/documents.ts';
import { documentTexts } from '../../texts/documents.ts';
import { useTexts } from '../../texts/language.tsx';
import { InlineForm } from '../../ui/inline-form.tsx';
import { Outcome } from '../../ui/outcome.tsx';

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
