import { Select, SimpleGrid, Textarea } from '@mantine/core';
import { useState } from 'react';
import { InlineForm } from '../../kit/inline-form.tsx';
import { useTexts } from '../../kit/language.tsx';
import type { Exclusion } from './exclusions-part.tsx';
import type { Round } from './queries/rounds.ts';
import { choicesOf, type NamedCode } from './round-scheme.ts';
import { planTexts } from './texts/round-plan.ts';

interface ExclusionFormProps {
  readonly participants: Round['participants'];
  readonly items: readonly NamedCode[];
  readonly onPut: (exclusion: Exclusion) => void;
  readonly onCancel: () => void;
}

/** One item that does not apply to one body. */
export function ExclusionForm({ participants, items, onPut, onCancel }: ExclusionFormProps) {
  const all = useTexts(planTexts);
  const texts = all.exclusions;
  const [body, setBody] = useState<string | null>(null);
  const [item, setItem] = useState<string | null>(null);
  const [legalBasis, setLegalBasis] = useState('');
  const submit = () => {
    if (body !== null && item !== null) onPut({ body, item, legalBasis: legalBasis.trim() });
  };
  return (
    <InlineForm title={texts.add} of="form" submit={texts.put} quiet onSubmit={submit} onCancel={onCancel}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={texts.body}
          placeholder={all.choose}
          required
          searchable
          nothingFoundMessage={all.nothing}
          data={participants.map((one) => ({ value: one.body, label: one.name }))}
          value={body}
          onChange={setBody}
        />
        <Select
          label={texts.item}
          placeholder={all.choose}
          required
          searchable
          nothingFoundMessage={all.nothing}
          data={choicesOf(items)}
          value={item}
          onChange={setItem}
        />
      </SimpleGrid>
      <Textarea
        label={texts.basis}
        description={texts.basisMore}
        required
        maxLength={1000}
        autosize
        value={legalBasis}
        onChange={({ currentTarget }) => setLegalBasis(currentTarget.value)}
      />
    </InlineForm>
  );
}
