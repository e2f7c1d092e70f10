import { Button, Group, Paper, Select, SimpleGrid, Stack, Textarea, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Round } from '../../api/rounds.ts';
import { controlTexts } from '../../texts/controls.ts';
import { useTexts } from '../../texts/language.tsx';
import { planTexts } from '../../texts/round-plan.ts';
import { Arrival } from '../../ui/arrival.tsx';
import type { Exclusion } from './exclusions-part.tsx';
import { choicesOf, type NamedCode } from './round-scheme.ts';

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
  const fields = useTexts(controlTexts);
  const [body, setBody] = useState<string | null>(null);
  const [item, setItem] = useState<string | null>(null);
  const [legalBasis, setLegalBasis] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (body !== null && item !== null) onPut({ body, item, legalBasis: legalBasis.trim() });
  };
  return (
    <Arrival of="form">
      <Paper withBorder p="md" component="form" onSubmit={submit}>
        <Stack>
          <Title order={3} size="h5">
            {texts.add}
          </Title>
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
          <Group>
            <Button type="submit" variant="default">
              {texts.put}
            </Button>
            <Button variant="subtle" onClick={onCancel}>
              {fields.cancel}
            </Button>
          </Group>
        </Stack>
      </Paper>
    </Arrival>
  );
}
