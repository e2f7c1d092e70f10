import { setFlagsFromString } from 'node:v8';
import {
  type BodyResult,
  figureTypesOf,
  hashOf,
  type KeyedPart,
  keysInLine,
  type PartStore,
  prepareScheme,
  type RawDocument,
  RESULT_LINES_FORMAT,
  readJson,
  type Scheme,
  SnapshotLines,
  type Summary,
  scoreBody,
  Unreadable,
} from '@parindex/core';
import { rank } from '@parindex/core/ranking/rank';
import { type Classed, summarise } from '@parindex/core/ranking/summary';
import type { PlacedFault } from './fault-report.ts';
import { cannotParse, SnapshotFiles } from './files.ts';
import { type Extent, PartFile } from './part-file.ts';
import { folderOf, nameOf } from './read-snapshot.ts';
import { progress, type Terminal } from './terminal.ts';

class FileStore implements PartStore {
  readonly #file: PartFile;
  readonly #extents = new Map<KeyedPart, Map<string, Extent>>();

  constructor(file: PartFile) {
    this.#file = file;
  }

  put(part: KeyedPart, body: string, canonical: string): void {
    const extents = this.#extents.get(part) ?? new Map<string, Extent>();
    this.#extents.set(part, extents.set(body, this.#file.append(canonical)));
  }

  *inOrder(part: KeyedPart): Iterable<readonly [string, string]> {
    const extents = this.#extents.get(part) ?? new Map<string, Extent>();
    // Default order is that of UTF-16 code units, as RFC 8785 wants.
    for (const body of [...extents.keys()].toSorted()) yield [body, this.#file.read(extents.get(body) as Extent)];
  }
}

/** What a round in lines comes to: read once, given out body by body. */
export type LinesOutcome =
  | { readonly faults: readonly PlacedFault[] }
  | {
      readonly scheme: Scheme;
      readonly head: object;
      readonly bodies: () => Iterable<string>;
      readonly summary: { all: Summary; blocks: Record<string, Summary> };
    };

/** The bodies of a round in lines, read one by one. */
export function* bodyResults(lines: Iterable<string>): Iterable<BodyResult> {
  for (const line of lines) yield JSON.parse(line) as BodyResult;
}

/** More faults than this are counted, not listed. */
const MOST_FAULTS = 10_000;

/** The lines without the nothing that stands after the last line end. */
async function* ended(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let before: string | undefined;
  for await (const line of lines) {
    if (before !== undefined) yield before;
    before = line;
  }
  if (before) yield before;
}

type Use = (outcome: LinesOutcome) => Promise<void>;

/** Computes a round in lines in bounded memory; `use` gets the outcome while the kept file is still there. */
export async function computeLines(head: string, lines: AsyncIterable<string>, where: string, terminal: Terminal, use: Use): Promise<void> {
  // A round in lines makes much that is thrown away at once: collecting it early halves the memory at little cost in time.
  setFlagsFromString('--optimize-for-size');
  const kept = new PartFile();
  try {
    await compute(head, lines, where, terminal, kept, use);
  } finally {
    kept.close();
  }
}

async function compute(head: string, lines: AsyncIterable<string>, where: string, terminal: Terminal, kept: PartFile, use: Use): Promise<void> {
  const { language } = terminal;
  const file = nameOf(where, language);
  const bar = progress(terminal);
  const found: PlacedFault[] = [];
  let lineNumber = 1;

  const parse = (line: string): RawDocument => {
    try {
      // A byte order mark stands at the start of the file or nowhere.
      if (lineNumber > 1 && line.startsWith('\uFEFF')) throw new Unreadable('notJson');
      return readJson(line);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      throw cannotParse(file, error, { line: lineNumber, column: error.place?.column ?? 1 }, language);
    }
  };
  const keep = (placed: PlacedFault) => {
    if (found.length < MOST_FAULTS) found.push(placed);
  };

  const headDocument = parse(head);
  const files = new SnapshotFiles(file, folderOf(where), language);
  const round = new SnapshotLines(headDocument, new FileStore(kept), files.readScheme);
  for (const fault of round.faults.list) keep(files.place(fault, headDocument));
  const inFaultyExclusions = new Set(
    round.faults.list.flatMap(({ keys: [part, index] }) => (part === 'exclusions' ? (round.head.exclusions[Number(index)]?.body ?? []) : [])),
  );

  const { scheme } = round.head;
  const prepared = scheme && prepareScheme(scheme);
  const types = scheme && figureTypesOf(scheme);
  const excluded = round.exclusions;
  const standings: Classed[] = [];
  const results: Extent[] = [];
  for await (const line of ended(lines)) {
    lineNumber++;
    const document = parse(line);
    const { data, faults } = round.add(document);
    if (data && faults.none && prepared && types && !inFaultyExclusions.has(data.body.id)) {
      const score = scoreBody(prepared, data, types, excluded.get(data.body.id) ?? new Set(), faults);
      if (score && found.length === 0) {
        standings.push({ index: score.index, ranked: score.ranked, block: score.result.block, class: score.result.class });
        results.push(kept.append(JSON.stringify(score.result)));
      }
    }
    for (const fault of faults.list) keep({ file, fault, place: { line: lineNumber, column: document.locate(keysInLine(fault.keys)).column } });
    bar.show(`${lineNumber - 1} …`);
  }
  for (const fault of round.end().list) keep(files.place(fault, headDocument));
  bar.clear();

  if (found.length > 0 || !prepared || !scheme || !round.head.round) {
    await use({ faults: found });
    return;
  }
  const ranks = rank(standings, prepared);
  const { id, year } = round.head.round;
  await use({
    scheme,
    head: { format: RESULT_LINES_FORMAT, scheme: { id: scheme.id, hash: hashOf(scheme) }, snapshot: round.hash(), round: { id, year: Number(year) } },
    bodies: function* () {
      // The first "rank":null outside a text is the body's own: quotes within texts are escaped.
      for (const [position, extent] of results.entries()) yield kept.read(extent).replace('"rank":null', `"rank":${ranks[position] ?? null}`);
    },
    summary: summarise(standings, prepared),
  });
}
