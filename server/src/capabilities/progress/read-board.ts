import { inLanguage, isClaim, type Language } from '@parindex/core';
import type { boardAnswer, boardBodyAnswer, boardRow } from '@parindex/core/contracts/schemas/index';
import { lossesOf } from '@parindex/core/progress/body-losses';
import { answererOf, type BodyCalendar, type BodyProgress, bodyProgress, declaringStep, isPartLate } from '@parindex/core/progress/index';
import { closingFor, daysOffByDate, isOpen } from '@parindex/core/round/index';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import { iso } from '../../iso.ts';
import { ownItemsOf } from '../editions/checks.ts';
import { readyEdition } from '../editions/ready.ts';
import { contradictionsIn } from '../review/review.ts';
import { NO_ASSIGNMENTS } from '../sheets/assigned.ts';
import { calendarOf } from '../sheets/calendar.ts';
import { readSheets } from '../sheets/queries/sheets.ts';
import { type CountedSheetRow, countOf, openedSheet, readCountedSheets, scoredSheet } from './count-sheets.ts';
import { headOf } from './head.ts';
import type { BoardMaking } from './making.ts';
import { type BoardRound, findBoardRound, readAssignedParts, readBoardSheets, readItemMoments } from './queries/board.ts';
import type { BoardView } from './view.ts';

export type BoardRow = z.output<typeof boardRow>;
type BoardAnswer = z.output<typeof boardAnswer>;
type BoardBodyAnswer = z.output<typeof boardBodyAnswer>;

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
    scoredMaximum: counts.scoredMaximum,
    ifConfirmed: counts.ifConfirmed,
    ifUnconfirmed: counts.ifUnconfirmed,
    mustMend: counts.mustMend,
    domains: [...counts.domains],
    open: [...open],
    closes: iso(closes),
    late,
    overdue,
    pace,
    waits: [...waits],
    parts: parts.map((part) => ({ ...part, due: iso(part.due), late: isPartLate(part, moment) })),
  };
}

/** How far a counted sheet of a round is at a moment. */
export const progressOf = ({ sheet, counts, parts }: CountedSheetRow, calendar: BodyCalendar, moment: number): BodyProgress =>
  bodyProgress(
    {
      body: sheet.body,
      state: sheet.state,
      seq: sheet.seq,
      firstAt: sheet.firstAt?.getTime() ?? null,
      reopenedUntil: sheet.reopenedUntil?.getTime() ?? null,
      counts,
      parts,
    },
    calendar,
    moment,
  );

/** The rows of a board as somebody sees it, in the order of the list. */
export async function readBoardRows(db: Reading, round: BoardRound, view: BoardView, making: BoardMaking, moment: Date): Promise<BoardRow[]> {
  const calendar = boardCalendar(round);
  return (await readCountedSheets(db, round, view, making)).map((row) => presentRow(calendar, row, moment.getTime()));
}

/** The steps of a round for all its bodies, and which of them are open at a moment. */
export const stepsOfPlan = (round: BoardRound, moment: Date): BoardAnswer['steps'] =>
  calendarOf(round).steps.map((times) => ({
    step: times.step,
    opens: iso(times.opens),
    closes: iso(times.closes),
    open: round.closedAt === null && isOpen(times, [], '', null, moment.getTime()),
  }));

/** A whole board: its round, its domains with their appraisers, its rows. */
export async function readBoard(db: Reading, round: BoardRound, view: BoardView, making: BoardMaking, moment: Date, language: Language): Promise<BoardAnswer> {
  const rows = await readBoardRows(db, round, view, making, moment);
  const { scheme } = await readyEdition(db, round.edition, round.editionHash);
  return {
    ...headOf(round, scheme, moment),
    edition: round.edition,
    whole: view.bodies === undefined,
    steps: stepsOfPlan(round, moment),
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
  const open = openedSheet(edition, row);
  const made = scoredSheet(open);
  const toMend = contradictionsIn(open, making.checks, made.score, NO_ASSIGNMENTS);
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
              mustMend: toMend.filter(({ where }) => where.item === code).length,
              extendedTo: until !== null && closes !== null && until > closes ? iso(until) : null,
              overdue: open.sheet.state === 'open' && until !== null && moment.getTime() >= until && unanswered.has(code),
              lastAt: written.get(code)?.toISOString() ?? null,
            },
          ];
        }),
    ),
    losses: lossesOf(edition.prepared, own, made.score.result.items),
  };
}
