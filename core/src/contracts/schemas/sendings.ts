import { z } from 'zod';
import { BODY_KINDS } from '../../bodies/types.ts';
import { SIGNATURE_VERDICTS } from '../../evidence/signature-codes.ts';
import { DEADLINE_ACTS } from '../../round/deadline.ts';
import { SHEET_STATES } from '../../round/sheet-states.ts';
import { RECEIPT_LENGTH } from '../../submissions/receipt-code.ts';
import { SIGNED_AS } from '../../submissions/report-form.ts';
import { REPORT_MATCHES, REPORT_REFUSALS } from '../../submissions/signed-report.ts';
import { signatureReading } from './evidence.ts';
import { moment, personName, slug, uuid } from './fields.ts';

/** Characters of one text of a report. */
export const LONGEST_REPORT_TEXT = 20_000;

export const REPORT_FORMATS = ['pdf', 'docx'] as const;
/** An official record: a page to be printed, or a file. */
export const recordQuery = z.strictObject({ format: z.enum(['html', 'pdf', 'docx']).default('html') });
export const briefQuery = z.strictObject({ format: z.enum(['html', 'pdf', 'docx']).default('pdf') });
export const reportQuery = z.strictObject({ format: z.enum(REPORT_FORMATS).default('pdf') });

const formText = z.string().trim().max(200);
/** Who signs the report and who gets it; what stands in it otherwise is the sheet's. */
export const reportForm = z.strictObject({
  signedAs: z.enum(SIGNED_AS).meta({ description: 'As head, KT. (deputy), TL. (byOrder) or TUQ. (byDelegation)' }),
  head: formText.meta({ description: 'Position of the head; empty: as usual for the kind of body' }),
  position: formText.meta({ description: 'Position of whoever signs otherwise; empty: as usual' }),
  signer: formText.meta({ description: 'Name of whoever signs; empty: left blank' }),
  place: formText,
  unit: formText.meta({ description: 'Who drafts it, in short: "Lưu: VT, SNV"' }),
  recipients: z.array(z.string().trim().min(1).max(300)).max(30),
});

/** A letter to be made, with the same in its address: whose recipients stand a line each. Without who signs it, all of that is left blank. */
export const letterQuery = z.strictObject({
  format: z.enum(REPORT_FORMATS).default('pdf'),
  ...reportForm.omit({ recipients: true }).partial().shape,
  recipients: z.string().max(10_000).optional().meta({ description: 'A line each' }),
});

const reportText = z.string().trim().max(LONGEST_REPORT_TEXT);
export const newReportText = z.strictObject({
  base: z.number().int().min(0).max(2_147_483_647).meta({ description: 'The version that was seen; 0 where there was none' }),
  difficulties: reportText,
  proposals: reportText,
  form: reportForm.optional().meta({ description: 'Left out: as it was' }),
});
export const reportTextAnswer = z.object({
  /** 0: nothing was typed yet. */
  version: z.number(),
  difficulties: z.string(),
  proposals: z.string(),
  form: reportForm,
  writtenBy: personName.nullable(),
  writtenAt: moment.nullable(),
});

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const code = z.string().length(RECEIPT_LENGTH);

export const sendingQuery = z.strictObject({
  id: uuid,
  base: z.coerce.number().int().min(0).max(2_147_483_647),
});

export const newPermission = z.strictObject({ id: uuid, reason: z.string().trim().min(1).max(2_000) });

/** What is sent with a signed document: the sheet, or what the body answers to its verdicts. */
export const SENDING_MATTERS = ['sheet', 'explanation'] as const;
export type SendingMatter = (typeof SENDING_MATTERS)[number];

/** What became of a sending. */
export const SENDING_STATES = ['inForce', 'takenBack', 'reopened', 'replaced'] as const;
export type SendingState = (typeof SENDING_STATES)[number];

/** One signed document that was taken. */
export const sendingRow = z.object({
  id: uuid,
  seq: z.number(),
  code,
  state: z.enum(SENDING_STATES),
  sheetHash: hash,
  fileHash: hash,
  fileBytes: z.number(),
  matched: z.enum(REPORT_MATCHES),
  /** Whether a scanner has looked through the file. */
  scanned: z.boolean(),
  signatures: z.array(signatureReading),
  sentBy: personName,
  sentAt: moment,
});

/** What is frozen to be signed: by which entry, when, and its hash. */
export const frozenMatter = z.object({ seq: z.number(), at: moment, hash });
/** The owner's permission to send without a signature that can be read. */
export const unusedPermission = z.object({ id: uuid, reason: z.string(), givenBy: personName, givenAt: moment });

export const sendingStanding = z.object({
  round: z.object({ id: slug, title: z.string() }),
  body: z.object({ id: slug, name: z.string(), kind: z.enum(BODY_KINDS) }),
  seq: z.number(),
  state: z.enum(SHEET_STATES),
  /** Of a sheet that is frozen or sent. */
  frozen: frozenMatter.nullable(),
  deadline: z.object({ act: z.enum(DEADLINE_ACTS).nullable(), at: moment.nullable() }),
  /** The last one; it holds while the sheet is open. */
  reopening: z.object({ items: z.array(z.string()).nullable(), until: moment.nullable(), reason: z.string(), by: personName, at: moment }).nullable(),
  /** The owner's permission to send without a signature that can be read; null where there is none, or it was used. */
  permission: unusedPermission.nullable(),
  text: reportTextAnswer,
  /** The last one first. */
  sendings: z.array(sendingRow),
});

/** What keeps a report out stands in the problem `reportRefused`, as `refusals`. */
export const reportRefusal = z.object({ code: z.enum(REPORT_REFUSALS), message: z.string() });

export const receiptParams = z.strictObject({ code: z.string().min(1).max(100) });

/** A receipt as anyone sees it who holds its code. */
export const receiptAnswer = z.object({
  code,
  matter: z.enum(SENDING_MATTERS),
  round: z.object({ id: slug, title: z.string(), year: z.number() }),
  body: z.object({ id: slug, name: z.string() }),
  sentAt: moment,
  state: z.enum(SENDING_STATES),
  endedAt: moment.nullable(),
  replacedBy: code.nullable(),
  sheetHash: hash,
  file: z.object({ sha256: hash, bytes: z.number() }),
  matched: z.enum(REPORT_MATCHES),
  /** What the signatures of the report come to, the gravest; null: it has none, and came in by the owner's permission. */
  signature: z.enum(SIGNATURE_VERDICTS).nullable(),
  /** The head of the sealed trail when it was sent: its block, and that one's hash. */
  trail: z.object({ block: z.number(), hash }),
  illustrative: z.boolean(),
});

export const sendingFileParams = z.strictObject({ round: slug, body: slug, sending: uuid });

/** What bodies say in their reports, of those that are sent. */
export const gatheredTexts = z.object({
  items: z.array(z.object({ body: z.object({ id: slug, name: z.string() }), sentAt: moment, difficulties: z.string(), proposals: z.string() })),
});
