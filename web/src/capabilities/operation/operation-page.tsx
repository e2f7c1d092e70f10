import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Facts } from '../../kit/facts.tsx';
import { formatMomentExactly } from '../../kit/format.ts';
import { useTexts } from '../../kit/language.tsx';
import { Loading } from '../../kit/loading.tsx';
import { Page } from '../../kit/page.tsx';
import { ProblemNotice } from '../../kit/problem-notice.tsx';
import { Section } from '../../kit/section.tsx';
import { BackupSection } from './backup-section.tsx';
import { EvidenceSection } from './evidence-section.tsx';
import { OutboxSection } from './mail-queue-section.tsx';
import { operationQuery } from './queries/operation.ts';
import { operationTexts } from './texts/operation.ts';
import { TrailSection } from './trail-section.tsx';

/** How the installation stands, for those who look after it. */
export function OperationPage() {
  const texts = useTexts(operationTexts);
  const { data, error, refetch, isFetching } = useQuery(operationQuery);
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={
        data ? (
          <Button variant="default" loading={isFetching} onClick={() => void refetch()}>
            {texts.again}
          </Button>
        ) : undefined
      }
    >
      {error ? <ProblemNotice error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data ? (
        <>
          <BackupSection lastBackup={data.lastBackup} />
          <TrailSection trail={data.trail} askedAt={data.askedAt} />
          <EvidenceSection evidence={data.evidence} scanner={data.scanner} askedAt={data.askedAt} />
          <OutboxSection />
          <Section title={texts.facts.title}>
            <Facts
              facts={[
                [texts.facts.release, data.release],
                [texts.facts.database, texts.facts.kinds[data.database.kind]],
                [texts.facts.version, data.database.version],
                [texts.facts.migrations, data.database.migrations.join(', ')],
              ]}
            />
            <Text size="sm" c="dimmed">
              {texts.ready}
            </Text>
          </Section>
          <Text size="sm" c="dimmed" role="status">
            {texts.asked(formatMomentExactly(data.askedAt))}
          </Text>
        </>
      ) : null}
    </Page>
  );
}
