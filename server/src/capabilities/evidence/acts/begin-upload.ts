import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import type { SheetPlace } from '../../sheets/queries/sheets.ts';
import { findUpload, insertUpload, type UploadRow } from '../queries/uploads.ts';
import type { UploadWindow } from '../upload-window.ts';

export interface NewUpload {
  readonly id: string;
  readonly document: string;
  readonly name: string;
  readonly bytes: number;
  readonly redacted: boolean;
}

const MINUTE = 60_000;
/** An upload that is not continued for this long is given up. */
const LONGEST_MS = 24 * 60 * MINUTE;
/** An upload begun before the step closed may end this much later: connections are slow on the last evening. */
const GRACE_MS = 60 * MINUTE;

/** A finished upload may have become part of a document that already had the same bytes. */
const isSame = (stored: UploadRow, { round, body }: SheetPlace, account: string | null, wanted: NewUpload): boolean =>
  stored.round === round &&
  stored.body === body &&
  stored.account === account &&
  stored.bytes === wanted.bytes &&
  stored.fileName === wanted.name &&
  stored.redacted === wanted.redacted &&
  (stored.document === wanted.document || stored.state === 'kept');

/** Begins an upload into a body's library. The same id again returns the existing upload. */
export async function beginUpload(
  acting: Acting,
  place: SheetPlace,
  bringing: UploadWindow,
  wanted: NewUpload,
  stored: UploadRow | undefined,
): Promise<UploadRow> {
  if (stored) {
    if (!isSame(stored, place, acting.account, wanted)) throw new Problem('idReused', { more: { id: wanted.id } });
    return stored;
  }
  const { db, receivedAt } = acting;
  const { round, body } = place;
  await insertUpload(db, {
    id: wanted.id,
    round_id: round,
    body_id: body,
    account_id: acting.account as string,
    office: acting.membership as string,
    document_id: wanted.document,
    file_name: wanted.name,
    bytes: wanted.bytes,
    redacted: wanted.redacted,
    late_by: bringing.lateBy,
    created_at: receivedAt,
    until: new Date(Math.min(receivedAt.getTime() + LONGEST_MS, bringing.until.getTime() + GRACE_MS)),
    state: 'receiving',
  });
  await recordAct(acting, {
    act: 'evidence.begin',
    subject: `upload:${wanted.id}`,
    round,
    body,
    // The file name is left out of the trail: if the file is refused for a mark of secrecy, no name may remain.
    content: { document: wanted.document, bytes: wanted.bytes, lateBy: bringing.lateBy, declared: 'notSecret' },
  });
  return (await findUpload(db, wanted.id)) as UploadRow;
}
