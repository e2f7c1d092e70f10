import { Text } from '@mantine/core';
import { useState } from 'react';
import type { SheetKey } from '../../client/sheet.ts';
import { libraryChanged } from '../../device/uploads/queries.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { InlineForm } from '../../kit/forms/inline-form.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { addReferences } from './queries/documents.ts';
import { documentTexts } from './texts/documents.ts';

/** Records that a paper was sent by secret mail: nothing can be entered, and the reason is shown. */
export function SecretMail({ library, onDone, onCancel }: { library: SheetKey; onDone: () => void; onCancel: () => void }) {
  const texts = useTexts(documentTexts).secret;
  const [id] = useState(() => crypto.randomUUID());
  const note = useAct(() => addReferences(library, [{ id, form: 'secretMail', number: null, date: null }]), {
    refresh: (client) => void libraryChanged(client, library),
    onDone,
  });
  return (
    <InlineForm title={texts.title} of="secretMail" submit={texts.save} act={note} onSubmit={() => note.mutate()} onCancel={onCancel}>
      <Text maw="75ch">{texts.explained}</Text>
    </InlineForm>
  );
}
