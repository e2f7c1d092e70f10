import { Select, Stack, Text, Title } from '@mantine/core';
import { type FoundAtItem, findingsByItem } from '@parindex/core/review/by-item';
import { inLanguage } from '@parindex/core/words/index';
import { pointsText } from '@parindex/core/words/points-text';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { serverNow } from '../../client/request.ts';
import { Empty } from '../../kit/empty.tsx';
import { formatCount, formatMoment } from '../../kit/format.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { NotLoaded } from '../../kit/loaded.tsx';
import { Notice } from '../../kit/notice.tsx';
import { usePrinting } from '../../kit/printing.ts';
import { ProblemNotice } from '../../kit/problem-notice.tsx';
import { Section } from '../../kit/section.tsx';
import { ItemLine } from '../sheets/item-line.tsx';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { type Review, reviewQuery } from './queries/review.ts';
import { reviewTexts } from './texts/review.ts';

type Finding = Review['findings'][number];
type Severity = Finding['severity'];

const SEVERITIES: readonly Severity[] = ['mustMend', 'mustExplain', 'told'];
const ALL = '';

/** What the sheet lacks before it can be sent, worst first; each item once, with all that was found there. */
export function ReviewView() {
  const texts = useTexts(reviewTexts);
  const { language } = useLanguage();
  const { sheet, shown, pending } = useSheet();
  const { data, error, isFetching, refetch } = useQuery(reviewQuery(sheet.round, sheet.body, shown.answer.seq));
  const [domain, setDomain] = useState(ALL);
  const printing = usePrinting();
  if (!data) return <NotLoaded error={error} retry={refetch} />;
  const here = data.findings.filter((finding) => domain === ALL || finding.domain === domain);
  const entries = findingsByItem(here);
  const domains = shown.rules.scheme.domains.map(({ code, title }) => ({ value: code, label: `${code}. ${inLanguage(title, language)}` }));
  return (
    <Stack gap="md">
      <Stack gap={4}>
        <Title order={2} size="h3">
          {texts.title}
        </Title>
        <Text>{texts.lead}</Text>
      </Stack>
      {printing ? <Text size="sm">{texts.printedAt(formatMoment(serverNow().toISOString()))}</Text> : null}
      {pending.length > 0 ? <Notice kind="warning">{texts.waits}</Notice> : null}
      {error ? <ProblemNotice error={error} retry={() => void refetch()} /> : null}
      <Text size="sm" role="status">
        {isFetching ? texts.checking : SEVERITIES.map((one) => texts.count(formatCount(data.totals[one].count, language), texts.severity[one])).join(' · ')}
      </Text>
      {data.findings.length === 0 ? (
        <Empty title={texts.none}>
          <Text>{texts.noneMore}</Text>
        </Empty>
      ) : (
        <>
          <Select
            className="screen-only"
            label={texts.domain}
            data={[{ value: ALL, label: texts.allDomains }, ...domains]}
            value={domain}
            onChange={(code) => setDomain(code ?? ALL)}
            allowDeselect={false}
            w={{ base: '100%', sm: 420 }}
          />
          {here.length === 0 ? <Text>{texts.noneHere}</Text> : null}
          {SEVERITIES.map((severity) => (
            <OfSeverity
              key={severity}
              severity={severity}
              entries={entries.filter((entry) => entry.severity === severity)}
              // Points of an item with several findings count once, which only the server's total takes into account.
              costs={domain === ALL && severity !== 'told' ? data.totals[severity].costs : null}
            />
          ))}
        </>
      )}
    </Stack>
  );
}

interface OfSeverityProps {
  readonly severity: Severity;
  readonly entries: readonly FoundAtItem<Finding>[];
  readonly costs: string | null;
}

/** The items of which this is the hardest that was found, each once with all that was found there. */
function OfSeverity({ severity, entries, costs }: OfSeverityProps) {
  const texts = useTexts(reviewTexts);
  const { language } = useLanguage();
  const { scheme } = useSheet().shown.rules;
  if (entries.length === 0) return null;
  const lead = costs === null ? texts.severityMore[severity] : `${texts.severityMore[severity]} ${texts.costsOf(pointsText(costs, scheme, language))}.`;
  return (
    <Section title={texts.items(formatCount(entries.length, language), texts.severity[severity])} lead={lead}>
      <ul className="findings">
        {entries.map((entry) => (
          <li key={entry.item ?? entry.findings[0]?.message}>
            <Entry entry={entry} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Entry({ entry: { item, severity, costs, findings } }: { entry: FoundAtItem<Finding> }) {
  const texts = useTexts(reviewTexts);
  const { language } = useLanguage();
  const { scheme } = useSheet().shown.rules;
  return (
    <ItemLine code={item} points={costs === null ? null : texts.costs(pointsText(costs, scheme, language))}>
      {findings.map((finding) => (
        <Text span display="block" key={`${finding.code} ${finding.figure} ${finding.message}`}>
          {finding.severity === severity ? finding.message : texts.lesser(texts.severity[finding.severity], finding.message)}
        </Text>
      ))}
    </ItemLine>
  );
}
