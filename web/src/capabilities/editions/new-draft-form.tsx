import { Group, Radio, Select } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../kit/acts/use-act.ts';
import { Section } from '../../kit/page/section.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { BeginDraft } from './begin-draft.tsx';
import { DraftForm } from './draft-form.tsx';
import { type EditionTexts, editionAnswered, keepDraft } from './queries/editions.ts';
import { editionTexts } from './texts/editions.ts';

interface NewDraftFormProps {
  readonly owned: readonly { readonly id: string; readonly name: string }[];
  readonly onDone: (edition: string) => void;
  readonly onCancel: () => void;
}

const BEGINNINGS = ['edition', 'template', 'nothing', 'text'] as const;
type Beginning = (typeof BEGINNINGS)[number];

/** Stores a first draft: as an adopted edition stands, with nothing, or of a text whose id is the one in it. */
export function NewDraftForm({ owned, onDone, onCancel }: NewDraftFormProps) {
  const texts = useTexts(editionTexts);
  const [beginning, setBeginning] = useState<Beginning>('edition');
  const [ownerBody, setOwnerBody] = useState(owned[0]?.id ?? '');
  const owner = owned.length > 1 ? ownerBody : undefined;
  const keep = useAct((written: EditionTexts) => keepDraft({ ...written, ...(owner === undefined ? {} : { ownerBody: owner }) }), {
    refresh: editionAnswered,
    onDone: (edition) => onDone(edition.id),
  });
  const whose =
    owned.length > 1 ? (
      <Select
        label={texts.owner}
        data={owned.map(({ id, name }) => ({ value: id, label: name }))}
        value={ownerBody}
        onChange={(id) => setOwnerBody(id ?? '')}
        allowDeselect={false}
      />
    ) : null;
  return (
    <Section title={texts.createTitle} lead={beginning === 'text' ? texts.createLead : texts.begin.leads[beginning]}>
      <Radio.Group label={texts.begin.how} value={beginning} onChange={(chosen) => setBeginning(chosen as Beginning)}>
        <Group gap="md" mt={4}>
          {BEGINNINGS.map((one) => (
            <Radio key={one} value={one} label={texts.begin.names[one]} />
          ))}
        </Group>
      </Radio.Group>
      {beginning === 'text' ? (
        <DraftForm act={keep} onSave={(written) => keep.mutate(written)} onCancel={onCancel}>
          {whose}
        </DraftForm>
      ) : (
        <BeginDraft key={beginning} beginning={beginning} ownerBody={owner} onDone={({ id }) => onDone(id)} onCancel={onCancel}>
          {whose}
        </BeginDraft>
      )}
    </Section>
  );
}
