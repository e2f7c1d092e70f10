import { Code, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Section } from '../../kit/page/section.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatMoment } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { installationQuery } from './queries/installation.ts';
import type { Operation } from './queries/operation.ts';
import { operationTexts } from './texts/operation.ts';

/** What is known of backups, and how one is made. */
export function BackupSection({ lastBackup }: Pick<Operation, 'lastBackup'>) {
  const texts = useTexts(operationTexts).backup;
  const sandbox = useQuery(installationQuery).data?.kind === 'sandbox';
  return (
    <Section title={texts.title}>
      {lastBackup ? <Notice kind="good">{texts.last(formatMoment(lastBackup.at))}</Notice> : null}
      {!lastBackup && sandbox ? <Notice kind="note">{texts.sandbox}</Notice> : null}
      {!lastBackup && !sandbox ? (
        <Notice kind="warning" title={texts.unknown}>
          {texts.unknownMore}
        </Notice>
      ) : null}
      <Stack gap="xs">
        <Title order={3} size="h5">
          {texts.how}
        </Title>
        <Text size="sm">{texts.run}</Text>
        <Code block>{texts.command}</Code>
        <Text size="sm">{texts.recipients}</Text>
        <Text size="sm">{texts.while}</Text>
        <Text size="sm">{texts.personal}</Text>
        <Text size="sm">{texts.restore}</Text>
        <Code block>{texts.restoreCommand}</Code>
      </Stack>
    </Section>
  );
}
