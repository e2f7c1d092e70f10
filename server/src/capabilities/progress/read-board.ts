import { inLanguage, isClaim, type Language, type SheetScore } from '@parindex/core';
import type { boardAnswer, boardBodyAnswer, boardRow } from '@parindex/core/contracts/schemas/index';
import { STAGES, type Stage } from '@parindex/core/ledger/index';
import {
  answererOf,
  type BodyCalendar,
  type BodyProgress,
  bodyProgress,
  countSheet,
  declaringStep,
  isPartLate,
  type PartOfSheet,
  type SheetCounts,
} from '@parindex/core/progress/index';
import { type RunningStage, runningStage } from '@parindex/core/ranking/running-sheet';
import type { Finding } from '@parindex/core/review/index';
import { countedFinding, mendCounts } from '@parindex/core/review/mend-counts';
import { closingFor, daysOffByDate, isOpen } from '@parindex/core/round/index';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import { type CheckFiles, ownItemsOf } from '../editions/checks.ts';
import { type ReadyEdition, readyEdition } from '../editions/ready.ts';
import { contradictionsIn } from '../review/review.ts';
import { NO_ASSIGNMENTS } from '../sheets/assigned.ts';
import { calendarOf } from '../sheets/calendar.ts';
import type { OpenSheet } from '../sheets/open-sheet.ts';
import { readSheets, type SheetRow } from '../sheets/queries/sheets.ts';
import { scoreStage, scoreStageIfConfirmed, sheetOfCells, stagesOf } from '../sheets/sheet.ts';
import type { CountedSheet } from './kept-counts.ts';
import type { BoardMaking } from './making.ts';
import { type BoardRound, type BoardSheet, findBoardRound, readAssignedParts, readBoardSheets, readItemMoments } from './queries/board.ts';
import type { BoardView } from './view.ts';

export type BoardRow = z.output<typeof boardRow>;
type BoardAnswer = z.output<typeof boardAnswer>;
type BoardBodyAnswer = z.output<typeof boardBodyAnswer>;

const iso = (milliseconds: number) => new Date(milliseconds).toISOString();

interface BoardCalendar extends BodyCalendar {
  /** Milliseconds; null while the round is open. */
  readonly closedAt: number | null;
}

/** The calendar of a round, as a board reckons by it. */
export const boardCalendar = (round: BoardRound): BoardCalendar => ({
  ...calendarOf(round),
  daysOff: daysOffByDate(round.daysOff),
  closedAt: round.closedAt?.getTime() ?? null,
});

/** Codes of the items on which a later stage than the claimed one has written, up to and with a stage. */
const decidedBy = (sheet: OpenSheet['sheet'], stage: Stage): ReadonlySet<string> =>
  new Set(
    STAGES.slice(1, STAGES.indexOf(stage) + 1).flatMap((one) =>
      [...sheet.columns[one].values()].flatMap(({ target }) => (target.kind === 'item' ? [target.id] : [])),
    ),
  );

interface Scored {
  readonly score: SheetScore;
  /** With every claim confirmed; null where there are none. */
  readonly confirmed: SheetScore | null;
  readonly toMend: readonly Finding[];
  /** Items on which a later stage has written, with the last that has. */
  readonly decided: ReadonlyMap<string, Stage>;
}

/** A sheet scored and checked for the board; hints in documents are left out, as they never block. */
function scored(open: OpenSheet, checks: CheckFiles): Scored {
  const { edition, place, sheet, beside } = open;
  const score = scoreStage(edition, place, sheet, 'claimed', beside);
  const confirmed = scoreStageIfConfirmed(edition, place, sheet, 'claimed', beside);
  const later = STAGES.slice(1).flatMap((stage) => [...sheet.columns[stage].values()].map(({ target }) => ({ stage, target })));
  return {
    score,
    confirmed,
    toMend: contradictionsIn(open, checks, score, NO_ASSIGNMENTS),
    decided: new Map(later.flatMap(({ stage, target }) => (target.kind === 'item' ? [[target.id, stage] as const] : []))),
  };
}

const opened = (edition: ReadyEdition, row: SheetRow): OpenSheet => ({ place: row, edition, sheet: sheetOfCells(row.cells, row.parts, row), beside: row });

