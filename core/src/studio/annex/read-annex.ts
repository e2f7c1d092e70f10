import { isNumberText, type NumberText, shortest } from '../../quantity/number-text.ts';
import { isObject, NumberToken, type Raw, type RawObject, Unreadable } from '../../reading/raw.ts';
import { sumOf } from '../../scheme/complete.ts';
import type { ImportDoubt } from '../import/doubts.ts';
import { doubtsByPart } from '../import/doubts-by-part.ts';
import { type ImportedPart, type ImportedScheme, overOf } from '../import/scheme-draft.ts';
import { readDraftText } from '../operations/read-draft-text.ts';
import { numberIn } from '../sentences/numbers.ts';
import type { RuleDraft } from '../sentences/rule-draft.ts';
import { aligned } from './aligned.ts';
import { ANNEX_COLUMNS, type Annex, type AnnexColumn, type AnnexRow, annexOf, type Keys } from './annex.ts';
import { Laying } from './laying.ts';
import { type HeadedTable, isTotal, rowsOf, type SeenRow, saysSo, seenInFile } from './seen-rows.ts';

/**
 * Reads a file that carries its document. Where its tables say what the document prints, that is it, letter by letter. Where somebody
 * has changed them, each change is laid onto the document and told with its cell; what then still differs is told too, so that nothing
 * carried stands against what is seen.
 */
export function readAnnex(text: string, tables: readonly HeadedTable[]): ImportedScheme | 'carriedUnreadable' | 'carriedOfAnother' {
  const document = documentIn(text);
  if (!document) return 'carriedUnreadable';
  const annex = annexOf(document);
  const all = rowsOf(tables);
  const rows = all.filter((row) => !isTotal(row));
  const pairs = pairsOf(annex, rows);
  if (!pairs || 2 * pairs.length < Math.max(annex.rows.length, rows.length)) return 'carriedOfAnother';
  const totals = all.filter(isTotal);
  const file: SeenFile = { rows, total: totals[0]?.cells.get('points')?.text };
  const doubts = totalDoubts(annex, totals);
  if (pairs.length === rows.length && rows.length === annex.rows.length && pairs.every(([row, at]) => differing(annex, annex.rows[row], rows[at]).length === 0))
    return imported(document, text, file, doubts);
  const laid = new Laying(text, annex, rows, pairs);
  const { text: written } = laid.written;
  const changed = documentIn(written);
  if (!changed) return 'carriedUnreadable';
  const still = stillDiffering(annexOf(changed), rows, laid.told);
  return imported(changed, written, file, [...doubts, ...laid.doubts, ...still], laid.rules);
}

interface SeenFile {
  readonly rows: readonly SeenRow[];
  /** As it is written in its row. */
  readonly total: string | undefined;
}

function imported(
  document: RawObject,
  text: string,
  { rows, total }: SeenFile,
  doubts: readonly ImportDoubt[],
  rules: ReadonlyMap<SeenRow, RuleDraft> = new Map(),
): ImportedScheme {
  const plain = plainOf(document) as RawObject;
  const annex = annexOf(plain);
  const seen = new Map((pairsOf(annex, rows) ?? []).map(([at, row]) => [at, rows[row] as SeenRow]));
  const parts = annex.rows.map((row, at): Omit<ImportedPart, 'doubts'> => {
    const own = seen.get(at);
    const [points, sum] = [row.cells.points || undefined, row.penalty ? undefined : sumBelow(annex, row)];
    return {
      level: row.level !== 'item' ? row.level : row.keys.includes('subCriteria') ? 'subCriterion' : 'criterion',
      ...{ code: row.cells.code, title: row.cells.title, points, sum, over: overOf(sum, points) },
      ...{ place: own?.place('title') ?? '', pointsPlace: own?.place('points') ?? '', words: own?.cells.get('rule')?.text ?? '' },
      item: row.level === 'item' ? partAt(plain, row.keys) : undefined,
      rule: own && rules.get(own),
    };
  });
  const { own, others } = doubtsByPart(parts, doubts);
  const written = total === undefined ? undefined : numberIn(total);
  return {
    document: plain,
    text,
    doubts,
    counts: countsOf(parts),
    parts: parts.map((part, at) => ({ ...part, doubts: own[at] ?? [] })),
    otherDoubts: others,
    total: { written, sum: annex.total, over: overOf(annex.total, written) },
  };
}

