import { checkWidth, countIn, type FrameLine, isBlank, textIn } from './cells.ts';
import { type FoundColumn, findColumns } from './columns.ts';
import { FrameFaultList, type FrameFaults } from './faults.ts';
import { hashOfFrame } from './hash.ts';
import type { Cluster, Frame, FrameColumns } from './types.ts';

export type ReadFrame = { readonly frame: Frame } | FrameFaults;

/** Texts that stand in many lines (strata, codes of communes) are kept once. */
class KeptLists {
  readonly #kept = new Map<string, readonly string[]>();

  one(list: readonly string[]): readonly string[] {
    const key = JSON.stringify(list);
    const kept = this.#kept.get(key);
    if (kept) return kept;
    this.#kept.set(key, list);
    return list;
  }
}

/** Order of UTF-16 code units, as everywhere where something is hashed. */
export const byCode = (a: { readonly code: string }, b: { readonly code: string }): number => (a.code < b.code ? -1 : Number(a.code > b.code));

/**
 * Reads the lines of a table, under its head, into a frame; or tells all faults at once, each with line and column. Nothing is half taken: with any fault
 * there is no frame. Goes through the lines once.
 */
export function readFrame(head: FrameLine, lines: Iterable<FrameLine>, wanted: FrameColumns): ReadFrame {
  const faults = new FrameFaultList();
  const columns = findColumns(['code', 'name', 'households', ...wanted.strata.map(({ column }) => column), ...wanted.upper], head, faults);
  if (!columns) return faults.result;
  const reader = new ClusterReader(columns, wanted, faults);
  for (const line of lines) {
    if (isBlank(line)) continue;
    checkWidth(line, head.cells, faults);
    reader.read(line);
  }
  if (faults.none && reader.clusters.length === 0) faults.add('noLines', head.line, '');
  if (!faults.none) return faults.result;
  const clusters = reader.clusters.sort(byCode);
  const names = { strata: wanted.strata.map(({ column }) => column), upper: wanted.upper };
  return { frame: { columns: names, clusters, hash: hashOfFrame({ columns: names, clusters }) } };
}

/** Reads clusters line by line, and remembers what must not stand twice. */
class ClusterReader {
  readonly clusters: Cluster[] = [];
  readonly #columns: readonly FoundColumn[];
  readonly #wanted: FrameColumns;
  readonly #faults: FrameFaultList;
  readonly #allowed: readonly (ReadonlySet<string> | undefined)[];
  readonly #lineOfCode = new Map<string, number>();
  readonly #stratumOfUnit = new Map<string, { readonly line: number; readonly stratum: readonly string[] }>();
  readonly #kept = new KeptLists();

  constructor(columns: readonly FoundColumn[], wanted: FrameColumns, faults: FrameFaultList) {
    this.#columns = columns;
    this.#wanted = wanted;
    this.#faults = faults;
    this.#allowed = wanted.strata.map(({ values }) => values && new Set(values));
  }

  read({ line, cells }: FrameLine): void {
    const [codeColumn, nameColumn, sizeColumn, ...others] = this.#columns as [FoundColumn, FoundColumn, FoundColumn, ...FoundColumn[]];
    const text = ({ index, title }: FoundColumn) => textIn(cells[index], line, title, this.#faults);
    const code = text(codeColumn);
    const name = text(nameColumn);
    const households = countIn(cells[sizeColumn.index], line, sizeColumn.title, this.#faults);
    const values = others.map(text);
    const strata = values.slice(0, this.#wanted.strata.length);
    for (const [index, value] of strata.entries())
      if (value !== undefined && this.#allowed[index]?.has(value) === false)
        this.#faults.add('stratumUnknown', line, others[index]?.title ?? '', { found: value, expected: this.#wanted.strata[index]?.values?.join(', ') ?? '' });
    if (code !== undefined) this.#once(code, line, codeColumn.title);
    if (code === undefined || name === undefined || households === undefined || values.includes(undefined)) return;
    const stratum = this.#kept.one(strata as string[]);
    const upper = this.#kept.one(values.slice(strata.length) as string[]);
    this.#inOneStratum(upper[0], stratum, line, others[strata.length]?.title ?? '');
    this.clusters.push({ code, name, stratum, upper, households });
  }

  #once(code: string, line: number, column: string): void {
    const first = this.#lineOfCode.get(code);
    if (first === undefined) this.#lineOfCode.set(code, line);
    else this.#faults.add('codeTwice', line, column, { found: code, line: String(first) });
  }

  /** Units of the first stage are drawn within strata: none may lie in two. */
  #inOneStratum(unit: string | undefined, stratum: readonly string[], line: number, column: string): void {
    if (unit === undefined) return;
    const first = this.#stratumOfUnit.get(unit);
    if (!first) this.#stratumOfUnit.set(unit, { line, stratum });
    else if (first.stratum !== stratum) this.#faults.add('unitInTwoStrata', line, column, { found: unit, line: String(first.line) });
  }
}
