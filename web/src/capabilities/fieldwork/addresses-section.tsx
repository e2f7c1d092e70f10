import { Button, FileInput, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Refused } from '../../client/request.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { CheckedForm } from '../../kit/forms/checked-form.tsx';
import { Section } from '../../kit/page/section.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { FileFaults } from '../survey/file-faults.tsx';
import { NO_PLACE, PlaceFields } from './place-fields.tsx';
import { bringAddresses, type Fieldwork, fieldworkChanged } from './queries/fieldwork.ts';
import { fieldworkTexts } from './texts/fieldwork.ts';

/** Brings a list of addresses with their interviewers. */
export function AddressesSection({ round, fieldwork }: { round: string; fieldwork: Fieldwork }) {
  const texts = useTexts(fieldworkTexts).addresses;
  const { language } = useLanguage();
  const [place, setPlace] = useState(NO_PLACE);
  const [file, setFile] = useState<File | null>(null);
  const bring = useAct((chosen: File) => bringAddresses(round, place.body, place.group, chosen), {
    refresh: (client) => fieldworkChanged(client, round),
    onDone: () => setFile(null),
  });
  const count = (of: number) => formatCount(of, language);
  const done = bring.data ? texts.done(count(bring.data.addresses), count(bring.data.reserves), count(bring.data.interviewers)) : undefined;
  const faults = bring.error instanceof Refused ? bring.error.problem.faults : undefined;
  if (fieldwork.groups.every(({ rule }) => rule === null))
    return (
      <Section title={texts.title}>
        <Text size="sm">{texts.first}</Text>
      </Section>
    );
  return (
    <Section title={texts.title} lead={texts.lead}>
      <CheckedForm onSubmit={() => file && bring.mutate(file)}>
        <Stack>
          <PlaceFields fieldwork={fieldwork} value={place} onChange={setPlace} />
          <FileInput
            label={texts.file}
            placeholder={texts.chooseFile}
            accept=".csv,.xlsx"
            required
            value={file}
            onChange={(chosen) => {
              setFile(chosen);
              bring.reset();
            }}
          />
          {faults && bring.error instanceof Refused ? <FileFaults of={bring.error} faults={faults} /> : <Outcome error={bring.error} done={done} />}
          <Group>
            <Button type="submit" loading={bring.isPending}>
              {texts.act}
            </Button>
          </Group>
        </Stack>
      </CheckedForm>
    </Section>
  );
}
