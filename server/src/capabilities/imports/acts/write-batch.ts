import { randomUUID } from 'node:crypto';
import { at, Faults, type Language, ROOT } from '@parindex/core';
import { CHOSEN, changesOf, type JudgedRow } from '@parindex/core/imports/index';
import { type Cell, changeCell, targetKey } from '@parindex/core/ledger/index';
import type { Acting } from '../../../audit/acting.ts';
import { readStanding } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { writeEntries } from '../../sheets/acts/write-entries.ts';
import type { CellRow, SheetRow } from '../../sheets/queries/sheets.ts';
import { partsAfter } from '../../sheets/rebuild.ts';
import { sheetOfCells } from '../../sheets/sheet.ts';
import { type JudgedDelivery, judgeDelivery, pointsMoved } from '../judge.ts';
import { tableOf, writtenRow } from '../present.ts';
import { decideDelivery, findWriting, insertWriting, lockSheets, readWritings, type WholeDelivery, writeEstimates } from '../queries/batches.ts';

export interface Agreement {
  readonly id: string;
  readonly digest: string;
  /** Lines of rows that are written though nobody writes them but by choosing them. */
  readonly chosen: readonly number[];
  readonly reason?: string | undefined;
}

/**
 * Writes what somebody has seen and agreed to, all of it or nothing: figures as entries of the sheets' ledgers, means beside
 * them. Judged anew while the sheets are held: if anything stands otherwise than it was seen, nothing is written.
 */
export async function writeDelivery(acting: Acting, delivery: WholeDelivery, agreement: Agreement, language: Language): Promise<void> {
  const { db, receivedAt } = acting;
  const again = await findWriting(db, agreement.id);
  if (again) {
    if (again.delivery !== delivery.id || again.writtenBy.id !== acting.account) throw new Problem('idReused', { more: { id: agreement.id } });
    acting.recorded += 1; // Nothing is written: it was recorded when it came first.
    return;
  }
  const judge = () => judgeDelivery(db, delivery.round, tableOf(delivery), delivery, receivedAt, language);
  const seen = await judge();
  await lockSheets(db, delivery.round, [...(seen?.sheets.keys() ?? [])]);
  const judged = await judge();
  if (!judged || judged.digest !== agreement.digest) throw new Problem('staleVersion', { more: { digest: judged?.digest ?? null } });
  const rows = rowsToWrite(judged, agreement);
  const writing = agreement.id;
  const reason = agreement.reason ?? null;
  const [account, moved] = [acting.account as string, pointsMoved(judged, rows)];
  const number = (await readWritings(db, delivery.id)).length + 1;
  const told = { id: writing, delivery: delivery.id, round: delivery.round, number, account, at: receivedAt, reason, rows: rows.map(writtenRow), moved };
  await insertWriting(db, told);
  for (const [body, own] of Map.groupBy(rows, (row) => row.body)) await writeFigures(acting, judged, judged.sheets.get(body) as SheetRow, own, reason);
  const means = rows.flatMap(({ body, target, told: { value, answers, source, date, vintage } }) =>
    target.kind === 'estimate'
      ? [{ body, question: target.question, group: target.group, mean: String(value), answers: String(answers), source, date, vintage }]
      : [],
  );
  if (means.length > 0) await writeEstimates(db, delivery.round, writing, means);
  await decideDelivery(db, delivery.id, 'written', account, receivedAt, reason);
  await recordAct(acting, {
    act: 'delivery.write',
    subject: `delivery:${delivery.id}`,
    round: delivery.round,
    content: {
      writing,
      digest: judged.digest,
      rows: String(rows.length),
      chosen: agreement.chosen.map(String),
      stands: await readStanding(db, { delivery: [delivery.id], delivery_writing: [writing], estimate_entry: [writing] }),
    },
    ...(reason === null ? {} : { erasable: { reason } }),
  });
}

/** The rows that are plainly later than what stands, and those that were chosen; a choice wants its reason. */
function rowsToWrite(judged: JudgedDelivery, { chosen, reason }: Agreement): JudgedRow[] {
  const faults = new Faults();
  const choices = new Set(judged.rows.flatMap(({ line, outcome }) => (CHOSEN.has(outcome) ? [line] : [])));
  chosen.forEach((line, index) => {
    if (!choices.has(line)) faults.add('unknownId', at(ROOT, 'chosen', index), { found: String(line) });
  });
  if (chosen.length > 0 && reason === undefined) faults.add('missingKey', at(ROOT, 'reason'), { key: 'reason' });
  if (!faults.none) throw new Problem('faulty', { faults });
  const taken = new Set(chosen);
  const rows = judged.rows.filter(({ line, outcome }) => outcome === 'change' || taken.has(line));
  if (rows.length === 0)
    throw new Problem('notNow', {
      detail: {
        vi: 'Đợt số liệu này không có gì để ghi: mọi giá trị đã có hoặc chưa được chọn.',
        en: 'The delivery has nothing to write: all of it stands already or was not chosen.',
      },
    });
  return rows;
}

/** Figures of one body as entries of its ledger, by the one way in which entries are written. */
async function writeFigures(acting: Acting, { edition }: JudgedDelivery, row: SheetRow, rows: readonly JudgedRow[], reason: string | null): Promise<void> {
  const sheet = sheetOfCells(row.cells, row.parts, row);
  const cells = new Map<string, Cell>();
  const entries = rows.flatMap(({ target, told, outcome }) => {
    if (target.kind !== 'figure') return [];
    const key = targetKey(target);
    // A vintage that stood with the value before is not this value's.
    const { vintage = null, ...changes } = changesOf(told);
    const standing = sheet.columns.claimed.get(key);
    const all = vintage !== null || standing?.fields['vintage'] !== undefined ? { ...changes, vintage } : changes;
    return [{ target, key, changes: all, outcome, standing }];
  });
  if (entries.length === 0) return;
  entries.forEach(({ target, key, changes, standing }, index) => {
    cells.set(key, changeCell(standing, target, changes, sheet.seq + index + 1));
  });
  await writeEntries(
    acting,
    { round: row.round, body: row.body, edition: edition.id, seq: sheet.seq },
    entries.map(({ target, changes, outcome }) => ({
      id: randomUUID(),
      target,
      act: 'declare',
      stage: 'claimed',
      base: sheet.seq,
      changes,
      points: null,
      origin: 'statistic',
      ...(CHOSEN.has(outcome) ? { reason: { code: outcome, text: reason ?? undefined } } : {}),
    })),
    [...cells.values()].map(
      ({ target, fields, seqs }): CellRow => ({ stage: 'claimed', target_kind: target.kind, target: target.id, fields: { ...fields }, seqs: { ...seqs } }),
    ),
    partsAfter(
      sheet,
      edition.id,
      entries.map(({ target, changes }) => ({ act: 'declare', target, changes })),
    ),
  );
}

/** Refuses a delivery: nothing of it is written, and it stays with the reason. */
export async function refuseDelivery(acting: Acting, delivery: WholeDelivery, reason: string): Promise<void> {
  if (delivery.state === 'written') throw new Problem('notNow', { more: { state: delivery.state } });
  await decideDelivery(acting.db, delivery.id, 'refused', acting.account as string, acting.receivedAt, reason);
  await recordAct(acting, {
    act: 'delivery.refuse',
    subject: `delivery:${delivery.id}`,
    round: delivery.round,
    content: { stands: await readStanding(acting.db, { delivery: [delivery.id] }) },
    erasable: { reason },
  });
}
