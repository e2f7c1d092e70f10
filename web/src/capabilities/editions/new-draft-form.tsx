import { Select } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../kit/acts/use-act.ts';
import { Section } from '../../kit/page/section.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { DraftForm } from './draft-form.tsx';
import { type EditionTexts, editionAnswered, keepDraft } from './queries/editions.ts';
import { editionTexts } from './texts/editions.ts';

interface NewDraftFormProps {
  readonly owned: readonly { readonly id: string; readonly name: string }[];
  readonly onDone: (edition: string) => void;
  readonly onCancel: () => void;
}

/** Stores a first draft; its id is the one in its document. */
export function NewDraftForm({ owned, onDone, onCancel }: NewDraftFormProps) {
  const texts = useTexts(editionTexts);
  const [ownerBody, setOwnerBody] = useState(owned[0]?.id ?? '');
  const keep = useAct((written: EditionTexts) => keepDraft({ ...written, ...(owned.length > 1 ? { ownerBody } : {}) }), {
    refresh: editionAnswered,
    onDone: (edition) => onDone(edition.id),
  });
  return (
    <Section title={texts.createTitle} lead={texts.createLead}>
      <DraftForm act={keep} onSave={(written) => keep.mutate(written)} onCancel={onCancel}>
        {owned.length > 1 ? (
          <Select
            label={texts.owner}
            data={owned.map(({ id, name }) => ({ value: id, label: name }))}
            value={ownerBody}
            onChange={(id) => setOwnerBody(id ?? '')}
            allowDeselect={false}
          />
        ) : null}
      </DraftForm>
    </Section>
  );
}
