import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { operationQuery } from '../../api/operation.ts';
import { formatMomentExactly } from '../../texts/format.ts';
import { useTexts } from '../../texts/language.tsx';
import { operationTexts } from '../../texts/operation.ts';
import { Facts } from '../../ui/facts.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { BackupSection } from './backup-section.tsx';
import { EvidenceSection } from './evidence-section.tsx';
import { OutboxSection } from './outbox-section.tsx';
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
