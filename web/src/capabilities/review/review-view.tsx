import './review.css';
import { ActionIcon, Select, Text } from '@mantine/core';
import { type FoundAtItem, findingsByItem } from '@parindex/core/review/by-item';
import { FINDING_CODES } from '@parindex/core/review/finding';
import { FINDING_KIND_NAMES } from '@parindex/core/words/finding-kinds';
import { inLanguage } from '@parindex/core/words/index';
import { pointsText } from '@parindex/core/words/points-text';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronRight, CircleCheck } from 'lucide-react';
import { useId } from 'react';
import { serverNow } from '../../client/request.ts';
import { Empty } from '../../kit/lists/empty.tsx';
import { FilterChips } from '../../kit/lists/filter-chips.tsx';
import { Link } from '../../kit/page/link.tsx';
import { usePrinting } from '../../kit/page/printing.ts';
import { Section } from '../../kit/page/section.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { ProblemNotice } from '../../kit/reading/problem-notice.tsx';
import { formatCount, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { type Review, reviewQuery } from './queries/review.ts';
import { useReviewPlace } from './review-place.ts';
import { reviewTexts } from './texts/review.ts';

type Finding = Review['findings'][number];
type Severity = Finding['severity'];

const SEVERITIES: readonly Severity[] = ['mustMend', 'mustExplain', 'told'];
const ALL = '';

/** What the sheet lacks before it can be sent, worst first; each item once, with all that was found there. */
export function ReviewView() {
  const texts = useTexts(reviewTexts);
  const kinds = useTexts(FINDING_KIND_NAMES);
  const { language } = useLanguage();
  const { sheet, shown, pending } = useSheet();
  const { data, error, isFetching, refetch } = useQuery(reviewQuery(sheet.round, sheet.body, shown.answer.seq));
  const [{ domain, kind: wanted, opened }, change] = useReviewPlace();
  const printing = usePrinting();
  if (!data) return <NotLoaded error={error} retry={refetch} />;
  const inDomain = data.findings.filter((finding) => domain === ALL || finding.domain === domain);
  const countOf = (code: string) => findingsByItem(inDomain.filter((finding) => finding.code === code)).length;
  const choices = FINDING_CODES.map((code) => ({ value: code as string, label: kinds[code], count: countOf(code) })).filter(({ count }) => count > 0);
  // A kind of which nothing is left has gone from the choices.
  const kind = choices.some(({ value }) => value === wanted) ? wanted : ALL;
  const here = inDomain.filter(({ code }) => kind === ALL || code === kind);
  const entries = findingsByItem(here);
  const domains = shown.rules.scheme.domains.map(({ code, title }) => ({ value: code, label: `${code}. ${inLanguage(title, language)}` }));
  const toggle = (key: string) => change({ opened: opened.includes(key) ? opened.filter((one) => one !== key) : [...opened, key] });
  return (
    <div className="page review">
      <div className="review-head">
        <h2>{texts.title}</h2>
        <Text size="sm" role="status">
          {isFetching ? texts.checking : SEVERITIES.map((one) => texts.count(formatCount(data.totals[one].count, language), texts.severity[one])).join(' · ')}
        </Text>
        <p>{texts.lead}</p>
      </div>
      {printing ? <Text size="sm">{texts.printedAt(formatMoment(serverNow().toISOString()))}</Text> : null}
      {pending.length > 0 ? <Notice kind="warning">{texts.waits}</Notice> : null}
      {error ? <ProblemNotice error={error} retry={() => void refetch()} /> : null}
      {data.findings.length === 0 ? (
        <Empty title={texts.none} icon={CircleCheck}>
          <Text>{texts.noneMore}</Text>
        </Empty>
      ) : (
        <>
          <div className="toolbar screen-only">
            <Select
              aria-label={texts.domain}
              data={[{ value: ALL, label: texts.allDomains }, ...domains]}
              value={domain}
              onChange={(code) => change({ domain: code ?? ALL })}
              allowDeselect={false}
              size="xs"
              w={{ base: '100%', sm: 300 }}
            />
            <FilterChips
              label={texts.kind}
              chosen={kind}
              choices={[
                { value: ALL, label: texts.allKinds, count: formatCount(findingsByItem(inDomain).length, language) },
                ...choices.map((one) => ({ ...one, count: formatCount(one.count, language) })),
              ]}
              onChoose={(code) => change({ kind: code })}
            />
          </div>
          {here.length === 0 ? <Text>{texts.noneHere}</Text> : null}
          {SEVERITIES.map((severity) => (
            <OfSeverity
              key={severity}
              severity={severity}
              entries={entries.filter((entry) => entry.severity === severity)}
              // Points of an item with several findings count once, which only the server's total takes into account.
              costs={domain === ALL && kind === ALL && severity !== 'told' ? data.totals[severity].costs : null}
              isOpened={(key) => printing || opened.includes(key)}
              onToggle={toggle}
              onLeave={(item) => change({ left: item })}
            />
          ))}
        </>
      )}
    </div>
  );
}

interface OfSeverityProps {
  readonly severity: Severity;
  readonly entries: readonly FoundAtItem<Finding>[];
  readonly costs: string | null;
  readonly isOpened: (key: string) => boolean;
  readonly onToggle: (key: string) => void;
  readonly onLeave: (item: string) => void;
}

const keyOf = ({ item, findings }: FoundAtItem<Finding>): string => item ?? findings[0]?.message ?? '';

/** The items of which this is the hardest that was found, each once with all that was found there. */
function OfSeverity({ severity, entries, costs, isOpened, onToggle, onLeave }: OfSeverityProps) {
  const texts = useTexts(reviewTexts);
  const { language } = useLanguage();
  const { scheme } = useSheet().shown.rules;
  if (entries.length === 0) return null;
  const lead = costs === null ? texts.severityMore[severity] : `${texts.severityMore[severity]} ${texts.costsOf(pointsText(costs, scheme, language))}.`;
  return (
    <Section title={texts.items(formatCount(entries.length, language), texts.severity[severity])} lead={lead}>
      <ul className="findings">
        {entries.map((entry) => (
          <li key={keyOf(entry)} data-finding={entry.item ?? undefined}>
            <Entry entry={entry} isOpened={isOpened(keyOf(entry))} onToggle={() => onToggle(keyOf(entry))} onLeave={onLeave} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface EntryProps {
  readonly entry: FoundAtItem<Finding>;
  readonly isOpened: boolean;
  readonly onToggle: () => void;
  readonly onLeave: (item: string) => void;
}

/** One line an item: what it is, the hardest that was found, its points; all of it once it is opened. */
function Entry({ entry, isOpened, onToggle, onLeave }: EntryProps) {
  const { item, severity, costs, findings } = entry;
  const texts = useTexts(reviewTexts);
  const { language } = useLanguage();
  const { sheet, shown, names } = useSheet();
  const id = useId();
  const words = (finding: Finding) => (finding.severity === severity ? finding.message : texts.lesser(texts.severity[finding.severity], finding.message));
  const Chevron = isOpened ? ChevronDown : ChevronRight;
  return (
    <>
      <div className="finding-line">
        <ActionIcon
          variant="subtle"
          className="screen-only"
          aria-expanded={isOpened}
          aria-controls={id}
          aria-label={texts.openFinding(item ?? '')}
          onClick={onToggle}
        >
          <Chevron size={16} aria-hidden />
        </ActionIcon>
        {item === null ? (
          <span />
        ) : (
          <Link
            to="/lam-viec/ky-danh-gia/$round/bang-diem/$body"
            params={sheet}
            search={{ item }}
            fw={600}
            size="sm"
            title={`${item}. ${inLanguage(names.item(item)?.title, language)}`}
            onClick={() => onLeave(item)}
          >
            {item}. {inLanguage(names.item(item)?.title, language)}
          </Link>
        )}
        <span className="finding-message">{isOpened ? '' : findings.map(words).join(' ')}</span>
        <span className="figures">{costs === null ? '' : texts.costs(pointsText(costs, shown.rules.scheme, language))}</span>
      </div>
      <div className="finding-all" id={id} hidden={!isOpened}>
        {isOpened ? findings.map((finding) => <p key={`${finding.code} ${finding.figure} ${finding.message}`}>{words(finding)}</p>) : null}
      </div>
    </>
  );
}
