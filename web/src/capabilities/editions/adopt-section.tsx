import { Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { DayInput } from '../../kit/day-input.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Outcome } from '../../kit/outcome.tsx';
import { Section } from '../../kit/section.tsx';
import { adoptEdition, type Edition, editionAnswered } from './queries/editions.ts';
import { editionTexts } from './texts/editions.ts';

/** Adopts a draft by a decision; the server checks it whole and locks it. */
export function AdoptSection({ edition }: { edition: Edition }) {
  const texts = useTexts(editionTexts).adopt;
  const client = useQueryClient();
  const [number, setNumber] = useState('');
  const [date, setDate] = useState<string>();
  const [effectiveFrom, setFrom] = useState<string>();
  const [effectiveTo, setTo] = useState<string>();
  const adopt = useMutation({
    mutationFn: () => {
      if (date === undefined || effectiveFrom === undefined) throw new Error('an adoption without its days has been sent');
      return adoptEdition(edition.id, {
        version: edition.version,
        effectiveFrom,
        ...(effectiveTo === undefined ? {} : { effectiveTo }),
        decision: { number: number.trim(), date },
      });
    },
    onSuccess: (answer) => editionAnswered(client, answer),
  });
  const load = (current: unknown) => {
    editionAnswered(client, current as Edition);
    adopt.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    adopt.mutate();
  };
  return (
    <Section title={texts.title} lead={texts.lead}>
      <form onSubmit={submit}>
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput label={texts.number} required maxLength={100} value={number} onChange={({ currentTarget }) => setNumber(currentTarget.value)} />
            <DayInput label={texts.date} required value={date} onChange={setDate} />
            <DayInput label={texts.from} required value={effectiveFrom} onChange={setFrom} />
            <DayInput label={texts.to} description={texts.toMore} value={effectiveTo} onChange={setTo} />
          </SimpleGrid>
          <Outcome error={adopt.error} load={load} />
          <Group>
            <Button type="submit" loading={adopt.isPending}>
              {texts.act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
