import type { OwnPoints } from '@parindex/core';
import { closingFor, type SheetState } from '@parindex/core/round/index';
import type { Reading } from '../../db/transaction.ts';
import { countNotApproved } from '../assignments/queries/assignments.ts';
import type { ReadyEdition } from '../editions/ready.ts';
import type { RoundRow } from '../rounds/queries/rounds.ts';
import { countRound } from './count-sheets.ts';
import type { BoardMaking } from './making.ts';
import { findBoardRound } from './queries/board.ts';
import { boardCalendar, progressOf } from './read-board.ts';

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
  making: BoardMaking,
  moment: Date,
): Promise<{ readonly edition: ReadyEdition | undefined; readonly items: readonly NotEnded[]; readonly others: readonly NotUrged[] }> {
  const plan = round.state === 'open' ? await findBoardRound(db, round.id) : undefined;
  if (!plan) return { edition: undefined, items: [], others: [] };
  const { edition, counted } = await countRound(db, plan, making);
  const notApproved = await countNotApproved(db, round.id);
  const calendar = boardCalendar(plan);
  const times = calendar.steps.find(({ step }) => step === 'selfAssessment');
  const items = counted.flatMap(({ counts, ...sheet }): NotEnded[] => {
    if (sheet.state !== 'open' || !times || moment.getTime() < times.opens) return [];
    const closes = closingFor(times, calendar.extensions, sheet.body, null);
    const { asked, answered, claims } = progressOf({ sheet, counts, parts: [] }, calendar, moment.getTime());
    return [
      {
        body: { id: sheet.body, name: sheet.name },
        closes: new Date(closes).toISOString(),
        late: closes <= moment.getTime(),
        own: { points: counts.points, maximum: counts.maximum, asked, answered, claims },
        notApproved: notApproved.get(sheet.body) ?? 0,
        errors: counts.mustMend,
      },
    ];
  });
  const urged = new Set(items.map(({ body }) => body.id));
  const others = counted.flatMap(({ body, name, state }) => (urged.has(body) ? [] : [{ id: body, name, state }]));
  return { edition, others, items: [...items.filter(({ late }) => late), ...items.filter(({ late }) => !late)] };
}
