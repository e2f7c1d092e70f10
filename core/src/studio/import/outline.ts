import type { NumberText } from '../../quantity/number-text.ts';
import * as exact from '../../quantity/rational.ts';
import { readStoredNumber } from '../../quantity/stored-number.ts';
import { searchKey } from '../../text/search-key.ts';
import type { RuleLine } from '../sentences/clauses.ts';
import { NUMBER, numberIn } from '../sentences/numbers.ts';
import type { Table, TableCell, TableRow } from './cells.ts';
import { type CodeStyle, codeBefore, type ReadCode, readCode } from './codes.ts';
import type { ImportDoubt } from './doubts.ts';
import type { Headings, TableColumn } from './headings.ts';

/** A part of a scheme as a table has it, before it is known which level it is. */
export interface OutlineNode {
  /** As it is printed; undefined where the table has none. */
  readonly code: string | undefined;
  readonly title: string;
  readonly points: NumberText | undefined;
  /** Where it stands. */
  readonly place: string;
  readonly pointsPlace: string;
  /** What is said of its points: in the column for it, below the title, in rows without a code. */
  readonly lines: RuleLine[];
  readonly said: Partial<Record<TableColumn, string>>;
  readonly parts: OutlineNode[];
}

export interface Outline {
  readonly parts: OutlineNode[];
  /** The points of a row "Tổng cộng", with its place. */
  readonly total: { readonly points: NumberText; readonly place: string } | undefined;
  readonly doubts: ImportDoubt[];
}

/** More rows than any set of criteria has; what lies behind is not read, and said. */
export const MOST_ROWS = 5_000;

/** What a row is called that adds up all others, without marks. */
export const TOTAL = /^(?:tong cong|tong diem|tong so diem|tong|cong|tong so)(?: diem)?(?: toi da)?(?: i| ii| cac phan)?$/;
/** Words of how something is scored: with a number, a colon, or as a case begins. */
const saysHow = (title: string): boolean =>
  /\d|[:;]|^\p{Ll}/u.test(title) ||
  /^(?:nếu|khi|trường hợp|có|không|chưa|đúng|chậm|đạt|mỗi|cứ|tính|trong đó|lưu ý|ghi chú|đối với|căn cứ|theo|được)\s/iu.test(title);
const DETAIL = /^(?:[-–−+*•·▪]|từ \d|dưới \d|trên \d|đạt \d|≥|≤|<|>)/iu;

/** Reads the rows under the heads into a tree: by the way in which codes are written, the rest by what stands above. */
export function outlineOf(table: Table, { lastRow, columns }: Headings): Outline {
  const rows = table.rows.filter(({ row }) => row > lastRow);
  const reader = new OutlineReader(rows.slice(0, MOST_ROWS).map((row) => ({ own: ownCells(row, columns), above: cellsFromAbove(row, columns) })));
  if (rows.length > MOST_ROWS)
    reader.doubts.push({ code: 'tooManyRows', place: table.name, details: { limit: String(MOST_ROWS), found: String(rows.length) } });
  return reader.read();
}

/** Whether a row adds up all others; numbered as a domain is, "CỘNG ĐIỂM" is the name of one. */
const addsUp = (title: string, printed: string): boolean =>
  TOTAL.test(searchKey(title || printed)) && !(readCode(printed) !== undefined && searchKey(title) === 'cong diem');

type OwnCells = ReadonlyMap<TableColumn, TableCell>;

interface Open {
  readonly style: CodeStyle;
  readonly node: OutlineNode;
  readonly isUncoded?: true;
}

class OutlineReader {
  readonly doubts: ImportDoubt[] = [];
  readonly #rows: readonly { readonly own: OwnCells; readonly above: OwnCells }[];
  /** Whether any row has a code: without one, rows stand side by side. */
  readonly #isCoded: boolean;
  readonly #root: OutlineNode[] = [];
  /** The parts in which the next row may stand, from the outermost. */
  readonly #open: Open[] = [];
  readonly #last = new Map<CodeStyle, ReadCode>();
  #before: ReadCode | undefined;
  #total: Outline['total'];
  /** A row that adds up all parts stood below them: what follows without a code is a note to the table. */
  #isClosed = false;