/** The sheet at each stage that it has reached, ready to be ranked. */
function stagesIn({ edition, place, sheet, beside }: OpenSheet, score: SheetScore, checks: CheckFiles): RunningStage[] {
  const own = ownItemsOf(checks, edition);
  return stagesOf(sheet).map((stage) => {
    const { result } = stage === 'claimed' ? score : scoreStage(edition, place, sheet, stage, beside);
    return runningStage(stage, edition.prepared, own, result.items, beside?.previous?.items ?? {}, decidedBy(sheet, stage));
  });
}

const countOf = (open: OpenSheet, { score, confirmed, toMend, decided }: Scored, checks: CheckFiles): SheetCounts =>
  countSheet({
    prepared: open.edition.prepared,
    own: ownItemsOf(checks, open.edition),
    score,
    confirmed,
    mustMend: mendCounts(toMend.map(countedFinding)).errors,
    appraised: new Set(decided.keys()),
  });

/** Counts of sheets: cached where nothing changed, the others read in one query. */
export async function countSheets(
  db: Reading,
  round: BoardRound,
  edition: ReadyEdition,
  sheets: readonly BoardSheet[],
  making: BoardMaking,
): Promise<Map<string, CountedSheet>> {
  const counts = new Map<string, CountedSheet>();
  const markOf = ({ seq, beside }: BoardSheet) => `${round.editionHash} ${round.year} ${seq} ${beside}`;
  const changed = new Map<string, string>();
  for (const sheet of sheets) {
    const kept = making.counts.find(round.round, sheet.body, markOf(sheet));
    if (kept) counts.set(sheet.body, kept);
    else changed.set(sheet.body, markOf(sheet));
  }
  const rows = changed.size === 0 ? [] : await readSheets(db, round.round, { bodies: [...changed.keys()], withoutParts: true });
  for (const row of rows) {
    const open = opened(edition, row);
    const results = scored(open, making.checks);
    const made = {
      counts: countOf(open, results, making.checks),
      stages: stagesIn(open, results.score, making.checks),
      decided: results.decided,
      before: row.previous?.year ?? null,
    };
    making.counts.keep(round.round, row.body, changed.get(row.body) as string, made);
    counts.set(row.body, made);
  }
  return counts;
}

/** Once a round is closed, nobody is waited for and no step is open any more; who was late when it was closed stays late. */
const ENDED = { open: [], waits: [], pace: { kind: 'none', daysWorked: null, daysNeeded: null, daysLeft: null } } as const;

