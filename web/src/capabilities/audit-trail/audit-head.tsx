import { Code, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CopyButton } from '../../kit/acts/copy-button.tsx';
import { Facts } from '../../kit/page/facts.tsx';
import { Section } from '../../kit/page/section.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { formatCount, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { auditHeadQuery } from './queries/audit.ts';
import { auditTexts } from './texts/audit.ts';

/** The head of the chain, to be kept outside as an anchor. */
export function AuditHead() {
  const texts = useTexts(auditTexts);
  const { language } = useLanguage();
  const query = useQuery(auditHeadQuery);
  return (
    <Section title={texts.headTitle} lead={texts.headLead}>
      <Loaded query={query}>
        {(head) => (
          <Stack gap="sm">
            <Facts
              facts={[
                [texts.headNumber, formatCount(head.number, language)],
                [texts.headCount, formatCount(head.count, language)],
                [texts.headUnsealed, formatCount(head.unsealed, language)],
                [texts.headAt, head.at === null ? texts.never : formatMoment(head.at)],
              ]}
            />
            <Text size="sm" c="dimmed">
              {texts.headHash}
            </Text>
            <Code block style={{ whiteSpace: 'pre-wrap', wordBreak: 'break-all' }}>
              {head.hash}
            </Code>
            <CopyButton text={JSON.stringify({ number: head.number, hash: head.hash, count: head.count })} label={texts.headCopy} />
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}
