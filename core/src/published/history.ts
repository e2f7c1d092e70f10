import { existsOn } from '../bodies/on-date.ts';
import type { BodyRegistry, RegisteredBody } from '../bodies/types.ts';
import { Faults } from '../reading/faults.ts';
import { at, type Path, ROOT } from '../reading/path.ts';
import type { Raw } from '../reading/raw.ts';
import { countFrom1, type Draft, list, object, oneOf, optional, required, text } from '../reading/shape.ts';
import { searchKey } from '../text/search-key.ts';
import { type PrintedRow, printedColumns, printedIn, printedNumber, sourceIn } from './row-shape.ts';
import { lastDayOf, type PublishedFigure, type PublishedHistory } from './types.ts';

/** A row of `index-history.csv`. */
interface HistoryRow extends PrintedRow {
  body: string;
  unit_vi: string;
  index_percent: string;
  rival_percent?: string;
  rank?: string;
  rank_status?: 'found' | 'derived';
  source: string;
}

const rows = list(
  object<HistoryRow>({
    ...printedColumns,
    body: required(text),
    unit_vi: required(text),
    index_percent: required(printedNumber),
    rival_percent: optional(printedNumber),
    rank: optional(countFrom1),
    rank_status: optional(oneOf(['found', 'derived'])),
    source: required(text),
  }),
);

/**
 * Reads published indices (rows of `readCsv`), or says all that is wrong with them, with those `found` in
 * reading the file. Each row is held against the registry: a figure stands only under a body that was there
 * in that year and was called so.
 */
export function readHistory(
  raw: Raw,
  registry: BodyRegistry,
  found = new Faults(),
): { history: PublishedHistory; faults?: never } | { history?: never; faults: Faults } {
  const faults = new Faults();
  faults.addAll(found);
  const drafts = rows.read(raw, ROOT, faults) ?? [];
  const seen = new Set<string>();
  drafts.forEach((row, index) => {
    if (!row) return;
    const path = at(ROOT, index);
    checkBody(row, path, registry, faults);
    checkRank(row, path, faults);
    const key = JSON.stringify([row.body, row.year, row.index_percent, row.source, row.source_url]);
    if (seen.has(key)) faults.add('duplicateId', at(path, 'body'), { found: `${row.body} ${row.year}` });
    seen.add(key);
  });
  return faults.none ? { history: historyOf((drafts as HistoryRow[]).map(figureOf)) } : { faults };
}

function checkBody({ body: id, level, year, unit_vi: name }: Draft<HistoryRow>, path: Path, { byId }: BodyRegistry, faults: Faults): void {
  if (id === undefined) return;
  const body = byId.get(id);
  if (!body) {
    faults.add('unknownId', at(path, 'body'), { found: id });
    return;
  }
  if (level !== undefined && level !== body.kind) faults.add('unknownValue', at(path, 'level'), { found: level, expected: body.kind });
  if (year !== undefined && !existsOn(body, lastDayOf(Number(year))))
    faults.add('outOfRange', at(path, 'year'), { found: year, expected: `${body.opened ?? '…'} – ${body.closed ?? '…'}` });
  if (name !== undefined && !isNameOf(body, name))
    faults.add('unknownValue', at(path, 'unit_vi'), { found: name, expected: body.names.map(({ full }) => full).join(', ') });
}

const isNameOf = ({ names }: RegisteredBody, name: string): boolean =>
  names.some(({ full, short, sort }) => [full, short, sort].some((known) => searchKey(known) === searchKey(name)));

/** A rank says whether it was printed; where none is, nothing is said of it. */
function checkRank({ rank, rank_status: status }: Draft<HistoryRow>, path: Path, faults: Faults): void {
  const where = at(path, 'rank_status');
  if (rank !== undefined && status === undefined && !faults.has(where)) faults.add('missingKey', where, { key: 'rank_status' });
  if (rank === undefined && status !== undefined && !faults.has(at(path, 'rank'))) faults.add('notAllowedHere', where, { key: 'rank_status' });
}

const figureOf = (row: HistoryRow): PublishedFigure => ({
  ...printedIn(row),
  body: row.body,
  name: row.unit_vi,
  index: row.index_percent,
  rival: row.rival_percent,
  rank: row.rank === undefined ? undefined : Number(row.rank),
  rankDerived: row.rank_status === 'derived',
  source: sourceIn(row, row.source),
});

function historyOf(figures: readonly PublishedFigure[]): PublishedHistory {
  const years = figures.map(({ year }) => year);
  const first = Math.min(...years);
  return { figures, years: years.length === 0 ? [] : Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => first + index) };
}
