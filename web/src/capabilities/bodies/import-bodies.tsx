import { Button, FileInput, Stack, Text } from '@mantine/core';
import { BODY_COLUMN_TITLES, BODY_COLUMNS } from '@parindex/core/bodies/columns';
import { useState } from 'react';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { Section } from '../../kit/page/section.tsx';
import { Arrival } from '../../kit/reading/arrival.tsx';
import { Loading } from '../../kit/reading/loading.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { ImportPreview } from './import-preview.tsx';
import { type BodyFile, bodiesChanged, importBodies } from './queries/bodies.ts';
import { bodiesTexts } from './texts/bodies.ts';

class NotText extends Error {}

/** A spreadsheet saved in another encoding would garble names. */
async function readFile(file: File): Promise<BodyFile> {
  const bytes = await file.arrayBuffer();
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { form: file.name.toLowerCase().endsWith('.json') ? 'json' : 'csv', text };
  } catch (cause) {
    throw new NotText(file.name, { cause });
  }
}

/** A file is checked first, and only imported once somebody has seen its changes. */
export function ImportBodies() {
  const texts = useTexts(bodiesTexts);
  const { language } = useLanguage();
  const [file, setFile] = useState<File | null>(null);
  const check = useAct(async (chosen: File) => {
    const read = await readFile(chosen);
    return { read, answer: await importBodies(read, true) };
  });
  const keep = useAct((read: BodyFile) => importBodies(read, false), {
    onDone: () => {
      setFile(null);
      check.reset();
    },
    onEnd: bodiesChanged,
  });
  const choose = (chosen: File | null) => {
    setFile(chosen);
    keep.reset();
    check.reset();
    if (chosen) check.mutate(chosen);
  };
  const count = (number: number) => formatCount(number, language);
  const found = check.data?.answer;
  return (
    <Section title={texts.import} lead={texts.importLead}>
      <Stack>
        <FileInput
          label={texts.file}
          description={texts.fileMore(BODY_COLUMNS.map((column) => BODY_COLUMN_TITLES[column][language]).join(', '))}
          placeholder={texts.choose}
          accept=".csv,.json,text/csv,application/json"
          value={file}
          onChange={choose}
          maw="40rem"
        />
        {check.isPending ? <Loading /> : null}
        {check.error instanceof NotText ? (
          <Arrival>
            <Notice kind="fault">{texts.notText}</Notice>
          </Arrival>
        ) : (
          <Outcome error={check.error} />
        )}
        {found ? (
          <Arrival>
            <Stack gap="sm">
              <Text fw={600}>{texts.preview}</Text>
              <ImportPreview found={found} />
              {found.changes.length > 0 ? (
                <Button w="fit-content" loading={keep.isPending} onClick={() => check.data && keep.mutate(check.data.read)}>
                  {texts.confirm(count(found.changes.length))}
                </Button>
              ) : null}
            </Stack>
          </Arrival>
        ) : null}
        <Outcome error={keep.error} done={keep.data ? texts.imported(count(keep.data.counts.added), count(keep.data.counts.changed)) : undefined} />
      </Stack>
    </Section>
  );
}
