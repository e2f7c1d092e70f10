import { type Target, targetKey } from '@parindex/core/ledger/index';
import { sql } from 'kysely';
import type { Reading } from '../../db/transaction.ts';
import { Problem } from '../../http/problems.ts';
import type { SheetPlace } from './queries/sheets.ts';

const MARKING = {
  vi: 'Ông/Bà đang được giao chấm lại độc lập tiêu chí này nên chưa xem được kết quả thẩm định và chưa thẩm định được; nội dung vừa gửi chưa được lưu.',
  en: 'You have been given this item to mark a second time: until then you neither see nor give a verdict on it; what you sent was not kept.',
};

/** What of a round is closed to the asker, who marks it a second time and has not yet (decision 0113): whether an item or figure of a body's sheet is. */
export async function readUnseen(db: Reading, round: string): Promise<(body: string, target: Target) => boolean> {
  const { rows } = await sql<{ target: string }>`SELECT u AS target FROM unnest(app.unseen_targets()) u WHERE starts_with(u, ${`${round}/`})`.execute(db);
  const unseen = new Set(rows.map(({ target }) => target));
  return (body, { kind, id }) => unseen.has(`${round}/${body}/${kind}/${id}`);
}

/** Refuses a verdict or remark on what the asker marks a second time. */
export async function refuseUnseenTargets(db: Reading, { round, body }: Pick<SheetPlace, 'round' | 'body'>, targets: readonly Target[]): Promise<void> {
  const isUnseen = await readUnseen(db, round);
  const found = targets.filter((target) => isUnseen(body, target));
  if (found.length > 0) throw new Problem('notNow', { detail: MARKING, more: { targets: found.map(targetKey) } });
}
