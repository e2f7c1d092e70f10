import { Stack, Text } from '@mantine/core';
import { replyName } from '@parindex/core/words/reply-name';
import { formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { CitationLine } from '../sheets/citation-line.tsx';
import { useDocuments } from '../sheets/use-documents.ts';
import type { ExplainedItem } from './queries/explanation.ts';
import { explanationTexts } from './texts/explanation.ts';

/** What a body answers at an item, with the documents that it cites for it. */
export function ReplyShown({ reply, of }: { reply: Omit<NonNullable<ExplainedItem['reply']>, 'seq'>; of: Pick<ExplainedItem, 'contested'> }) {
  const { language } = useLanguage();
  const texts = useTexts(explanationTexts);
  const { documents } = useDocuments(reply.citations.length > 0);
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {replyName(reply.kind, of, language)}
      </Text>
      {reply.text === '' ? null : (
        <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
          {reply.text}
        </Text>
      )}
      {reply.citations.map((text) => (
        <CitationLine key={text} text={text} documents={documents} />
      ))}
      <Text size="xs" c="dimmed">
        {texts.by(reply.by.name, formatMoment(reply.at))}
      </Text>
    </Stack>
  );
}
