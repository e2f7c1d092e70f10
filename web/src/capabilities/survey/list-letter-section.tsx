import { Button, Select, SimpleGrid, Stack } from '@mantine/core';
import { useState } from 'react';
import { DocumentButtons } from '../../kit/acts/document-buttons.tsx';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { saveFile } from '../../kit/acts/save-file.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { DayInput } from '../../kit/fields/day-input.tsx';
import { Section } from '../../kit/page/section.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { ALL } from './place-selects.tsx';
import { fetchListLetter, fetchRespondentForm, type Survey } from './queries/survey.ts';
import { listLetterTexts } from './texts/list-letter.ts';

/** The letter by which units are asked for their lists, with the form that goes with it. */
export function ListLetterSection({ round, survey }: { round: string; survey: Survey }) {
  const texts = useTexts(listLetterTexts);
  const [body, setBody] = useState<string>(ALL);
  const [until, setUntil] = useState<string | undefined>();
  const form = useAct(() => fetchRespondentForm(round), { onDone: (blob) => saveFile(blob, `danh-sach-lay-y-kien-${round}.xlsx`) });
  const asked = body === ALL ? undefined : body;
  return (
    <Section title={texts.title} lead={texts.lead}>
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label={texts.body}
            data={[{ value: ALL, label: texts.allBodies }, ...survey.bodies.map((of) => ({ value: of.body.id, label: of.body.name }))]}
            allowDeselect={false}
            value={body}
            onChange={(value) => value !== null && setBody(value)}
          />
          <DayInput label={texts.until} value={until} onChange={setUntil} />
        </SimpleGrid>
        <DocumentButtons
          take={(format) => fetchListLetter(round, { body: asked, until, format })}
          name={`de-nghi-lap-danh-sach-${asked ?? round}`}
          texts={texts}
        />
        <Button variant="default" w="fit-content" loading={form.isPending} onClick={() => form.mutate()}>
          {texts.form}
        </Button>
        <Outcome error={form.error} />
      </Stack>
    </Section>
  );
}
