import { Stack, Text } from '@mantine/core';
import { formatDay, formatMoment } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { CitationLine } from '../sheets/citation-line.tsx';
import { useDocuments } from '../sheets/use-documents.ts';
import type { Explanation } from './queries/explanation.ts';
import { siteCheckTexts } from './texts/site-check.ts';

export type SiteCheck = Explanation['siteChecks'][number];

/** What was found on site of an item, with its minutes. */
export function SiteCheckShown({ check }: { check: SiteCheck }) {
  const texts = useTexts(siteCheckTexts);
  const { documents } = useDocuments(true);
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {texts.title}
      </Text>
      <Text size="sm">
        {texts.on(formatDay(check.date))}. {check.team === null ? '' : `${texts.who(check.team)}.`}
      </Text>
      <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
        {check.text}
      </Text>
      {check.citations.map((text) => (
        <CitationLine key={text} text={text} documents={documents} />
      ))}
      <Text size="xs" c="dimmed">
        {texts.by(check.by.name, formatMoment(check.at))}
      </Text>
    </Stack>
  );
}
