import { Button, FileInput, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { CheckedForm } from '../../kit/forms/checked-form.tsx';
import { Link } from '../../kit/page/link.tsx';
import { Page } from '../../kit/page/page.tsx';
import { Section } from '../../kit/page/section.tsx';
import { Arrival } from '../../kit/reading/arrival.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { previewSchemeFile } from './queries/scheme-files.ts';
import { SchemePreview } from './scheme-preview.tsx';
import { editionTexts } from './texts/editions.ts';
import { schemeImportTexts } from './texts/scheme-import.ts';

/** Brings in a table of criteria: the file, what was read of it, and the draft that is made of what a person confirmed. */
export function SchemeImportPage() {
  const texts = useTexts(schemeImportTexts);
  const { title } = useTexts(editionTexts);
  const [file, setFile] = useState<File | null>(null);
  const preview = useAct(previewSchemeFile);
  return (
    <Page
      path={[
        <Link key="editions" to="/lam-viec/bo-tieu-chi">
          {title}
        </Link>,
      ]}
      title={texts.title}
      lead={texts.lead}
    >
      <Section title={texts.choose} lead={texts.chooseLead}>
        <CheckedForm onSubmit={() => file && preview.mutate(file)}>
          <Stack>
            <FileInput
              label={texts.file}
              placeholder={texts.placeholder}
              accept=".docx,.xlsx"
              required
              value={file}
              onChange={(chosen) => {
                setFile(chosen);
                preview.reset();
              }}
              maw="40rem"
            />
            <Outcome error={preview.error} />
            <Group>
              <Button type="submit" loading={preview.isPending} disabled={!file} variant={preview.data ? 'default' : 'filled'}>
                {texts.see}
              </Button>
            </Group>
          </Stack>
        </CheckedForm>
      </Section>
      {file && preview.data ? (
        <Arrival of={preview.data}>
          <SchemePreview key={preview.data.digest} file={file} preview={preview.data} />
        </Arrival>
      ) : null}
    </Page>
  );
}
