import { Button, FileInput, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { batchFileQuery } from '@parindex/core/contracts/schemas/import-batches';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { saveFile } from '../../kit/acts/save-file.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { DayInput } from '../../kit/fields/day-input.tsx';
import { FieldGroup } from '../../kit/fields/field-group.tsx';
import { CheckedForm } from '../../kit/forms/checked-form.tsx';
import { useForm } from '../../kit/forms/use-form.ts';
import { Section } from '../../kit/page/section.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { fetchBatchForm, uploadBatch } from './queries/batches.ts';
import { batchTexts } from './texts/batches.ts';

/** Uploads a file of figures, with values for all its rows; nothing is written yet. */
export function UploadBatch({ round, onUploaded }: { round: string; onUploaded: (id: string) => void }) {
  const texts = useTexts(batchTexts);
  const [file, setFile] = useState<File | null>(null);
  const { values, text, input } = useForm({ source: '', date: undefined as string | undefined, vintage: '' }, limitsOf(batchFileQuery));
  const form = useAct((as: 'csv' | 'xlsx') => fetchBatchForm(round, as), { onDone: (blob, as) => saveFile(blob, `so-lieu-${round}.${as}`) });
  const bring = useAct(
    (chosen: File) => uploadBatch(round, chosen, { source: values.source.trim() || undefined, date: values.date, vintage: values.vintage.trim() || undefined }),
    {
      refresh: (client) => void client.invalidateQueries({ queryKey: ['deliveries', round] }),
      onDone: ({ id }) => onUploaded(id),
    },
  );
  const submit = () => {
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
      <CheckedForm onSubmit={submit}>
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
          <FieldGroup legend={texts.defaults}>
            <SimpleGrid cols={{ base: 1, sm: 3 }}>
              <TextInput label={texts.source} description={texts.sourceMore} {...text('source')} />
              <DayInput label={texts.date} description={texts.dateMore} {...input('date')} />
              <TextInput label={texts.vintage} description={texts.vintageMore} {...text('vintage')} />
            </SimpleGrid>
          </FieldGroup>
          <Outcome error={form.error ?? bring.error} />
          <Group>
            <Button type="submit" loading={bring.isPending} disabled={!file}>
              {texts.see}
            </Button>
          </Group>
        </Stack>
      </CheckedForm>
    </Section>
  );
}
