import { readCsv } from '../published/csv.ts';
import { Faults } from '../reading/faults.ts';
import { at, keysOf, pointer, ROOT } from '../reading/path.ts';
import { emptyObject, isObject, type Raw, type RawDocument, type RawObject } from '../reading/raw.ts';
import { searchKey } from '../text/search-key.ts';
import { BODY_COLUMNS, type BodyColumn, bodyColumnNamed } from './columns.ts';
import type { DraftBody, Placed } from './placed.ts';
import { judgeRegistry, type ReadRegistry } from './read.ts';
import { registryShape } from './shape.ts';
import { sortNameOf } from './sort-name.ts';
import { type BodyKind, type BodyType, REGISTRY_FORMAT, type RegisteredBody } from './types.ts';

type Column = BodyColumn;
const NEEDED: readonly Column[] = ['id', 'kind', 'name'];

/** Types as officials write them, by search key, and the kind that each belongs to. */
const WORDS: Readonly<Record<string, { readonly kind: BodyKind; readonly type: BodyType }>> = {
  tinh: { kind: 'province', type: 'province' },
  'thanh pho': { kind: 'province', type: 'city' },
  bo: { kind: 'ministry', type: 'ministry' },
  'co quan ngang bo': { kind: 'ministry', type: 'ministerialAgency' },
  'co quan thuoc chinh phu': { kind: 'ministry', type: 'governmentAgency' },
  so: { kind: 'department', type: 'department' },
  phong: { kind: 'division', type: 'division' },
  xa: { kind: 'commune', type: 'commune' },
  phuong: { kind: 'commune', type: 'ward' },
  'dac khu': { kind: 'commune', type: 'specialZone' },
};

const VIETNAMESE_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** A day as spreadsheets write it in Vietnam, dd/mm/yyyy, as yyyy-mm-dd. */
const isoDate = (text: string): string => {
  const parts = VIETNAMESE_DATE.exec(text);
  return parts ? `${parts[3]}-${parts[2]?.padStart(2, '0')}-${parts[1]?.padStart(2, '0')}` : text;
};

/**
 * Reads a table of bodies as CSV (UTF-8, with or without a byte order mark; comma or semicolon) into the registry, with
 * the same checks; each fault has the place [row, column] and its line among the details. A row about a body that is
 * stored corrects what holds of it last and leaves alone what it leaves empty: what changes from a day on is no matter
 * of a table. Throws `Unreadable`.
 */
export function readBodyTable(text: string, stored: readonly RegisteredBody[] = []): ReadRegistry {
  const head = text.slice(0, Math.max(0, text.search(/[\r\n]|$/)));
  const table = readCsv(text, head.includes(';') ? ';' : ',');
  const rows = (table.value as Raw[]).map((row) => (isObject(row) ? byColumn(row) : emptyObject()));
  const faults = new Faults();
  const columns = columnsOf(head, rows);
  checkHead(table, columns, faults);
  if (!faults.none) return { faults: withLines(faults, table, rows) };

  const found = new Faults();
  const file = { format: REGISTRY_FORMAT, bodies: rows.map(rawBody) } as unknown as RawObject;
  const draft = registryShape.read(file, ROOT, found);
  const known = new Map(stored.map((body) => [body.id, body]));
  const placed = (draft?.bodies ?? []).flatMap((body, index): Placed[] => {
    if (!body) return [];
    const was = body.id === undefined ? undefined : known.get(body.id);
    return [{ body: was ? overlaid(was, body, rows[index] as RawObject) : body, path: at(ROOT, 'bodies', index), stored: false }];
  });
  const read: ReadRegistry = draft ? judgeRegistry(draft, placed, stored, true, found) : { faults: found };
  return read.faults ? { faults: withLines(read.faults, table, rows) } : read;
}

function checkHead(table: RawDocument, columns: ReadonlySet<string>, faults: Faults): void {
  for (const column of NEEDED) if (!columns.has(column)) faults.add('missingKey', at(ROOT, 'head', column), { key: column });
  for (const column of columns) if (!(BODY_COLUMNS as readonly string[]).includes(column)) faults.add('unknownKey', at(ROOT, 'head', column), { key: column });
  const heads = isObject((table.value as Raw[])[0]) ? Object.keys((table.value as RawObject[])[0] as RawObject) : [];
  for (const [index, head] of heads.entries()) {
    const column = bodyColumnNamed(head);
    if (column !== undefined && heads.slice(0, index).some((other) => bodyColumnNamed(other) === column))
      faults.add('doubledKey', at(ROOT, 'head', head), { key: head });
  }
  for (const [, key] of table.doubled) faults.add('doubledKey', at(ROOT, 'head', String(key)), { key: String(key) });
}

/** A row by the names of the columns, whatever its head calls them. */
const byColumn = (row: RawObject): RawObject => object(Object.fromEntries(Object.entries(row).map(([head, value]) => [bodyColumnNamed(head) ?? head, value])));

/** The head's columns; where there are rows they carry them, unquoted. */
const columnsOf = (head: string, rows: readonly RawObject[]): ReadonlySet<string> =>
  new Set(
    rows[0]
      ? Object.keys(rows[0])
      : head
          .replace(/^\uFEFF/, '')
          .split(/[,;]/)
          .map((cell) => cell.replaceAll('"', ''))
          .map((cell) => bodyColumnNamed(cell) ?? cell),
  );

