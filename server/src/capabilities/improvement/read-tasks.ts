import { inLanguage, itemsOfDomains, type Language, type Scheme } from '@parindex/core';
import type { improvementTasks } from '@parindex/core/contracts/schemas/index';
import { may } from '@parindex/core/rights/index';
import { dayOf } from '@parindex/core/round/calendar';
import { improvementIsLate } from '@parindex/core/round/improvement-states';
import { comparabilityOf } from '@parindex/core/scheme/comparability';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import type { Caller } from '../../http/admission.ts';
import { iso } from '../../iso.ts';
import { readyEdition } from '../editions/ready.ts';
import { type BoardRound, findBoardRound } from '../progress/queries/board.ts';
import type { SheetSubject } from '../sheets/found.ts';
import { readTasks, type TaskRow } from './queries/tasks.ts';

type Tasks = z.output<typeof improvementTasks>;

export interface FoundTasks {
  readonly of: SheetSubject;
  readonly plan: BoardRound;
}

const present = (row: TaskRow, item: string, title: string, today: string): Tasks['tasks'][number] => ({
  ...{ item, title, measure: row.measure, product: row.product, lead: row.lead, due: row.due, state: row.state, note: row.note, version: row.version },
  document: row.documentNumber === null || row.documentDate === null ? null : { number: row.documentNumber, date: row.documentDate },
  late: improvementIsLate(row, today),
  changedBy: row.changedBy,
  changedAt: iso(row.changedAt),
});

interface Wanted {
  readonly body: string;
  readonly moment: Date;
  readonly language: Language;
}

/** What a body does about the points that it lost: in this round, and beside this round's items what it set in the one before. */
export async function readImprovementTasks(
  db: Reading,
  { of, plan }: FoundTasks,
  caller: Pick<Caller, 'memberships'>,
  { body, moment, language }: Wanted,
): Promise<Tasks> {
  const today = dayOf(moment.getTime());
  const { scheme } = await readyEdition(db, plan.edition, plan.editionHash);
  const titles = new Map(itemsOfDomains(scheme.domains).map(({ code, title }) => [code, inLanguage(title, language) ?? code]));
  const rows = await readTasks(db, plan.round, body);
  return {
    // Where the closing was undone, what was set is still ended.
    ...{ round: plan.round, body, mayWrite: (plan.closedAt !== null || rows.length > 0) && may(caller.memberships, 'improvement.write', of) },
    tasks: rows.map((row) => present(row, row.item, titles.get(row.item) ?? row.item, today)),
    before: await readBefore(db, plan, body, scheme, (row, item) => present(row, item, titles.get(item) ?? item, today)),
  };
}

/** Tasks of the round before, each beside the item that comes from its own. */
async function readBefore(
  db: Reading,
  { copiedFrom }: BoardRound,
  body: string,
  scheme: Scheme,
  told: (row: TaskRow, item: string) => Tasks['tasks'][number],
): Promise<Tasks['before']> {
  const past = copiedFrom === null ? undefined : await findBoardRound(db, copiedFrom);
  const rows = past ? await readTasks(db, past.round, body) : [];
  if (!past || rows.length === 0) return null;
  const before = (await readyEdition(db, past.edition, past.editionHash)).scheme;
  const byItem = new Map(rows.map((row) => [row.item, row]));
  const tasks = [...comparabilityOf(scheme, before)].flatMap(([item, { forebear }]) => {
    const row = forebear && byItem.get(forebear.code);
    return row ? [told(row, item)] : [];
  });
  return { round: past.round, title: past.title, tasks };
}
