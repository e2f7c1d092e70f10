import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Facts } from '../../kit/page/facts.tsx';
import { Page } from '../../kit/page/page.tsx';
import { Section } from '../../kit/page/section.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { formatCount, formatMomentExactly } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { BackupSection } from './backup-section.tsx';
import { EvidenceSection } from './evidence-section.tsx';
import { MailQueueSection } from './mail-queue-section.tsx';
import { operationQuery } from './queries/operation.ts';
import { operationTexts } from './texts/operation.ts';
import { TrailSection } from './trail-section.tsx';

/** The state of the installation, for its administrators. */
export function OperationPage() {
  const texts = useTexts(operationTexts);
  const { language } = useLanguage();
  const query = useQuery(operationQuery);
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={
        query.data ? (
          <Button variant="default" loading={query.isFetching} onClick={() => void query.refetch()}>
            {texts.again}
          </Button>
        ) : undefined
      }
    >
      <Loaded query={query}>
        {(data) => (
          <>
            <BackupSection lastBackup={data.lastBackup} />
            <TrailSection trail={data.trail} askedAt={data.askedAt} />
            <EvidenceSection evidence={data.evidence} scanner={data.scanner} askedAt={data.askedAt} />
            <MailQueueSection />
            <Section title={texts.facts.title}>
              <Facts
                facts={[
                  [texts.facts.release, data.release],
                  [texts.facts.database, texts.facts.kinds[data.database.kind]],
                  [texts.facts.version, data.database.version],
                  [texts.facts.migrations, texts.facts.migrationCount(formatCount(data.database.migrations.length, language))],
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
        )}
      </Loaded>
    </Page>
  );
}
