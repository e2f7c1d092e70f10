import type { sheetTimeline } from '@parindex/core/contracts/schemas/index';
import { foldSheet } from '@parindex/core/ledger/index';
import { ownPoints } from '@parindex/core/scoring/sheet-points';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import { type CheckFiles, ownItemsOf } from '../editions/checks.ts';
import type { OpenSheet } from './open-sheet.ts';
import { readLedger, readTakeovers } from './queries/takeovers.ts';
import { readWritersByDay } from './queries/writers-by-day.ts';
import { foldable, takeoversOf } from './rebuild.ts';
import { scoreStage } from './sheet.ts';

/** How a sheet came to be, day by day in Vietnam: who wrote in it, and what it scored itself at the day's end under its present edition. */
export async function readTimeline(db: Reading, { place, edition, beside }: OpenSheet, checks: CheckFiles): Promise<z.output<typeof sheetTimeline>> {
  const { round, body } = place;
  const days = await readWritersByDay(db, round, body);
  const entries = days.length === 0 ? [] : (await readLedger(db, round, body)).map(foldable);
  const takeovers = days.length === 0 ? [] : takeoversOf(await readTakeovers(db, round), body);
  const own = ownItemsOf(checks, edition);
  return {
    rounding: edition.scheme.rounding,
    days: days.map(({ day, last, writers }) => {
      const sheet = foldSheet(
        entries.filter(({ seq }) => seq <= last),
        takeovers,
      );
      const { result } = scoreStage(edition, place, sheet, 'claimed', beside);
      const { points, maximum, answered, asked } = ownPoints(edition.prepared, own, result.items);
      return { day, points, maximum, answered, asked, writers: [...writers] };
    }),
  };
}
