import { Box, List, Text } from '@mantine/core';
import { ACCOUNT_REQUEST_KIND_NAMES } from '@parindex/core/words/kinds';
import { ROLE_NAMES } from '@parindex/core/words/roles';
import { formatDay, formatMomentExactly } from '../../kit/format.ts';
import { useTexts } from '../../kit/language.tsx';
import { useStepTimes } from '../../kit/use-step-times.ts';
import { auditTexts } from './texts/audit.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/;

/** Told as deadlines. */
const CLOSINGS: ReadonlySet<string> = new Set(['closes', 'until', 'due']);

/** The recorded content of an act, with readable names; a key without a name is shown as it is. */
export function AuditContent({ content }: { content: Readonly<Record<string, unknown>> }) {
  const texts = useTexts(auditTexts);
  const entries = Object.entries(content);
  if (entries.length === 0) return <Text size="sm">{texts.noContent}</Text>;
  return (
    <List size="sm" listStyleType="none">
      {entries.map(([key, value]) =>
        key === 'stands' ? (
          <List.Item key={key}>
            <details>
              <summary>{texts.stands}</summary>
              <Value value={value} />
            </details>
          </List.Item>
        ) : (
          <List.Item key={key} style={{ overflowWrap: 'anywhere' }}>
            {texts.keys[key as keyof typeof texts.keys] ?? key}: <Value of={key} value={value} />
          </List.Item>
        ),
      )}
    </List>
  );
}

function textOf(text: string): string {
  // As the database writes bytes.
  if (text.startsWith('\\x')) return text.slice(2);
  if (DAY.test(text)) return formatDay(text);
  return MOMENT.test(text) ? formatMomentExactly(text) : text;
}

function Value({ of = '', value }: { of?: string; value: unknown }) {
  const texts = useTexts(auditTexts);
  const kinds = useTexts(ACCOUNT_REQUEST_KIND_NAMES);
  const roles = useTexts(ROLE_NAMES);
  const { deadline } = useStepTimes();
  const words: Readonly<Record<string, string>> = of === 'kind' ? kinds : of === 'role' ? roles : of === 'decision' ? texts.decisions : {};
  if (value === null || value === undefined) return texts.empty;
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (typeof value === 'string') return Object.hasOwn(words, value) ? words[value] : CLOSINGS.has(of) && MOMENT.test(value) ? deadline(value) : textOf(value);
  if (Array.isArray(value)) {
    if (value.length === 0) return texts.empty;
    if (value.every((one) => typeof one === 'string')) return value.join(', ');
    return value.map((one, index) => <Inner key={JSON.stringify(one)} content={isRecord(one) ? one : { [index + 1]: one }} />);
  }
  return isRecord(value) ? <Inner content={value} /> : String(value);
}

const Inner = ({ content }: { content: Readonly<Record<string, unknown>> }) => (
  <Box pl="md">
    <AuditContent content={content} />
  </Box>
);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
