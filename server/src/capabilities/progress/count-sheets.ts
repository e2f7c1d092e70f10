import { setImmediate } from 'node:timers/promises';
import type { SheetScore } from '@parindex/core';
import { STAGES, type Stage, sheetDataAt } from '@parindex/core/ledger/index';
import { countSheet, type PartOfSheet, type SheetCounts } from '@parindex/core/progress/index';
import { type RunningStage, runningStage } from '@parindex/core/ranking/running-sheet';
import { type Uncomputed, uncomputedItems } from '@parindex/core/review/index';
import type { Reading } from '../../db/transaction.ts';
import { type CheckFiles, ownItemsOf } from '../editions/checks.ts';
import { type ReadyEdition, readyEdition } from '../editions/ready.ts';
import { reviewCountsIn } from '../review/review.ts';
import type { OpenSheet } from '../sheets/open-sheet.ts';
import { readSheets, type SheetRow } from '../sheets/queries/sheets.ts';
import { scoreStage, scoreStageIfConfirmed, sheetOfCells, stagesOf } from '../sheets/sheet.ts';
import type { CountedFrom, CountedSheet } from './kept-counts.ts';
import type { BoardMaking } from './making.ts';
import { type BoardRound, type BoardSheet, readAssignedParts, readBoardSheets } from './queries/board.ts';
import type { BoardView } from './view.ts';

/** Codes of the items on which a later stage than the claimed one has written, up to and with a stage. */
const decidedBy = (sheet: OpenSheet['sheet'], stage: Stage): ReadonlySet<string> =>
  new Set(
    STAGES.slice(1, STAGES.indexOf(stage) + 1).flatMap((one) =>
      [...sheet.columns[one].values()].flatMap(({ target }) => (target.kind === 'item' ? [target.id] : [])),
    ),
  );

/** A sheet scored for the board. */
export interface ScoredSheet {
  readonly score: SheetScore;
  /** With every claim confirmed; null where there are none. */
  readonly confirmed: SheetScore | null;
  /** Items on which a later stage has written, with the last that has. */
  readonly decided: ReadonlyMap<string, Stage>;
}

/** Scores a sheet as its body claims it. */
export function scoredSheet(open: OpenSheet): ScoredSheet {
  const { edition, place, sheet, beside } = open;
  const score = scoreStage(edition, place, sheet, 'claimed', beside);
  const confirmed = scoreStageIfConfirmed(edition, place, sheet, 'claimed', beside);
  const later = STAGES.slice(1).flatMap((stage) => [...sheet.columns[stage].values()].map(({ target }) => ({ stage, target })));
  return {
    score,
    confirmed,
    decided: new Map(later.flatMap(({ stage, target }) => (target.kind === 'item' ? [[target.id, stage] as const] : []))),
  };
}

/** A sheet as it was read, with its cells laid out. */
export const openedSheet = (edition: ReadyEdition, row: SheetRow): OpenSheet => ({
  place: row,
  edition,
  sheet: sheetOfCells(row.cells, row.parts, row),
  beside: row,
});

/** The sheet at each stage that it has reached, ready to be ranked, and what cannot be computed at the last of them. */
function stagesIn({ edition, place, sheet, beside }: OpenSheet, claimed: SheetScore, checks: CheckFiles): Pick<CountedSheet, 'stages' | 'uncomputed'> {
  const own = ownItemsOf(checks, edition);
  const stages: RunningStage[] = [];
  let uncomputed: Uncomputed[] = [];
  for (const stage of stagesOf(sheet)) {
    const score = stage === 'claimed' ? claimed : scoreStage(edition, place, sheet, stage, beside);
    stages.push(runningStage(stage, edition.prepared, own, score.result.items, beside?.previous?.items ?? {}, decidedBy(sheet, stage)));
    uncomputed = score.faults.size === 0 ? [] : uncomputedItems(edition.prepared, score, sheetDataAt(edition.scheme, sheet, stage).figures);
  }
  return { stages, uncomputed };
}

/** What a scored sheet counts for. */
export const countOf = (open: OpenSheet, { score, confirmed, decided }: ScoredSheet, checks: CheckFiles): SheetCounts =>
  countSheet({
    prepared: open.edition.prepared,
    own: ownItemsOf(checks, open.edition),
    score,
    confirmed,
    review: reviewCountsIn(open, checks, score),
    appraised: new Set(decided.keys()),
  });

/** A sheet counted anew. */
export function countedSheet(open: OpenSheet, checks: CheckFiles): CountedSheet {
  const results = scoredSheet(open);
  return {
    counts: countOf(open, results, checks),
    ...stagesIn(open, results.score, checks),
    decided: results.decided,
    before: open.beside.previous && { year: open.beside.previous.year, stage: open.beside.previous.stage },
  };
}

