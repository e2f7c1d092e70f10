import { type OwnPoints, ownPoints } from '@parindex/core';
import { closingFor } from '@parindex/core/round/index';
import type { Reading } from '../../db/transaction.ts';
import { countNotApproved } from '../assignments/queries/assignments.ts';
import { type CheckFiles, ownItemsOf } from '../editions/checks.ts';
import { type ReadyEdition, readyEdition } from '../editions/ready.ts';
import type { RoundRow } from '../rounds/queries/rounds.ts';
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
}

/** Bodies whose self-assessment has begun and not ended, with what is missing; late ones first, then in the order of the list. */
export async function readNotEnded(
  db: Reading,
  round: Pick<RoundRow, 'id' | 'state'>,
  checks: CheckFiles,
  moment: Date,
): Promise<{ readonly edition: ReadyEdition | undefined; readonly items: readonly NotEnded[] }> {
  const rows = round.state === 'open' ? await readSheets(db, round.id, {}) : [];
  const [first] = rows;
  if (!first) return { edition: undefined, items: [] };
  const edition = await readyEdition(db, first.edition, first.editionHash);
  const ownItems = ownItemsOf(checks, edition);
  const notApproved = await countNotApproved(db, round.id);
  const items = rows.flatMap((row): NotEnded[] => {
    const { steps, extensions } = calendarOf(row);
    const times = steps.find(({ step }) => step === 'selfAssessment');
    if (row.state !== 'open' || !times || moment.getTime() < times.opens) return [];
    const closes = closingFor(times, extensions, row.body, null);
    const { items: scored } = scoreStage(edition, row, sheetOfCells(row.cells, row.parts, row), 'claimed', row).result;
    return [
      {
        body: { id: row.body, name: row.name },
        closes: new Date(closes).toISOString(),
        late: closes <= moment.getTime(),
        own: ownPoints(edition.prepared, ownItems, scored),
        notApproved: notApproved.get(row.body) ?? 0,
      },
    ];
  });
  return { edition, items: [...items.filter(({ late }) => late), ...items.filter(({ late }) => !late)] };
}
