import { affectedItems } from '@parindex/core';
import { type Target, targetKey } from '@parindex/core/ledger/index';
import { sql } from 'kysely';
import type { Reading } from '../../db/transaction.ts';
import { Problem } from '../../http/problems.ts';
import type { ReadyEdition } from '../editions/ready.ts';
import type { OpenSheet } from './open-sheet.ts';

const MARKING = {
  vi: 'Ông/Bà đang được giao chấm lại độc lập tiêu chí này, hoặc một tiêu chí dùng chung số liệu với tiêu chí này, nên chưa xem được kết quả thẩm định và chưa thẩm định được; nội dung vừa gửi chưa được lưu.',
  en: 'You have been given this item, or one that uses the same figures, to mark a second time: until then you neither see nor give a verdict on it; what you sent was not kept.',
};

/**
 * What of a round is closed to the asker, who marks it a second time and has not yet (decision 0113): whether an item or figure of a body's sheet is, or an item whose
 * points depend on one. On that they would decide over values that do not stand any more.
 */
export async function readUnseen(db: Reading, round: string, { prepared }: ReadyEdition): Promise<(body: string, target: Target) => boolean> {
  const { rows } = await sql<{ body: string; kind: Target['kind']; id: string }>`
    SELECT split_part(u, '/', 2) AS body, split_part(u, '/', 3) AS kind, split_part(u, '/', 4) AS id FROM unnest(app.unseen_targets()) u
    WHERE starts_with(u, ${`${round}/`})`.execute(db);
  const unseen = new Map(
    [...Map.groupBy(rows, ({ body }) => body)].map(([body, targets]) => [
      body,
      new Set([...targets, ...[...affectedItems(prepared, targets)].map((id) => ({ kind: 'item' as const, id }))].map(targetKey)),
    ]),
  );
  return (body, target) => unseen.get(body)?.has(targetKey(target)) ?? false;
}

/** Refuses a verdict or remark on what the asker marks a second time. */
export async function refuseUnseenTargets(db: Reading, { place: { round, body }, edition }: OpenSheet, targets: readonly Target[]): Promise<void> {
  const isUnseen = await readUnseen(db, round, edition);
  const found = targets.filter((target) => isUnseen(body, target));
  if (found.length > 0) throw new Problem('notNow', { detail: MARKING, more: { targets: found.map(targetKey) } });
}
