import { isMap, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import { isNumberText, type NumberText } from '../../quantity/number-text.ts';
import * as exact from '../../quantity/rational.ts';
import { SOURCES, type Source } from '../../scheme/types.ts';
import { searchKey } from '../../text/search-key.ts';
import { SOURCE_NAMES } from '../../words/kinds.ts';
import type { ImportDoubt, ImportDoubtCode } from '../import/doubts.ts';
import { pointsIn } from '../import/outline.ts';
import type { RuleDraft } from '../sentences/rule-draft.ts';
import { ANNEX_COLUMNS, type Annex, type AnnexColumn, type AnnexRow } from './annex.ts';
import { type SeenRow, saysSo, seenInFile } from './seen-rows.ts';
import { writeRule } from './write-rule.ts';
import { nodeOf, WrittenScheme, writeText } from './written-scheme.ts';

/** A row of the file as a part of the document. */
interface Placed {
  readonly row: SeenRow;
  readonly level: AnnexRow['level'];
  readonly penalty: boolean;
  readonly node: YAMLMap;
  readonly list: YAMLSeq;
  readonly printed: AnnexRow | undefined;
}

const BELOW = { domain: 'criteria', criterion: 'subCriteria' } as const;

/** Lays what was changed in the tables of a file onto its document. */
export class Laying {
  readonly written: WrittenScheme;
  readonly doubts: ImportDoubt[] = [];
  /** Cells of which something was told. */
  readonly told = new Set<string>();
  /** Rules that were read anew from words, by their rows: proposals. */
  readonly rules = new Map<SeenRow, RuleDraft>();
  readonly #annex: Annex;
  readonly #placed: Placed[] = [];

  constructor(text: string, annex: Annex, rows: readonly SeenRow[], pairs: readonly (readonly [number, number])[]) {
    this.written = new WrittenScheme(text);
    this.#annex = annex;
    const printedOf = new Map(pairs.map(([at, seen]) => [seen, annex.rows[at] as AnnexRow]));
    const left = new Set(annex.rows.filter((row) => ![...printedOf.values()].includes(row)));
    const nodes = new Map(annex.rows.map((row) => [row, this.written.mapAt(row.keys)]));
    rows.forEach((row, at) => {
      const printed = printedOf.get(at);
      if (printed) {
        this.#keep(row, printed, nodes.get(printed));
        return;
      }
      const moved = [...left].find(({ cells }) => row.code !== '' && seenInFile(cells.code) === row.code);
      const renamed = moved ?? [...left].find(({ cells }) => seenInFile(cells.title) === row.cells.get('title')?.text && row.code !== '');
      if (renamed) left.delete(renamed);
      const node = renamed && nodes.get(renamed);
      if (renamed && node) this.#move(row, renamed, node);
      else this.#add(row);
    });
    for (const placed of this.#placed) this.#change(placed);
    const table = rows[0]?.place('title').replace(/![A-Z]+\d+$/, '') ?? '';
    for (const row of [...left].toReversed()) this.#remove(row, nodes.get(row), table);
    this.#tellColumns(rows, table);
  }

  #tell(code: ImportDoubtCode, row: SeenRow, column: AnnexColumn, details: ImportDoubt['details'] = {}): void {
    const place = row.place(column);
    this.told.add(place);
    this.doubts.push({ code, place, ...(row.code !== '' && { part: row.code }), details });
  }

  #keep(row: SeenRow, printed: AnnexRow, node: YAMLMap | undefined): void {
    const list = this.written.listAt(printed.keys.slice(0, -1));
    if (node && list) this.#placed.push({ row, level: printed.level, penalty: printed.penalty, node, list, printed });
  }

  #move(row: SeenRow, printed: AnnexRow, node: YAMLMap): void {
    const from = this.written.listAt(printed.keys.slice(0, -1));
    const to = this.#placeFor(row, printed.level);
    if (!from || !to) {
      this.#tell('rowLeftOut', row, 'code');
      return;
    }
    from.items.splice(from.items.indexOf(node), 1);
    to.list.items.splice(to.at(), 0, node);
    if (seenInFile(printed.cells.code) === row.code) this.#tell('rowMoved', row, 'code');
    this.#placed.push({ row, level: printed.level, penalty: to.penalty, node, list: to.list, printed });
  }

  #add(row: SeenRow): void {
    const title = row.cells.get('title')?.text ?? '';
    const to = row.code === '' || title === '' ? undefined : this.#placeFor(row, row.code.includes('.') ? undefined : 'domain');
    if (!to) {
      this.#tell('rowLeftOut', row, 'title');
      return;
    }
    const node = nodeOf({ code: row.code, title: { vi: title }, ...(to.level === 'domain' ? { criteria: [] } : { source: 'appraised' }) }) as YAMLMap;
    to.list.items.splice(to.at(), 0, node);
    for (const column of ['code', 'title'] as const) this.#tell('rowAdded', row, column, { title });
    this.#placed.push({ row, level: to.level, penalty: to.penalty, node, list: to.list, printed: undefined });
  }

  /** Where a row stands by its code and what is above it: below the nearest whose code it goes on, else beside the last of its level. */
  #placeFor({ code }: SeenRow, level: AnnexRow['level'] | undefined) {
    const before = this.#placed.toReversed();
    const after = (list: YAMLSeq) => () => 1 + list.items.indexOf(before.find((placed) => placed.list === list)?.node as YAMLMap);
    const above = level === 'domain' ? undefined : before.find((placed) => placed.level !== 'item' && code.startsWith(`${placed.row.code}.`));
    const parent = above ?? (level === 'domain' ? undefined : before.find((placed) => placed.level === 'domain'));
    if (parent && parent.level !== 'item') {
      const list = listOf(parent.node, BELOW[parent.level]);
      return { list, at: after(list), penalty: parent.penalty, level: level === 'criterion' && parent.level === 'domain' ? level : ('item' as const) };
    }
    const domains = level === 'domain' ? this.written.listAt(['domains']) : undefined;
    return domains && { list: domains, at: after(domains), penalty: false, level: 'domain' as const };
  }

  #remove({ keys, cells }: AnnexRow, node: YAMLMap | undefined, table: string): void {
    const list = this.written.listAt(keys.slice(0, -1));
    const inside = node && [node.get('criteria'), node.get('subCriteria')].some((below) => (below as YAMLSeq | undefined)?.items?.length);
    if (node && list && !inside) list.items.splice(list.items.indexOf(node), 1);
    this.doubts.push({ code: inside ? 'rowKept' : 'rowRemoved', place: table, part: cells.code, details: { title: cells.title } });
  }

  /** A column that was taken out says nothing about its parts. */
  #tellColumns(rows: readonly SeenRow[], place: string): void {
    for (const column of this.#annex.columns) {
      if (rows.some(({ columns }) => columns.has(column))) continue;
      this.doubts.push({ code: 'columnGone', place, details: { column } });
      for (const row of rows) this.told.add(row.place(column));
    }
  }

  #change(placed: Placed): void {
    const { row, printed } = placed;
    const changed = new Set<AnnexColumn>();
    for (const column of ANNEX_COLUMNS) {
      const was = printed?.cells[column] ?? '';
      const cell = row.cells.get(column);
      if (!row.columns.has(column) || saysSo(cell, column, was)) continue;
      changed.add(column);
      if (cell?.kind === 'formula') this.#tell('formula', row, column);
      else if (column === 'rule') this.#changeRule(placed);
      else if (!this.#changeText(placed, column, cell?.text ?? '')) this.#tell('cellDiffers', row, column, { found: cell?.text ?? '', printed: was });
      else if (printed) this.#tell('cellChanged', row, column, { found: cell?.text ?? '', printed: was });
    }
    if (printed && printed.level === 'item') this.#tellKept(placed, printed, changed);
  }

  /** What was left as it was and may say something else now than what was changed beside it. */
  #tellKept({ row, node }: Placed, { cells }: AnnexRow, changed: ReadonlySet<AnnexColumn>): void {
    for (const [column, other] of [
      ['rule', 'note'],
      ['note', 'rule'],
    ] as const)
      if (changed.has(column) && !changed.has(other) && row.columns.has(other) && cells[other] !== '' && !this.told.has(row.place(other)))
        this.#tell('otherCellKept', row, other, { column: other });
    const top = changed.has('points') && !changed.has('rule') ? topOf(node) : undefined;
    const maximum = pointsIn(row.cells.get('points'), []);
    if (top !== undefined && maximum !== undefined && exact.compare(exact.fromText(top), exact.fromText(maximum)) !== 0)
      this.#tell('pointsAlone', row, 'rule', { top, maximum });
  }

  /** Whether what a cell says could be written to its part. */
  #changeText({ row, node, level, penalty, printed }: Placed, column: AnnexColumn, text: string): boolean {
    if (column === 'code') return text !== '' && writeText(node, ['code'], text);
    if (column === 'title') {
      if (text === '' || !writeText(node, ['title', 'vi'], text)) return false;
      return !printed || this.#tellEnglish(node, ['title', 'en'], row, column);
    }
    if (column === 'points') {
      const points = pointsIn(row.cells.get('points'), this.doubts);
      if (points === undefined || (penalty && level !== 'item')) return false;
      return writeText(node, [penalty ? 'minimum' : 'maximum'], points);
    }
    if (column === 'source') {
      const source = SOURCES.find((each: Source) => searchKey(SOURCE_NAMES.vi[each]) === searchKey(text));
      return source !== undefined && level === 'item' && writeText(node, ['source'], source);
    }
    if (column === 'evidence')
      return writeText(node, ['guidance', 'evidence', 'vi'], text) && this.#tellEnglish(node, ['guidance', 'evidence', 'en'], row, column);
    if (column === 'note') return writeText(node, ['guidance', 'vi'], text) && this.#tellEnglish(node, ['guidance', 'en'], row, column);
    const key = column === 'appraisedBy' ? 'appraisedBy' : 'article';
    // It was not known, or not read in a document: now a document says it.
    if (!isMap(node.getIn(['guidance', key], true))) node.deleteIn(['guidance', key]);
    if (isMap(node.getIn(['guidance', 'provenance'], true))) node.deleteIn(['guidance', 'provenance', key]);
    return writeText(node, ['guidance', key, 'vi'], text) && this.#tellEnglish(node, ['guidance', key, 'en'], row, column);
  }

  #tellEnglish(node: YAMLMap, keys: readonly string[], row: SeenRow, column: AnnexColumn): true {
    const english = node.getIn(keys);
    if (typeof english === 'string' && english !== '') this.#tell('englishKept', row, column, { english: english.slice(0, 200) });
    return true;
  }

  #changeRule({ row, node, level, penalty, printed }: Placed): void {
    if (level !== 'item') {
      this.#tell('cellDiffers', row, 'rule', { found: row.cells.get('rule')?.text ?? '', printed: '' });
      return;
    }
    const lines = (row.cells.get('rule')?.text ?? '').split('\n').filter((line) => line !== '');
    const besides = (printed?.besides ?? []).flatMap((line) => seenInFile(line).split('\n')).filter((line) => line !== '');
    const isKept = besides.length > 0 && besides.every((line, index) => lines.at(index - besides.length) === line);
    const words = isKept ? lines.slice(0, -besides.length) : lines;
    const points = pointsIn(row.cells.get('points'), []) ?? '0';
    const of = { code: row.code, title: row.cells.get('title')?.text ?? '', maximum: points.replace('-', ''), penalty };
    const { draft, doubts } = writeRule(this.written, node, words, of);
    if (draft) this.rules.set(row, draft);
    for (const { code, details } of doubts) this.#tell(code, row, 'rule', details);
    // What has no rule is kept in words, where a person chooses one.
    if (!node.has('rule') && words.length > 0) {
      const note = [...words, row.cells.get('note')?.text ?? ''].filter((line) => line !== '').join('\n');
      if (writeText(node, ['guidance', 'vi'], note)) this.told.add(row.place('note'));
    }
  }
}

/** The most that a rule gives that says points of its own: of its bands, its levels, its checks. */
function topOf(node: YAMLMap): NumberText | undefined {
  const points = ['bands', 'levels'].flatMap((key) => {
    const list = node.getIn(['rule', key], true);
    return isSeq(list) ? list.items.flatMap((each) => (isMap(each) ? String(each.get('points') ?? '') : [])) : [];
  });
  return points
    .filter(isNumberText)
    .toSorted((a, b) => exact.compare(exact.fromText(a), exact.fromText(b)))
    .at(-1);
}

function listOf(node: YAMLMap, key: string): YAMLSeq {
  if (!node.has(key)) node.set(key, nodeOf([]));
  return node.get(key) as YAMLSeq;
}