const cell = (row: RawObject, column: Column): string | undefined => {
  const value = row[column];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

function rawBody(row: RawObject): Raw {
  const [name, kind, type] = [cell(row, 'name'), cell(row, 'kind'), cell(row, 'type')];
  const [opened, closed] = [cell(row, 'opened'), cell(row, 'closed')].map((text) => (text === undefined ? null : isoDate(text)));
  const [number, date] = [cell(row, 'decisionNumber'), cell(row, 'decisionDate')];
  const decision = number === undefined && date === undefined ? null : object({ number: number ?? null, date: date === undefined ? null : isoDate(date) });
  const predecessors = (cell(row, 'predecessors') ?? '').split(/\s+/).filter((id) => id !== '');
  const short = cell(row, 'short');
  const single = (column: Column, key: string): Raw[] => {
    const value = cell(row, column);
    return value === undefined ? [] : [object({ [key]: value })];
  };
  // The decision tells how the body came about; of one that only ends or only takes over, that.
  const opens = opened !== null || (closed === null && predecessors.length === 0);
  return object({
    id: cell(row, 'id') ?? null,
    kind: kind === undefined ? null : (WORDS[searchKey(kind)]?.kind ?? kind),
    opened: opened ?? null,
    openedBy: opens ? decision : null,
    closed: closed ?? null,
    closedBy: opened === null && closed !== null ? decision : null,
    names: [
      object({
        full: name ?? null,
        short: short ?? name ?? null,
        sort: name === undefined ? null : sortNameOf(name),
        type: type === undefined ? null : (WORDS[searchKey(type)]?.type ?? type),
      }),
    ],
    codes: single('code', 'code'),
    regions: single('region', 'name'),
    blocks: single('block', 'name'),
    parents: single('parent', 'id'),
    predecessors: predecessors.map((id) => object({ id, decision, changedOn: opened ?? null })),
  });
}

const object = (members: Record<string, Raw>): RawObject => Object.assign(emptyObject(), members);

/** A stored body with what a row says of it; what the row leaves empty stays. */
function overlaid(was: RegisteredBody, row: DraftBody, cells: RawObject): DraftBody {
  const lastReplaced = <T>(list: readonly T[], members: readonly (T | undefined)[] | undefined): T[] => {
    const member = members?.[0];
    return member === undefined ? [...list] : [...list.slice(0, -1), { ...list.at(-1), ...member }];
  };
  const [name, last] = [row.names?.[0], was.names.at(-1)];
  // Short and sort name are made from the full one where it is new; else those that were given once stay.
  const kept = name && name.full === last?.full && cell(cells, 'short') === undefined ? { ...name, short: last?.short, sort: last?.sort } : name;
  return {
    ...was,
    ...row,
    names: lastReplaced<NonNullable<DraftBody['names']>[number]>(was.names, [kept]),
    codes: lastReplaced<NonNullable<DraftBody['codes']>[number]>(was.codes, row.codes),
    regions: lastReplaced<NonNullable<DraftBody['regions']>[number]>(was.regions, row.regions),
    blocks: lastReplaced<NonNullable<DraftBody['blocks']>[number]>(was.blocks, row.blocks),
    parents: lastReplaced<NonNullable<DraftBody['parents']>[number]>(was.parents, row.parents),
  };
}

/** The column in which a fault of the body stands. */
function columnOf(field: string, rest: readonly (string | number)[], row: RawObject): Column {
  if (rest.includes('decision') || field === 'openedBy' || field === 'closedBy') return rest.includes('date') ? 'decisionDate' : 'decisionNumber';
  switch (field) {
    case 'names':
      return rest.includes('type') ? 'type' : rest.includes('short') && cell(row, 'short') !== undefined ? 'short' : 'name';
    case 'codes':
      return 'code';
    case 'regions':
      return 'region';
    case 'blocks':
      return 'block';
    case 'parents':
      return 'parent';
    case 'predecessors':
    case 'successors':
      return rest.includes('changedOn') ? 'opened' : 'predecessors';
    default:
      return field as Column;
  }
}

/** The faults at their rows and columns, each with its line. */
function withLines(faults: Faults, table: RawDocument, rows: readonly RawObject[]): Faults {
  const placed = new Faults();
  for (const fault of faults.list) {
    const [list, row, field, ...rest] = fault.keys;
    const inRow = list === 'bodies' && typeof row === 'number';
    if (!inRow && list !== 'head') {
      placed.copy(fault);
      continue;
    }
    const path = inRow ? at(ROOT, row, ...(field === undefined ? [] : [columnOf(String(field), rest, rows[row] ?? emptyObject())])) : at(ROOT, ...fault.keys);
    const line = inRow ? table.locate([row]).line : 1;
    const key =
      fault.details['key'] === undefined ? {} : { key: String(inRow ? columnOf(String(field), rest, rows[row] ?? emptyObject()) : fault.details['key']) };
    placed.copy({ ...fault, keys: keysOf(path), path: pointer(path), details: { ...fault.details, ...key, line: String(line) } });
  }
  return placed;
}