/** What the parts of a row add up to. */
const sumBelow = ({ rows }: Annex, { keys, level }: AnnexRow): NumberText | undefined =>
  level === 'item'
    ? undefined
    : sumOf(
        rows.flatMap(({ keys: own, cells }) =>
          own.length === keys.length + 2 && keys.every((key, index) => own[index] === key) ? [cells.points || undefined] : [],
        ),
      );

const partAt = (document: RawObject, keys: Keys): RawObject | undefined => {
  const found = keys.reduce<unknown>((part, key) => (part as Record<string | number, unknown> | undefined)?.[key], document) as Raw | undefined;
  return found !== undefined && isObject(found) ? found : undefined;
};

function countsOf(parts: readonly Omit<ImportedPart, 'doubts'>[]): ImportedScheme['counts'] {
  const items = parts.flatMap(({ item, rule }) => (item ? [{ isRuled: (item['rule'] ?? null) !== null, isProposed: rule !== undefined }] : []));
  const doubtful = items.filter(({ isProposed }) => isProposed).length;
  const ruled = items.filter(({ isRuled }) => isRuled).length;
  return {
    domains: parts.filter(({ level }) => level === 'domain').length,
    criteria: parts.filter(({ level }) => level === 'criterion').length,
    items: items.length,
    rules: { read: ruled - doubtful, doubtful, toChoose: items.length - ruled },
  };
}

/** The object that a text holds; undefined where it is no scheme at all. */
function documentIn(text: string): RawObject | undefined {
  try {
    const { value } = readDraftText(text);
    return isObject(value) && Array.isArray(value['domains']) ? value : undefined;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** A document whose numbers are texts, as its normal form has them. */
function plainOf(raw: Raw): Raw {
  if (raw instanceof NumberToken) return isNumberText(raw.text) ? shortest(raw.text) : raw.text;
  if (Array.isArray(raw)) return raw.map(plainOf);
  return isObject(raw) ? Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, plainOf(value)])) : raw;
}

const pairsOf = ({ rows }: Annex, seen: readonly SeenRow[]) =>
  aligned(
    rows.map(({ cells }) => seenInFile(cells.code)),
    seen.map(({ code }) => code),
  );

/** The columns in which a row of a file does not say what was printed. */
const differing = ({ columns }: Annex, printed: AnnexRow | undefined, row: SeenRow | undefined): AnnexColumn[] =>
  printed && row
    ? ANNEX_COLUMNS.filter((column) => (columns.includes(column) || row.columns.has(column)) && !saysSo(row.cells.get(column), column, printed.cells[column]))
    : [];

function totalDoubts({ total }: Annex, rows: readonly SeenRow[]): ImportDoubt[] {
  return rows.flatMap((row) =>
    total === undefined || saysSo(row.cells.get('points'), 'points', total)
      ? []
      : [{ code: 'totalDiffers', place: row.place('points'), details: { written: row.cells.get('points')?.text ?? '', sum: total } }],
  );
}

/** What the changed document prints otherwise than it is seen, but for cells of which that was told. */
function stillDiffering(annex: Annex, rows: readonly SeenRow[], told: ReadonlySet<string>): ImportDoubt[] {
  return (pairsOf(annex, rows) ?? []).flatMap(([at, seen]) => {
    const [printed, row] = [annex.rows[at] as AnnexRow, rows[seen] as SeenRow];
    return differing(annex, printed, row)
      .filter((column) => !told.has(row.place(column)))
      .map(
        (column): ImportDoubt => ({
          code: 'cellDiffers',
          place: row.place(column),
          part: printed.cells.code,
          details: { found: (row.cells.get(column)?.text ?? '').slice(0, 200), printed: printed.cells[column].slice(0, 200) },
        }),
      );
  });
}
