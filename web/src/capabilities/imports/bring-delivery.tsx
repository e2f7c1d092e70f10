import { Button, Fieldset, FileInput, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { DayInput } from '../../kit/day-input.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Outcome } from '../../kit/outcome.tsx';
import { saveFile } from '../../kit/save-file.ts';
import { Section } from '../../kit/section.tsx';
import { bringDelivery, fetchDeliveryForm } from './queries/batches.ts';
import { deliveryTexts } from './texts/batches.ts';

/** A file of figures, with what is told of all its rows; it is only read, and shown. */
export function BringDelivery({ round, onBrought }: { round: string; onBrought: (id: string) => void }) {
  const texts = useTexts(deliveryTexts);
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [source, setSource] = useState('');
  const [date, setDate] = useState<string>();
  const [vintage, setVintage] = useState('');
  const form = useMutation({
    mutationFn: (as: 'csv' | 'xlsx') => fetchDeliveryForm(round, as),
    onSuccess: (blob, as) => saveFile(blob, `so-lieu-${round}.${as}`),
  });
  const bring = useMutation({
    mutationFn: (chosen: File) => bringDelivery(round, chosen, { source: source.trim() || undefined, date, vintage: vintage.trim() || undefined }),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['deliveries', round] });
      onBrought(id);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file) bring.mutate(file);
  };
  return (
    <Section
      title={texts.bring}
      lead={texts.bringLead}
      actions={
        <>
          <Button variant="default" loading={form.isPending && form.variables === 'xlsx'} onClick={() => form.mutate('xlsx')}>
            {texts.formXlsx}
          </Button>
          <Button variant="default" loading={form.isPending && form.variables === 'csv'} onClick={() => form.mutate('csv')}>
            {texts.formCsv}
          </Button>
        </>
      }
    >
      <form onSubmit={submit}>
        <Stack>
          <FileInput
            label={texts.file}
            placeholder={texts.choose}
            accept=".csv,.xlsx"
            required
            value={file}
            onChange={(chosen) => {
              setFile(chosen);
              bring.reset();
            }}
            maw="40rem"
          />
          <Fieldset legend={texts.defaults}>
            <SimpleGrid cols={{ base: 1, sm: 3 }}>
              <TextInput
                label={texts.source}
                description={texts.sourceMore}
                value={source}
                maxLength={500}
                onChange={({ currentTarget }) => setSource(currentTarget.value)}
              />
              <DayInput label={texts.date} description={texts.dateMore} value={date} onChange={setDate} />
              <TextInput
                label={texts.vintage}
                description={texts.vintageMore}
                value={vintage}
                maxLength={200}
                onChange={({ currentTarget }) => setVintage(currentTarget.value)}
              />
            </SimpleGrid>
          </Fieldset>
          <Outcome error={form.error ?? bring.error} />
          <Group>
            <Button type="submit" loading={bring.isPending} disabled={!file}>
              {texts.see}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