/** Of sheets what whoever is shown the ranking is told of them, the same to all; counted apart from what others see of these sheets. */
export interface ToldClaims {
  /** By body: what stands for the sheet's own number, and for what stands beside it. */
  readonly marks: ReadonlyMap<string, Pick<BoardSheet, 'seq' | 'beside'>>;
  readonly read: (bodies: readonly string[]) => Promise<ReadonlyMap<string, Pick<SheetRow, 'cells' | 'previous'>>>;
}

/** Sheets that one caller reads and counts at a time. */
const BATCH = 50;

type Marked = CountedFrom & Pick<BoardSheet, 'body'>;

/** Reads and counts sheets, and lets others have their turn after each: to score one takes milliseconds, and a round has thousands. */
async function countBatch(
  db: Reading,
  round: BoardRound,
  edition: ReadyEdition,
  batch: readonly Marked[],
  { counts, checks }: BoardMaking,
  told: ToldClaims | undefined,
): Promise<Map<string, CountedSheet>> {
  const marked = new Map(batch.map((one) => [one.body, one]));
  const made = new Map<string, CountedSheet>();
  await counts.count(batch, async () => {
    const rows = await readSheets(db, round.round, { bodies: [...marked.keys()], withoutParts: true });
    const claims = await told?.read([...marked.keys()].filter((body) => told.marks.has(body)));
    for (const row of rows) {
      const counted = countedSheet(openedSheet(edition, { ...row, ...claims?.get(row.body) }), checks);
      counts.keep(marked.get(row.body) as Marked, counted);
      made.set(row.body, counted);
      await setImmediate();
    }
  });
  return made;
}

/**
 * Counts of sheets: cached where nothing changed. Several who ask at once share the work: none counts what another is counting,
 * and while others are at it each goes on with what nobody has begun.
 */
async function countSheets(
  db: Reading,
  round: BoardRound,
  edition: ReadyEdition,
  sheets: readonly BoardSheet[],
  making: BoardMaking,
  told: ToldClaims | undefined,
): Promise<Map<string, CountedSheet>> {
  const counts = new Map<string, CountedSheet>();
  let left = sheets.map(
    ({ body, seq, plan, beside }): Marked => ({ body, sheet: `${round.round}/${body}`, mark: `${round.editionHash} ${round.year} ${seq} ${plan} ${beside}` }),
  );
  while (left.length > 0) {
    const missing: Marked[] = [];
    for (const one of left) {
      const kept = making.counts.find(one);
      if (kept) counts.set(one.body, kept);
      else missing.push(one);
    }
    const batch = missing.filter((one) => !making.counts.counting(one)).slice(0, BATCH);
    if (batch.length > 0) for (const [body, counted] of await countBatch(db, round, edition, batch, making, told)) counts.set(body, counted);
    else if (missing[0]) await making.counts.counting(missing[0]);
    const done = new Set(batch);
    left = missing.filter((one) => !done.has(one));
  }
  return counts;
}

/** The sheets of a round with their counts, in the order of the list; only of the named bodies, if any. What the caller does not see counts as empty; with `told` each sheet as it is told. */
export async function countRound(db: Reading, plan: BoardRound, making: BoardMaking, bodies?: readonly string[], told?: ToldClaims) {
  const edition = await readyEdition(db, plan.edition, plan.editionHash);
  const sheets = (await (making.readSheets ?? readBoardSheets)(db, plan.round, bodies)).map((sheet): BoardSheet => {
    const mark = told?.marks.get(sheet.body);
    return mark ? { ...sheet, seq: mark.seq, beside: `told ${mark.beside}` } : sheet;
  });
  const counts = await countSheets(db, plan, edition, sheets, making, told);
  return {
    edition,
    counted: sheets.flatMap((sheet) => {
      const counted = counts.get(sheet.body);
      return counted ? [{ ...sheet, ...counted }] : [];
    }),
  };
}

/** A sheet of a board with its counts and the departments that have a part of it. */
export interface CountedSheetRow {
  readonly sheet: BoardSheet;
  readonly counts: SheetCounts;
  readonly parts: readonly PartOfSheet[];
}

/** The sheets of a round as somebody sees them, counted, in the order of the list. */
export async function readCountedSheets(db: Reading, round: BoardRound, { bodies }: BoardView, making: BoardMaking): Promise<CountedSheetRow[]> {
  const { counted } = await countRound(db, round, making, bodies);
  const parts = await readAssignedParts(db, round.round, bodies);
  return counted.map(({ counts, ...sheet }) => ({ sheet, counts, parts: parts.get(sheet.body) ?? [] }));
}
