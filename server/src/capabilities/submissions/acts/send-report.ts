import { randomBytes } from 'node:crypto';
import type { Language } from '@parindex/core';
import type { SendingMatter } from '@parindex/core/contracts/schemas/index';
import type { RefusalCode } from '@parindex/core/evidence/file-codes';
import { RECEIPT_LENGTH, receiptCode } from '@parindex/core/submissions/receipt-code';
import { reportRefusalText } from '@parindex/core/words/report-words';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { NO_BLOCK } from '../../../audit/hashing.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { findLastSeal } from '../../../audit/queries/seal.ts';
import { keepPayload, recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { wasReportSwept } from '../../../storage/queries/report-sweep.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { OpenSheet } from '../../sheets/open-sheet.ts';
import { readReportPlace } from '../../sheets/queries/report-place.ts';
import { refuseAfterDeadline } from '../deadline.ts';
import { type JudgedReport, judgeSigned, refusalOfFile } from '../judge-signed.ts';
import { sheetName } from '../official-report.ts';
import { findPermission, insertSending } from '../queries/sendings.ts';
import type { SignedReport } from '../read-signed.ts';
import { type Frozen, hashOfFrozen } from '../sheet-hash.ts';
import { changeSheetState } from './change-sheet-state.ts';

/**
 * A report that arrived: what was read from it, or why reading stopped (null: nothing was frozen then); and the
 * hash of the matter whose unsigned report is its byte-for-byte beginning.
 */
export interface ArrivedReport {
  readonly read: SignedReport | { readonly refused: RefusalCode | 'notPdf' } | null;
  readonly asMadeFor: string | undefined;
  /** After which moment its bytes were put into the store, as they are if nothing spoke against it when it was read. */
  readonly storedSince: Date | undefined;
}

/** What is sent with a signed document: the sheet, or what the body answers to its verdicts. */
export interface ToSend {
  readonly matter: SendingMatter;
  readonly act: 'send' | 'sendExplanation';
  readonly frozen: Frozen | undefined;
  /** Refuses what may not be sent now. */
  readonly refuse: () => void;
}

/** The sheet of a body, to be sent with its report. */
export const sheetToSend = async ({ db, receivedAt }: Acting, open: OpenSheet): Promise<ToSend> => ({
  matter: 'sheet',
  act: 'send',
  frozen: await hashOfFrozen(db, open),
  refuse: () => refuseAfterDeadline(open.place, 'send', receivedAt),
});

/** A body sends what is frozen with the signed document: judged with all refusals at once, stored unchanged, and receipted. */
export async function sendReport(
  acting: Acting,
  evidence: Evidence,
  open: OpenSheet,
  { matter, act, frozen, refuse }: ToSend,
  { read, asMadeFor, storedSince }: ArrivedReport,
  { id, base }: { readonly id: string; readonly base: number },
  language: Language,
): Promise<Effect> {
  const { place } = open;
  const { db } = acting;
  const permission = await findPermission(db, place.round, place.body);
  const named = sheetName(place.name, (await readReportPlace(db, place.round, place.body)).title);
  let judged: JudgedReport | undefined;
  const { seq, replayed } = await changeSheetState(acting, open, act, { id, base }, () => {
    refuse();
    judged = judge(read, frozen as Frozen, language, {
      round: place.round,
      body: place.body,
      sheet: named,
      asMade: asMadeFor !== undefined && asMadeFor === frozen?.hash,
      permitted: permission !== undefined,
      trustsSomebody: evidence.trustFolder !== undefined,
    });
  });
  if (replayed || !judged || !frozen || read === null || 'refused' in read) return 'unchanged';
  // What spoke against it when it was read has gone meanwhile, or a sweep took its bytes for a left one's: it is sent again.
  if (!storedSince || (await wasReportSwept(db, Buffer.from(read.sha256, 'hex'), storedSince))) throw new Problem('notReady');
  const { round, body } = place;
  const seal = await findLastSeal(db);
  const payload = await keepPayload(acting, { signatures: read.signatures }, { round, body });
  const used = judged.byPermission ? permission?.id : undefined;
  await insertSending(db, {
    id,
    round_id: round,
    body_id: body,
    seq,
    matter,
    code: receiptCode(randomBytes(RECEIPT_LENGTH)),
    sheet_hash: Buffer.from(frozen.hash, 'hex'),
    file_hash: Buffer.from(read.sha256, 'hex'),
    file_bytes: read.bytes.length,
    matched: judged.matched,
    permission_id: used ?? null,
    payload_id: payload.id,
    scanned: read.scanned,
    sent_by: acting.account as string,
    sent_at: acting.receivedAt,
    head_number: seal?.number ?? 0,
    head_hash: seal?.hash ?? NO_BLOCK,
  });
  await recordAct(acting, {
    act: 'sending.record',
    subject: `sending:${id}`,
    round,
    body,
    content: {
      sheetHash: frozen.hash,
      fileHash: read.sha256,
      matched: judged.matched,
      ...(used === undefined ? {} : { permission: used }),
      stands: await readRowStates(db, { sending: [id] }),
    },
    payload,
  });
  return 'done';
}

function judge(read: ArrivedReport['read'], frozen: Frozen, language: Language, request: Omit<Parameters<typeof judgeSigned>[1], 'frozen'>): JudgedReport {
  // The sheet was frozen while the report was being uploaded.
  if (read === null) throw new Problem('notReady');
  const judged: JudgedReport =
    'refused' in read ? { matched: 'permitted', byPermission: false, refusals: [refusalOfFile(read.refused)] } : judgeSigned(read, { ...request, frozen });
  if (judged.refusals.length > 0)
    throw new Problem('reportRefused', {
      more: { refusals: judged.refusals.map((refusal) => ({ code: refusal.code, message: reportRefusalText(refusal, language) })) },
    });
  return judged;
}