  constructor(rows: readonly { readonly own: OwnCells; readonly above: OwnCells }[]) {
    this.#rows = rows;
    this.#isCoded = rows.some(({ own }) => readCode(splitCode(own.get('code')?.text ?? '', own.get('title')?.text ?? '')[0]) !== undefined);
  }

  read(): Outline {
    for (const { own, above } of this.#rows) if (own.size > 0) this.#readRow(own, above);
    return { parts: this.#root, total: this.#total, doubts: this.doubts };
  }

  #doubt(code: ImportDoubt['code'], cell: TableCell | undefined, details: ImportDoubt['details'] = {}): void {
    this.doubts.push({ code, place: cell?.place ?? '', details });
  }

  #readRow(own: OwnCells, above: OwnCells): void {
    const [codeCell, titleCell, pointsCell] = [own.get('code'), own.get('title'), own.get('points')];
    const cell = titleCell ?? codeCell ?? [...own.values()][0];
    for (const each of own.values()) if (each.kind === 'formula') this.#doubt('formula', each);
    const [printed, named] = splitCode(codeCell?.text ?? '', titleCell?.text ?? '');
    const { title, inTitle } = pointsOfTitle(named, pointsCell);
    const points = inTitle ?? pointsIn(pointsCell, this.doubts);
    if (addsUp(title, printed)) {
      if (points !== undefined) this.#total ??= { points, place: (pointsCell ?? cell)?.place ?? '' };
      this.#isClosed = this.#root.length > 0;
      return;
    }
    const code = this.#codeIn(printed, codeCell ?? cell);
    if (code) this.#isClosed = false;
    const said = saidIn(own);
    const current = this.#open.at(-1)?.node;
    if (this.#isClosed && points === undefined) {
      this.#doubt('rowLeftOut', cell);
      return;
    }
    if (title === '' || (!code && current && isDetail(title, current, points, said, this.#isCoded))) {
      this.#goOn(current, title, points, said, cell);
      return;
    }
    const place = cell?.place ?? '';
    // What is merged over several parts says the same of each of them.
    const node = newNode(
      code?.text,
      title,
      points,
      { place, pointsPlace: pointsCell?.place ?? place },
      points === undefined ? said : { ...saidIn(above), ...said },
    );
    if (/<\/?[a-z!][^>]*>/i.test(title + Object.values(said).join(' '))) this.#doubt('markup', cell);
    if (code) this.#putCoded(code, node, codeCell ?? cell);
    else this.#putUncoded(node, printed === '' ? cell : undefined);
  }

  #codeIn(printed: string, cell: TableCell | undefined): ReadCode | undefined {
    if (printed === '') return undefined;
    const code = withLostZero(readCode(printed, this.#before), this.#before, cell, this.doubts);
    if (!code && !/^[-–+*•]$/u.test(printed)) this.#doubt('codeUnread', cell, { found: printed });
    return code;
  }

  /** More of the part above: a case of its rule, or the rest of what a page or a row tore apart. */
  #goOn(current: OutlineNode | undefined, title: string, points: NumberText | undefined, said: OutlineNode['said'], cell: TableCell | undefined): void {
    if (!current) this.#doubt('rowLeftOut', cell);
    else if (title === '') addTo(current, said, points);
    else {
      // It may be a part of its own that lost its code.
      if (points === undefined && !DETAIL.test(title) && !saysHow(title)) this.#doubt('rowJoined', cell, { title: title.slice(0, 100), above: current.title });
      current.lines.push(points === undefined ? { text: title } : { text: title, points });
      addTo(current, said, undefined);
    }
  }

  /** Without a code it stands beside the part above it. */
  #putUncoded(node: OutlineNode, cell: TableCell | undefined): void {
    if (cell) this.#doubt('codeMissing', cell, { title: node.title });
    const { isUncoded } = this.#open.at(-1) ?? {};
    while (this.#open.at(-1)?.style === 'small') this.#open.pop();
    if (!isUncoded) this.#open.pop();
    (this.#open.at(-1)?.node.parts ?? this.#root).push(node);
    this.#open.push({ style: 'small', node, isUncoded: true });
  }

  #putCoded(code: ReadCode, node: OutlineNode, cell: TableCell | undefined): void {
    descend(this.#open, code);
    const above = this.#open.findLast((each) => each.node.code !== undefined);
    if (above && isAstray(code, above)) this.#doubt('codeAstray', cell, { found: code.text, above: above.node.code ?? '' });
    const beside = this.#open.at(-1)?.node.parts ?? this.#root;
    const last = this.#last.get(code.style);
    const goesOn = this.#open.length === 0 ? code.style !== 'small' : beside.some((other) => other.code !== undefined);
    if (last && goesOn && code.place > last.place + 1) this.#doubt('codeSkipped', cell, { found: code.text, before: last.text });
    beside.push(node);
    this.#open.push({ style: code.style, node });
    this.#last.set(code.style, code);
    this.#before = code;
  }
}

/** What a row has of its own: merged from above it says nothing new. */
export function ownCells({ cells }: TableRow, columns: Headings['columns']): Map<TableColumn, TableCell> {
  const own = new Map<TableColumn, TableCell>();
  const titled = cells.get(columns.get('title') ?? 0);
  for (const [name, column] of columns) {
    const cell = cells.get(column);
    // Merged over several columns it is a title.
    const isTitle = name !== 'title' && cell !== undefined && cell.place === titled?.place;
    if (cell && !isTitle && !cell.fromAbove && (cell.text !== '' || cell.kind === 'formula')) own.set(name, cell);
  }
  return own;
}

/** What a row has of cells that are merged from a row above it. */
function cellsFromAbove({ cells }: TableRow, columns: Headings['columns']): OwnCells {
  return new Map(
    [...columns].flatMap(([name, column]) => {
      const cell = cells.get(column);
      return cell?.fromAbove && cell.text !== '' ? [[name, cell] as const] : [];
    }),
  );
}

/** "CẢI CÁCH THỂ CHẾ (3 điểm)", where nothing stands in the column of points. */
function pointsOfTitle(title: string, pointsCell: TableCell | undefined): { readonly title: string; readonly inTitle?: NumberText } {
  const found = pointsCell ? null : new RegExp(String.raw`^(.+?)\s*[(:–-]\s*(?:tối đa\s*)?(${NUMBER})\s*điểm\s*\)?$`, 'isu').exec(title);
  const inTitle = found ? numberIn(found[2] as string) : undefined;
  return found && inTitle !== undefined && (title.endsWith(')') || title === title.toLocaleUpperCase('vi'))
    ? { title: found[1] as string, inTitle }
    : { title };
}

const splitCode = (code: string, title: string): [string, string] => {
  if (code !== '') return [code, title];
  const found = codeBefore(title);
  return found ? [found.code, found.rest] : ['', title];
};

const PLAIN_COLUMNS = ['rule', 'evidence', 'appraisedBy', 'legalBasis', 'source', 'note'] as const;

function saidIn(own: ReadonlyMap<TableColumn, TableCell>): OutlineNode['said'] {
  const said: OutlineNode['said'] = {};
  for (const name of PLAIN_COLUMNS) {
    const text = own.get(name)?.text;
    if (text !== undefined && text !== '' && text !== own.get('title')?.text) said[name] = text;
  }
  return said;
}

function addTo(node: OutlineNode, said: OutlineNode['said'], points: NumberText | undefined): void {
  for (const [name, text] of Object.entries(said) as [TableColumn, string][]) {
    if (name === 'rule') node.lines.push(points === undefined ? { text } : { text, points });
    else node.said[name] = node.said[name] === undefined ? text : `${node.said[name]}\n${text}`;
  }
}

/** A row without a code that says how the part above it is scored. */
function isDetail(title: string, above: OutlineNode, points: NumberText | undefined, said: OutlineNode['said'], isCoded: boolean): boolean {
  if (DETAIL.test(title)) return true;
  // What has points and a rule of its own is a part that lost its code.
  if (points !== undefined && said.rule !== undefined) return false;
  if (!isCoded) return false;
  if (points === undefined) return title !== title.toLocaleUpperCase('vi');
  if (above.points === undefined) return false;
  return exact.compare(exact.fromText(points), exact.fromText(above.points)) <= 0;
}

function newNode(
  code: string | undefined,
  title: string,
  points: NumberText | undefined,
  places: Pick<OutlineNode, 'place' | 'pointsPlace'>,
  said: OutlineNode['said'],
): OutlineNode {
  const [first = '', ...below] = title.split('\n').filter((line) => line !== '');
  let name = first;
  // A title goes on where the next line begins as no sentence does.
  while (/^\p{Ll}/u.test(below[0] ?? '') && !DETAIL.test(below[0] as string) && !/\d\s*điểm|:\s*\d/iu.test(below[0] as string))
    name = `${name} ${below.shift()}`;
  const { rule, ...rest } = said;
  const lines = [...below, ...(rule === undefined ? [] : [rule])].map((text) => ({ text }));
  return { code, title: name.replace(/\s*[:;]$/u, ''), points, ...places, lines, said: rest, parts: [] };
}

/** A spreadsheet keeps the code 1.10 as the number 1.1: behind 1.9 that is what it was. */
function withLostZero(code: ReadCode | undefined, before: ReadCode | undefined, cell: TableCell | undefined, doubts: ImportDoubt[]): ReadCode | undefined {
  if (!code || cell?.kind !== 'number' || code.style !== 'dotted2' || before?.style !== code.style || code.place * 10 !== before.place + 1) return code;
  const [whole] = code.text.split('.');
  if (whole !== before.text.split('.')[0]) return code;
  const mended = { ...code, place: before.place + 1, text: `${whole}.${before.place + 1}` };
  doubts.push({ code: 'codeLostZero', place: cell.place, details: { found: code.text, read: mended.text } });
  return mended;
}

const depthOf = (style: CodeStyle): number => (style.startsWith('dotted') ? Number(style.slice(6)) : 0);

/** Whether a code stands below one that it does not begin with. */
const isAstray = ({ style, text }: ReadCode, above: Open): boolean =>
  above.style.startsWith('dotted') && (style === 'roman' || (depthOf(style) > 1 && !text.startsWith(`${above.node.code}.`)));

/** Leaves the parts in which one with this code cannot stand. */
function descend(open: { readonly style: CodeStyle; readonly node: OutlineNode }[], { style, text }: ReadCode): void {
  const same = open.findIndex((each) => each.style === style);
  if (same >= 0) open.splice(same);
  const depth = depthOf(style);
  // A dotted code stands in the one that it begins with; never in one as long as itself.
  if (depth > 1) while (depthOf(open.at(-1)?.style ?? 'letter') >= depth) open.pop();
  if (depth > 1) while (depthOf(open.at(-1)?.style ?? 'letter') > 1 && !text.startsWith(`${open.at(-1)?.node.code}.`)) open.pop();
}

/** A cell of points: `1,5`, `1.5`, "2 điểm", "-1", "Trừ tối đa 2"; a number as the file has it. */
export function pointsIn(cell: TableCell | undefined, doubts: ImportDoubt[]): NumberText | undefined {
  if (!cell || cell.kind === 'formula') return undefined;
  const text = cell.text.replaceAll('\n', ' ');
  const stored = cell.kind === 'number' ? readStoredNumber(text) : undefined;
  if (stored?.kind === 'read') return stored.value;
  const found = new RegExp(`^(-|−|–|trừ |trừ tối đa |tối đa )?\\s*(${NUMBER})\\s*(?:điểm|đ)?\\.?$`, 'iu').exec(text);
  const number = found ? numberIn(found[2] as string) : undefined;
  if (number === undefined) {
    if (text !== '' && !/^[-–−x/]+$/u.test(text)) doubts.push({ code: 'pointsUnread', place: cell.place, details: { found: text.slice(0, 60) } });
    return undefined;
  }
  return /^(?:[-−–]|trừ)/iu.test(found?.[1] ?? '') && number !== '0' ? `-${number}` : number;
}
