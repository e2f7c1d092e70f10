import { randomUUID } from 'node:crypto';
import { at, Faults, type Language, ROOT } from '@parindex/core';
import { CHOSEN, changesOf, type JudgedRow } from '@parindex/core/imports/index';
import { type Changes, type Sheet, type Target, targetKey } from '@parindex/core/ledger/index';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { type CheckFiles, ownItemsOf } from '../../editions/checks.ts';
import type { ActDescription, EntryCommand } from '../../sheets/act-description.ts';
import { appendToSheet } from '../../sheets/append-to-sheet.ts';
import { lockSheets, type SheetRow } from '../../sheets/queries/sheets.ts';
import { sheetOfCells } from '../../sheets/sheet.ts';
import { type JudgedBatch, judgeBatch, pointsMoved } from '../judge.ts';
import { tableOf, writtenRow } from '../present.ts';
import { type BatchWithContent, decideBatch, findWriting, insertWriting, readWritings, writeEstimates } from '../queries/batches.ts';

export interface Agreement {
  readonly id: string;
  readonly digest: string;
  /** Rows that are only written if somebody chooses them. */
  readonly chosen: readonly number[];
  readonly reason?: string | undefined;
}

/**
 * Writes a batch that somebody has seen and agreed to, all or nothing: figures as entries of the ledgers, means beside
 * them. It is judged again with the sheets locked: if anything differs from what was seen, nothing is written.
 */
export async function writeBatch(acting: Acting, delivery: BatchWithContent, agreement: Agreement, checks: CheckFiles, language: Language): Promise<Effect> {
  const { db, receivedAt } = acting;
  const again = await findWriting(db, agreement.id);
  if (again) {
    if (again.delivery !== delivery.id || again.writtenBy.id !== acting.account) throw new Problem('idReused', { more: { id: agreement.id } });
    return 'unchanged';
  }
  const judge = () => judgeBatch(db, delivery.round, tableOf(delivery), delivery, receivedAt, language);
  const seen = await judge();
  await lockSheets(db, delivery.round, [...(seen?.sheets.keys() ?? [])]);
  const judged = await judge();
  if (!judged || judged.digest !== agreement.digest) throw new Problem('staleVersion', { more: { digest: judged?.digest ?? null } });
  const rows = rowsToWrite(judged, agreement);
  const writing = agreement.id;
  const reason = agreement.reason ?? null;
  const [account, moved] = [acting.account as string, pointsMoved(judged, ownItemsOf(checks, judged.edition), rows)];
  const number = (await readWritings(db, delivery.id)).length + 1;
  const told = { id: writing, delivery: delivery.id, round: delivery.round, number, account, at: receivedAt, reason, rows: rows.map(writtenRow), moved };
  await insertWriting(db, told);
  for (const [body, own] of Map.groupBy(rows, (row) => row.body)) await writeFigures(acting, judged, judged.sheets.get(body) as SheetRow, own, reason);
  const means = rows.flatMap(({ body, target, imported: { value, answers, source, date, vintage } }) =>
    target.kind === 'estimate'
      ? [{ body, question: target.question, group: target.group, mean: String(value), answers: String(answers), source, date, vintage }]
      : [],
  );
  if (means.length > 0) await writeEstimates(db, delivery.round, writing, means);
  await decideBatch(db, delivery.id, 'written', account, receivedAt, reason);
  await recordAct(acting, {
    act: 'delivery.write',
    subject: `delivery:${delivery.id}`,
    round: delivery.round,
    content: {
      writing,
      digest: judged.digest,
      rows: String(rows.length),
      chosen: agreement.chosen.map(String),
      stands: await readRowStates(db, {
        ...{ delivery: [delivery.id], delivery_writing: [writing], estimate_entry: [writing] },
        ...(means.length > 0 ? { estimate: [delivery.round] } : {}),
      }),
    },
    ...(reason === null ? {} : { erasable: { reason } }),
  });
  return 'done';
}

/** The rows that are clearly later than the present values, and the chosen ones; a choice needs a reason. */
function rowsToWrite(judged: JudgedBatch, { chosen, reason }: Agreement): JudgedRow[] {
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

/** A figure that came from elsewhere. */
interface ImportedFigure extends EntryCommand {
  readonly target: Target;
  readonly delivered: Changes;
}

/** Figures of one body from elsewhere. Whether they are allowed was judged for the whole batch, row by row, with the sheets locked. */
const delivering = (sheet: Sheet): ActDescription<ImportedFigure> => ({
  origin: 'statistic',
  admit: () => undefined,
  contentOf: ({ target, delivered }) => {
    // A vintage given for the previous value does not apply to this one.
    const { vintage = null, ...changes } = delivered;
    const said = vintage !== null || sheet.columns.claimed.get(targetKey(target))?.fields['vintage'] !== undefined;
    return { stage: 'claimed', standing: 'effective', changes: said ? { ...changes, vintage } : changes };
  },
});

/** Figures of one body as entries of its ledger. */
async function writeFigures(acting: Acting, { edition }: JudgedBatch, row: SheetRow, rows: readonly JudgedRow[], reason: string | null): Promise<void> {
  const sheet = sheetOfCells(row.cells, row.parts, row);
  const commands = rows.flatMap(({ target, imported, outcome }): ImportedFigure[] => {
    if (target.kind !== 'figure') return [];
    const chosen = CHOSEN.has(outcome) ? { reason: { code: outcome, text: reason ?? undefined } } : {};
    return [{ id: randomUUID(), act: 'declare', target, base: sheet.seq, delivered: changesOf(imported), ...chosen }];
  });
  if (commands.length > 0) await appendToSheet(acting, { place: row, edition, sheet, beside: row }, commands, delivering(sheet), new Map());
}

/** Refuses a batch: nothing is written, and it stays with the reason. */
export async function refuseBatch(acting: Acting, delivery: BatchWithContent, reason: string): Promise<void> {
  if (delivery.state === 'written') throw new Problem('notNow', { more: { state: delivery.state } });
  await decideBatch(acting.db, delivery.id, 'refused', acting.account as string, acting.receivedAt, reason);
  await recordAct(acting, {
    act: 'delivery.refuse',
    subject: `delivery:${delivery.id}`,
    round: delivery.round,
    content: { stands: await readRowStates(acting.db, { delivery: [delivery.id] }) },
    erasable: { reason },
  });
}
