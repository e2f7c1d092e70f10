import { Code, Stack, Text } from '@mantine/core';
import { Facts } from '../../kit/page/facts.tsx';
import { Section } from '../../kit/page/section.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount, formatMomentExactly } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { Operation } from './queries/operation.ts';
import { operationTexts } from './texts/operation.ts';

/** Sealing runs about once a second; a row waiting longer than this needs attention. */
const LATE_MS = 120_000;

/** Whether the trail is being sealed. */
export function TrailSection({ trail: { number, at, unsealed, waitingSince }, askedAt }: Pick<Operation, 'trail' | 'askedAt'>) {
  const texts = useTexts(operationTexts).trail;
  const { language } = useLanguage();
  const waiting = formatCount(unsealed, language);
  const late = waitingSince !== null && Date.parse(askedAt) - Date.parse(waitingSince) > LATE_MS;
  return (
    <Section title={texts.title}>
      {late ? (
        <Notice kind="warning" title={texts.late(waiting)}>
          {texts.lateMore}
        </Notice>
      ) : (
        <Notice kind={at === null ? 'note' : 'good'}>{at === null ? texts.never : texts.fine(formatMomentExactly(at))}</Notice>
      )}
      {unsealed > 0 && !late ? <Text size="sm">{texts.waiting(waiting)}</Text> : null}
      <Facts
        facts={[
          [texts.blocks, formatCount(number, language)],
          [texts.last, at === null ? '–' : formatMomentExactly(at)],
          [texts.unsealed, waiting],
        ]}
      />
      <Stack gap="xs">
        <Text size="sm">{texts.anchor}</Text>
        <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {texts.anchorCommand}
        </Code>
      </Stack>
    </Section>
  );
}
