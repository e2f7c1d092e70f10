import { List, Stack, Text } from '@mantine/core';
import { beginning } from '@parindex/core/words/language';
import { placeInFile } from '@parindex/core/words/scheme-import-words';
import { useState } from 'react';
import { Section } from '../../kit/page/section.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { DraftOfFile } from './draft-of-file.tsx';
import type { SchemeFilePreview } from './queries/scheme-files.ts';
import { ReadParts } from './read-parts.tsx';
import { ReadSums } from './read-sums.tsx';
import { schemeImportTexts } from './texts/scheme-import.ts';

/** What was read of a file: its counts, its points, its parts with their doubts and proposed rules; then the draft. */
export function SchemePreview({ file, preview }: { file: File; preview: SchemeFilePreview }) {
  const texts = useTexts(schemeImportTexts);
  const { language } = useLanguage();
  const [confirmed, setConfirmed] = useState<ReadonlySet<number>>(new Set());
  const count = (number: number) => formatCount(number, language);
  const placeOf = (place: string) => placeInFile(place, /\.docx$/i.test(file.name), language);
  const { domains, criteria, items, rules } = preview.counts;
  return (
    <Stack>
      <Section title={texts.read}>
        {items === 0 ? (
          <Notice kind="warning">{texts.nothing}</Notice>
        ) : (
          <div>
            <Text size="sm">{texts.counts(count(domains), count(criteria), count(items))}</Text>
            <Text size="sm">{texts.ruleCounts(count(rules.read), count(rules.doubtful), count(rules.toChoose))}</Text>
          </div>
        )}
        {preview.carried && items > 0 ? <Notice kind="note">{texts.carried}</Notice> : null}
        {preview.doubts.length > 0 ? (
          <Notice kind="warning" title={texts.elsewhere}>
            <List size="sm">
              {preview.doubts.map(({ place, message }) => (
                <List.Item key={`${place} ${message}`}>{texts.at(beginning(placeOf(place)), message)}</List.Item>
              ))}
            </List>
          </Notice>
        ) : null}
      </Section>
      {items === 0 ? null : (
        <>
          <ReadSums preview={preview} />
          <ReadParts placeOf={placeOf} parts={preview.parts} confirmed={confirmed} onConfirm={setConfirmed} />
          <DraftOfFile file={file} preview={preview} confirmed={confirmed} />
        </>
      )}
    </Stack>
  );
}
