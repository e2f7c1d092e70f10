import type { receiptAnswer, reportTextAnswer, SendingMatter, sendingRow, sendingStanding } from '@parindex/core/contracts/schemas/index';
import { type ReportForm, USUAL_FORM } from '@parindex/core/submissions/report-form';
import { worthOf } from '@parindex/core/submissions/signed-report';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import { iso } from '../../iso.ts';
import type { OpenSheet } from '../sheets/open-sheet.ts';
import { readReportPlace } from '../sheets/queries/report-place.ts';
import { deadlineFor } from './deadline.ts';
import {
  findPermission,
  findReceipt,
  findReopening,
  findReportText,
  type PermissionRow,
  type ReceiptRow,
  type ReportTextRow,
  readSendings,
} from './queries/sendings.ts';
import { hashOfFrozen } from './sheet-hash.ts';

/** The form of a report: what was chosen last, or as usual. */
export const formOf = (text: ReportTextRow | undefined): ReportForm => text?.form ?? USUAL_FORM;

/** The entered texts of a report; version 0 if there are none. */
export const presentText = (text: ReportTextRow | undefined): z.output<typeof reportTextAnswer> => ({
  version: text?.version ?? 0,
  difficulties: text?.difficulties ?? '',
  proposals: text?.proposals ?? '',
  form: { ...formOf(text), recipients: [...formOf(text).recipients] },
  writtenBy: text?.writtenBy ?? null,
  writtenAt: iso(text?.writtenAt ?? null),
});

export const presentPermission = (permission: PermissionRow | undefined) => (permission ? { ...permission, givenAt: permission.givenAt.toISOString() } : null);

/** What a body has sent of a matter, the last one first, with what became of it. */
export async function presentSendings(db: Reading, round: string, body: string, matter: SendingMatter): Promise<z.output<typeof sendingRow>[]> {
  const sendings = (await readSendings(db, round, body)).filter((sending) => sending.matter === matter);
  const [last] = sendings;
  const lastState = last && (await findReceipt(db, { code: last.code }))?.state;
  return sendings.map(({ signatures, sentAt, permission: _, matter: _matter, ...sending }, index) => ({
    ...sending,
    state: index === 0 ? (lastState ?? 'inForce') : 'replaced',
    signatures: signatures.map((signature) => ({ ...signature, because: [...signature.because] })),
    sentAt: sentAt.toISOString(),
  }));
}

/** How far a sheet has come from freezing to the receipt. */
export async function presentSending(db: Reading, open: OpenSheet): Promise<z.output<typeof sendingStanding>> {
  const { place, sheet } = open;
  const { round, body } = place;
  const frozen = await hashOfFrozen(db, open);
  const { title, kind } = await readReportPlace(db, round, body);
  const reopening = await findReopening(db, round, body);
  const permission = await findPermission(db, round, body);
  return {
    round: { id: round, title },
    body: { id: body, name: place.name, kind },
    seq: sheet.seq,
    state: sheet.state,
    frozen: frozen ? { seq: frozen.seq, at: frozen.at.toISOString(), hash: frozen.hash } : null,
    deadline: { act: place.deadlineAct, at: iso(deadlineFor(place)) },
    reopening: reopening
      ? {
          items: reopening.items === null ? null : [...reopening.items],
          until: iso(reopening.until),
          reason: reopening.reason,
          by: reopening.by,
          at: reopening.at.toISOString(),
        }
      : null,
    permission: presentPermission(permission),
    text: presentText(await findReportText(db, round, body)),
    sendings: await presentSendings(db, round, body, 'sheet'),
  };
}

/** A receipt for the holder of its code. */
export const presentReceipt = (row: ReceiptRow, illustrative: boolean): z.output<typeof receiptAnswer> => ({
  code: row.code,
  matter: row.matter,
  round: { id: row.round, title: row.title, year: row.year },
  body: row.body,
  sentAt: row.sentAt.toISOString(),
  state: row.state,
  endedAt: iso(row.endedAt),
  replacedBy: row.replacedBy,
  sheetHash: row.sheetHash,
  file: { sha256: row.fileHash, bytes: row.fileBytes },
  matched: row.matched,
  signature: worthOf(row.signatures),
  trail: { block: row.headNumber, hash: row.headHash },
  illustrative,
});
