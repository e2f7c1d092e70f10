import { Box, List, Text } from '@mantine/core';
import { trailKeyName, trailValueName } from '@parindex/core/words/trail-words';
import { later } from '../../kit/reading/later.tsx';
import { formatDay, formatMomentExactly } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { BodyName } from '../bodies/body-name.tsx';
import { auditTexts } from './texts/audit.ts';

/** What reads schemes comes where a figure is told of. */
const FigureName = later(async () => (await import('./figure-name.tsx')).FigureName, { fallback: null });

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}[T ][\d:.]+(?:Z|[+-]\d{2}(?::?\d{2})?)$/;
/** As the database writes ranges of days and moments nowhere, but codes of bodies: "so-minh-hoa-a". */
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Keys whose values are codes of bodies. */
const OF_BODIES = ['body', 'bodies', 'within', 'ownerBody', 'owner_body', 'body_id', 'to_body', 'to', 'predecessor', 'predecessors', 'successor', 'successors'];
/** Keys whose values are figures of the scheme. */
const OF_FIGURES = ['figure', 'source_figure'];

type Content = Readonly<Record<string, unknown>>;

interface AuditContentProps {
  readonly content: Content;
  /** The round that it is about: its scheme names the figures. */
  readonly round: string | null;
}

/** The recorded content of an act, every key and code by its name; what changed is told from what to what. */
export function AuditContent({ content, round }: AuditContentProps) {
  const texts = useTexts(auditTexts);
  const { language } = useLanguage();
  const { before, after, stands, ...rest } = content;
  const told =
    before !== undefined && after !== undefined ? rest : { ...rest, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
  if (Object.keys(content).length === 0) return <Text size="sm">{texts.noContent}</Text>;
  // A target or another thing of a kind: "tiêu chí 1.1", "số liệu “…”".
  const thing = told['kind'] === 'figure' && typeof told['id'] === 'string';
  return (
    <List size="sm" listStyleType="none">
      {before === undefined || after === undefined ? null : <Changes before={before} after={after} round={round} />}
      {Object.entries(told).map(([key, value]) => (
        <List.Item key={key} style={{ overflowWrap: 'anywhere' }}>
          {trailKeyName(key, language) ?? texts.other}: <Value of={thing && key === 'id' ? 'figure' : key} value={value} round={round} />
        </List.Item>
      ))}
      {stands === undefined ? null : (
        <List.Item>
          <details>
            <summary>{texts.stands}</summary>
            <Value of="" value={stands} round={round} />
          </details>
        </List.Item>
      )}
    </List>
  );
}

interface ChangesProps {
  readonly before: unknown;
  readonly after: unknown;
  readonly round: string | null;
}

/** What stood before and after, field by field. */
function Changes({ before, after, round }: ChangesProps) {
  const texts = useTexts(auditTexts);
  const { language } = useLanguage();
  if (!isRecord(before) || !isRecord(after))
    return (
      <List.Item style={{ overflowWrap: 'anywhere' }}>
        {texts.changedFrom} <Value of="" value={before} round={round} /> {texts.changedInto} <Value of="" value={after} round={round} />
      </List.Item>
    );
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  return keys.map((key) => (
    <List.Item key={key} style={{ overflowWrap: 'anywhere' }}>
      {trailKeyName(key, language) ?? texts.other}: {texts.changedFrom} <Value of={key} value={before[key]} round={round} /> {texts.changedInto}{' '}
      <Value of={key} value={after[key]} round={round} />
    </List.Item>
  ));
}

function textOf(text: string): string {
  // As the database writes bytes.
  if (text.startsWith('\\x')) return text.slice(2);
  if (DAY.test(text)) return formatDay(text);
  return MOMENT.test(text) ? formatMomentExactly(text) : text;
}

function Value({ of, value, round }: { of: string; value: unknown; round: string | null }) {
  const texts = useTexts(auditTexts);
  const { language } = useLanguage();
  if (value === null || value === undefined || value === '') return texts.empty;
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (typeof value === 'string') {
    const named = trailValueName(of, value, language);
    if (named !== undefined) return named;
    if (OF_BODIES.includes(of) && SLUG.test(value) && !DAY.test(value)) return <BodyName id={value} />;
    return OF_FIGURES.includes(of) && round !== null ? <FigureName round={round} id={value} /> : textOf(value);
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return texts.empty;
    if (value.every((one) => typeof one === 'string'))
      return value.map((one, index) => (
        <span key={one}>
          {index > 0 ? ', ' : ''}
          <Value of={of} value={one} round={round} />
        </span>
      ));
    return value.map((one) =>
      isRecord(one) ? <Inner key={JSON.stringify(one)} content={one} round={round} /> : <Value key={JSON.stringify(one)} of={of} value={one} round={round} />,
    );
  }
  if (!isRecord(value)) return String(value);
  // Rows by their id, or fields by their key.
  return <Inner content={value} round={round} />;
}

/** What stands within: fields by their names; rows of a table, which stand under ids, without these. */
function Inner({ content, round }: { content: Content; round: string | null }) {
  const { language } = useLanguage();
  const ofRows =
    Object.keys(content).length > 0 && Object.keys(content).every((key) => trailKeyName(key, language) === undefined) && Object.values(content).every(isRecord);
  return (
    <Box pl="md">
      {ofRows ? (
        Object.entries(content).map(([key, row]) => <AuditContent key={key} content={row as Content} round={round} />)
      ) : (
        <AuditContent content={content} round={round} />
      )}
    </Box>
  );
}

const isRecord = (value: unknown): value is Content => typeof value === 'object' && value !== null && !Array.isArray(value);
