import { Code, List, Stack, Text } from '@mantine/core';
import { Facts } from '../../kit/page/facts.tsx';
import { Section } from '../../kit/page/section.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatBytes, formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { Operation } from './queries/operation.ts';
import { operationTexts } from './texts/operation.ts';

/** Checking takes seconds; an upload waiting longer than this needs attention. */
const LATE_MS = 600_000;

/** Whether evidence files are intact, checked and scanned. */
export function EvidenceSection({ evidence, scanner, askedAt }: Pick<Operation, 'evidence' | 'scanner' | 'askedAt'>) {
  const texts = useTexts(operationTexts).evidence;
  const { language } = useLanguage();
  const { store, files, bytes, unchecked, waitingSince, unscanned, missing, changed } = evidence;
  const late = waitingSince !== null && Date.parse(askedAt) - Date.parse(waitingSince) > LATE_MS;
  const damaged = [...missing.map((hash) => texts.missing(hash)), ...changed.map((hash) => texts.changed(hash))];
  return (
    <Section title={texts.title}>
      {damaged.length > 0 ? (
        <Notice kind="fault" title={texts.damaged}>
          <List size="sm">
            {damaged.map((one) => (
              <List.Item key={one} style={{ overflowWrap: 'anywhere' }}>
                {one}
              </List.Item>
            ))}
          </List>
          <Text size="sm">{texts.damagedMore}</Text>
        </Notice>
      ) : null}
      {late ? (
        <Notice kind="warning" title={texts.late(formatCount(unchecked, language))}>
          {texts.lateMore}
        </Notice>
      ) : null}
      <Facts
        facts={[
          [texts.store, texts.stores[store]],
          [texts.files, `${formatCount(files, language)} (${formatBytes(bytes, language)})`],
          [texts.unchecked, formatCount(unchecked, language)],
          [texts.unscanned, formatCount(unscanned, language)],
          [texts.scanner, texts.scanners[scanner]],
        ]}
      />
      <Stack gap="xs">
        <Text size="sm">{texts.verify}</Text>
        <Code block>npx parindex evidence verify</Code>
      </Stack>
    </Section>
  );
}
