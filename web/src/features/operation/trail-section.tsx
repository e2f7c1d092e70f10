import { Code, Stack, Text } from '@mantine/core';
import type { Operation } from '../../api/operation.ts';
import { formatCount, formatMomentExactly } from '../../texts/format.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { operationTexts } from '../../texts/operation.ts';
import { Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';

/** Sealing runs about once a second; a row that waits longer than this deserves a look. */
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
