import { searchKey } from '../../text/search-key.ts';
import type { Table } from './cells.ts';

/** What a column of a set of criteria holds. */
export const TABLE_COLUMNS = ['code', 'title', 'points', 'rule', 'evidence', 'appraisedBy', 'legalBasis', 'source', 'note'] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];

/** Heads by which offices name the columns, without marks; the first column that fits takes it. */
const HEADS: readonly (readonly [TableColumn, RegExp])[] = [
  ['code', /^(?:stt|so tt|tt|so thu tu|ma|ma so|ma tieu chi|muc)$/],
  ['points', /(?:diem toi da|thang diem|diem chuan|so diem|muc diem|diem danh gia toi da|^diem$|^toi da$|diem quy dinh)/],
  ['rule', /(?:cach tinh|cach cham|phuong phap|huong dan|cach danh gia|cong thuc|tieu chi cham|muc do hoan thanh|cach xac dinh)/],
  ['evidence', /(?:tai lieu|minh chung|kiem chung|ho so)/],
  ['appraisedBy', /(?:co quan|don vi)(?: chu tri)?(?: | phoi hop )*(?:tham dinh|theo doi|danh gia|cham diem|phu trach|chu tri|tham muu)/],
  ['legalBasis', /^(?:can cu|co so phap ly|van ban quy dinh)/],
  ['source', /(?:hinh thuc|nguon diem|doi tuong danh gia)/],
  ['note', /^ghi chu/],
  ['title', /(?:tieu chi|noi dung|linh vuc|chi tieu|ten chi so)/],
];

/** What units fill in themselves, in a form: no part of the scheme. */
const FILLED_IN = /(?:tu cham|tu danh gia|tham dinh(?:$| diem)|diem dat|ket qua|giai trinh|diem duoc)/;

export interface Headings {
  /** The rows that hold the heads; what stands above them is no part of the table. */
  readonly lastRow: number;
  readonly columns: ReadonlyMap<TableColumn, number>;
  /** Columns with a head that are not read, with the head that was taken in its place where one was. */
  readonly left: readonly { readonly head: string; readonly place: string; readonly taken?: string }[];
}

function columnOf(head: string): TableColumn | undefined {
  const key = searchKey(head);
  if (key === '') return undefined;
  const found = HEADS.find(([, form]) => form.test(key))?.[0];
  return found !== undefined && found !== 'appraisedBy' && found !== 'rule' && FILLED_IN.test(key) ? undefined : found;
}

/** The heads of a table, in one row or two; undefined where no row names what is assessed and its points. */
export function headingsOf({ rows }: Table): Headings | undefined {
  const first = rows.slice(0, 40);
  const inRows = (from: number, isParted: boolean): Headings | undefined => {
    const heads = first.slice(from, from + (isParted ? 2 : 1));
    const columns = new Map<TableColumn, number>();
    const named = [...new Set(heads.flatMap(({ cells }) => [...cells.keys()]))]
      .toSorted((one, other) => one - other)
      .map((column) => {
        const head = [...new Set(heads.map(({ cells }) => cells.get(column)?.text ?? ''))].join(' ').trim();
        return {
          column,
          head,
          place: heads.map(({ cells }) => cells.get(column)?.place).findLast((place) => place !== undefined) ?? '',
          holds: columnOf(head),
        };
      });
    for (const { column, holds } of named) if (holds !== undefined && !columns.has(holds)) columns.set(holds, column);
    if (!columns.has('title') || !columns.has('points')) return undefined;
    // What is assessed stands behind its number; a column before it holds what is above.
    const behind = named.find(({ column, holds }) => holds === 'title' && column > (columns.get('code') ?? 0));
    if (behind) columns.set('title', behind.column);
    const taken = [...columns].flatMap(([holds, column]) => named.find((each) => each.column === column && each.holds === holds) ?? []);
    const left = named
      .filter((each) => !taken.includes(each) && each.head !== '' && !FILLED_IN.test(searchKey(each.head)) && !taken.some(({ place }) => place === each.place))
      .map(({ head, place, holds }) => {
        const own = taken.find((each) => each.holds === holds)?.head;
        return { head, place, ...(own !== undefined && { taken: own }) };
      });
    const next = first[from + heads.length];
    return { lastRow: next && isNumbering(next.cells) ? next.row : (heads.at(-1)?.row ?? 0), columns, left };
  };
  // A head that goes on in the row below is merged with it; only then has the table two rows of them for certain.
  const isParted = (at: number) => [...(first[at + 1]?.cells.values() ?? [])].some(({ fromAbove }) => fromAbove);
  const found = first.flatMap((_, at) => inRows(at, isParted(at)) ?? [])[0];
  return found ?? first.flatMap((_, at) => inRows(at, true) ?? [])[0];
}

/** A row that numbers the columns: (1), (2), (3) … */
function isNumbering(cells: Table['rows'][number]['cells'] | undefined): boolean {
  if (!cells || cells.size < 3) return false;
  const numbers = [...cells.values()].map(({ text }) => /^\(?(\d{1,2})\)?$/.exec(text)?.[1]);
  return numbers.every((number, index) => number !== undefined && (index === 0 || Number(number) > Number(numbers[index - 1])));
}