function presentRow({ closedAt, ...calendar }: BoardCalendar, row: CountedSheetRow, now: number): BoardRow {
  const { sheet, counts, parts } = row;
  const { body, name, code, block, seq, state, lastAt } = sheet;
  const moment = Math.min(now, closedAt ?? now);
  const reckoned = progressOf(row, calendar, moment);
  const progress = closedAt === null ? reckoned : { ...reckoned, ...ENDED };
  const { asked, answered, claims, appraised, open, closes, late, overdue, pace, waits } = progress;
  return {
    body: { id: body, name, code, block },
    seq,
    state,
    lastAt: lastAt?.toISOString() ?? null,
    asked,
    answered,
    claims,
    appraised,
    points: counts.points,
    maximum: counts.maximum,
    ifConfirmed: counts.ifConfirmed,
    ifUnconfirmed: counts.ifUnconfirmed,
    mustMend: counts.mustMend,
    domains: [...counts.domains],
    open: [...open],
    closes: closes === null ? null : iso(closes),
    late,
    overdue,
    pace,
    waits: [...waits],
    parts: parts.map((part) => ({ ...part, due: part.due === null ? null : iso(part.due), late: isPartLate(part, moment) })),
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
  const edition = await readyEdition(db, round.edition, round.editionHash);
  const sheets = await readBoardSheets(db, round.round, bodies);
  const counts = await countSheets(db, round, edition, sheets, making);
  const parts = await readAssignedParts(db, round.round, bodies);
  return sheets.flatMap((sheet) => {
    const counted = counts.get(sheet.body);
    return counted ? [{ sheet, counts: counted.counts, parts: parts.get(sheet.body) ?? [] }] : [];
  });
}

/** How far a counted sheet of a round is at a moment. */
export const progressOf = ({ sheet, counts, parts }: CountedSheetRow, calendar: BodyCalendar, moment: number): BodyProgress =>
  bodyProgress({ body: sheet.body, state: sheet.state, seq: sheet.seq, firstAt: sheet.firstAt?.getTime() ?? null, counts, parts }, calendar, moment);

/** The rows of a board as somebody sees it, in the order of the list. */
export async function readBoardRows(db: Reading, round: BoardRound, view: BoardView, making: BoardMaking, moment: Date): Promise<BoardRow[]> {
  const calendar = boardCalendar(round);
  return (await readCountedSheets(db, round, view, making)).map((row) => presentRow(calendar, row, moment.getTime()));
}

/** A whole board: its round, its domains with their appraisers, its rows. */
export async function readBoard(db: Reading, round: BoardRound, view: BoardView, making: BoardMaking, moment: Date, language: Language): Promise<BoardAnswer> {
  const rows = await readBoardRows(db, round, view, making, moment);
  const { scheme } = await readyEdition(db, round.edition, round.editionHash);
  const { steps } = calendarOf(round);
  return {
    round: round.round,
    title: round.title,
    year: round.year,
    edition: round.edition,
    rounding: scheme.rounding,
    at: moment.toISOString(),
    whole: view.bodies === undefined,
    closedAt: round.closedAt?.toISOString() ?? null,
    steps: steps.map((times) => ({
      step: times.step,
      opens: iso(times.opens),
      closes: iso(times.closes),
      open: round.closedAt === null && isOpen(times, [], '', null, moment.getTime()),
    })),
    domains: scheme.domains.map(({ code, title }) => ({
      code,
      title: inLanguage(title, language) ?? code,
      owners: round.domainOwners.filter(({ domain }) => domain === code).map(({ body, name }) => ({ id: body, name })),
    })),
    rows,
  };
}

/** One body of the board, down to its items; undefined if it does not take part. */
export async function readBoardBody(
  db: Reading,
  round: string,
  body: string,
  making: BoardMaking,
  moment: Date,
  language: Language,
): Promise<BoardBodyAnswer | undefined> {
  const plan = await findBoardRound(db, round);
  const [sheet] = plan ? await readBoardSheets(db, round, [body]) : [];
  const [row] = sheet ? await readSheets(db, round, { body, withoutParts: true }) : [];
  if (!plan || !sheet || !row) return undefined;
  const edition = await readyEdition(db, plan.edition, plan.editionHash);
  const open = opened(edition, row);
  const made = scored(open, making.checks);
  const calendar = boardCalendar(plan);
  const own = ownItemsOf(making.checks, edition);
  const written = await readItemMoments(db, round, body);
  const parts = await readAssignedParts(db, round, [body]);
  const results = new Map(made.score.result.items.map((result) => [result.code, result]));
  const declaring = declaringStep(calendar.steps);
  const counts = countOf(open, made, making.checks);
  const unanswered = new Set(counts.unanswered);
  const closing = (item: string | null) => (declaring ? closingFor(declaring, calendar.extensions, body, item) : null);
  const closes = closing(null);
  return {
    round,
    at: moment.toISOString(),
    rounding: edition.scheme.rounding,
    row: presentRow(calendar, { sheet, counts, parts: parts.get(body) ?? [] }, moment.getTime()),
    items: edition.prepared.domains.flatMap((domain) =>
      domain.criteria
        .flatMap(({ items }) => items)
        .flatMap((item) => {
          const { code, title } = item.item;
          const result = results.get(code);
          if (!result) return [];
          const until = closing(code);
          return [
            {
              code,
              domain: domain.code,
              title: inLanguage(title, language) ?? code,
              askedOf: answererOf(code, result, own),
              state: isClaim(result) ? ('claimed' as const) : result.state,
              points: result.points,
              maximum: result.maximum,
              appraised: made.decided.has(code),
              mustMend: made.toMend.filter(({ where }) => where.item === code).length,
              extendedTo: until !== null && closes !== null && until > closes ? iso(until) : null,
              overdue: open.sheet.state === 'open' && until !== null && moment.getTime() >= until && unanswered.has(code),
              lastAt: written.get(code)?.toISOString() ?? null,
            },
          ];
        }),
    ),
  };
}
