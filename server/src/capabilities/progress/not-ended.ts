import { type OwnPoints, ownPoints } from '@parindex/core';
import { countedFinding, mendCounts } from '@parindex/core/review/mend-counts';
import { closingFor, type SheetState } from '@parindex/core/round/index';
import type { Reading } from '../../db/transaction.ts';
import { countNotApproved } from '../assignments/queries/assignments.ts';
import { type CheckFiles, ownItemsOf } from '../editions/checks.ts';
import { type ReadyEdition, readyEdition } from '../editions/ready.ts';
import { contradictionsIn } from '../review/review.ts';
import type { RoundRow } from '../rounds/queries/rounds.ts';
import { NO_ASSIGNMENTS } from '../sheets/assigned.ts';
import { calendarOf } from '../sheets/calendar.ts';
import { readSheets } from '../sheets/queries/sheets.ts';
import { scoreStage, sheetOfCells } from '../sheets/sheet.ts';

interface NotEnded {
  readonly body: { readonly id: string; readonly name: string };
  /** ISO 8601. */
  readonly closes: string;
  readonly late: boolean;
  /** Of what it scores itself. */
  readonly own: OwnPoints;
  readonly notApproved: number;
  /** Items with an error in figures or their grounds, as the board counts them. */
  readonly errors: number;
}

/** A body that is not to be urged: its sheet is frozen or sent, or its self-assessment has not begun. */
export interface NotUrged {
  readonly id: string;
  readonly name: string;
  readonly state: SheetState;
}

/** Bodies whose self-assessment has begun and not ended, with what is missing; late ones first, then in the order of the list. */
export async function readNotEnded(
  db: Reading,
  round: Pick<RoundRow, 'id' | 'state'>,
  checks: CheckFiles,
  moment: Date,
): Promise<{ readonly edition: ReadyEdition | undefined; readonly items: readonly NotEnded[]; readonly others: readonly NotUrged[] }> {
  const rows = round.state === 'open' ? await readSheets(db, round.id, {}) : [];
  const [first] = rows;
  if (!first) return { edition: undefined, items: [], others: [] };
  const edition = await readyEdition(db, first.edition, first.editionHash);
  const ownItems = ownItemsOf(checks, edition);
  const notApproved = await countNotApproved(db, round.id);
  const items = rows.flatMap((row): NotEnded[] => {
    const { steps, extensions } = calendarOf(row);
    const times = steps.find(({ step }) => step === 'selfAssessment');
    if (row.state !== 'open' || !times || moment.getTime() < times.opens) return [];
    const closes = closingFor(times, extensions, row.body, null);
    const sheet = sheetOfCells(row.cells, row.parts, row);
    const score = scoreStage(edition, row, sheet, 'claimed', row);
    const toMend = contradictionsIn({ place: row, edition, sheet, beside: row }, checks, score, NO_ASSIGNMENTS);
    return [
      {
        body: { id: row.body, name: row.name },
        closes: new Date(closes).toISOString(),
        late: closes <= moment.getTime(),
        own: ownPoints(edition.prepared, ownItems, score.result.items),
        notApproved: notApproved.get(row.body) ?? 0,
        errors: mendCounts(toMend.map(countedFinding)).errors,
      },
    ];
  });
  const urged = new Set(items.map(({ body }) => body.id));
  const others = rows.flatMap(({ body, name, state }) => (urged.has(body) ? [] : [{ id: body, name, state }]));
  return { edition, others, items: [...items.filter(({ late }) => late), ...items.filter(({ late }) => !late)] };
}
