import { createHash, randomUUID } from 'node:crypto';
import type { Acting } from '../../../audit/acting.ts';
import { Problem } from '../../../http/problems.ts';
import { reportKey } from '../../../storage/keys.ts';
import { databaseNow, wasReportSwept } from '../../../storage/queries/report-sweep.ts';
import type { Storage } from '../../../storage/storage.ts';
import { insertRoundFile, type RoundFileRow } from '../queries/round-documents.ts';

export interface MadeFile {
  readonly round: string;
  readonly bytes: Buffer;
  readonly kind: 'docx' | 'pdf';
  readonly name: string;
  /** Of a letter of urging: the bodies that it is made to. */
  readonly urged: readonly string[] | null;
}

/** Keeps what was made here among the files of its round, byte for byte; the act that it is made in tells of it. */
export async function keepMadeFile(
  { db, account, receivedAt }: Acting,
  storage: Storage,
  { round, bytes, kind, name, urged }: MadeFile,
): Promise<{ readonly id: string; readonly sha256: string }> {
  const id = randomUUID();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const since = await databaseNow(db);
  await storage.put(reportKey(sha256), bytes);
  if (await wasReportSwept(db, Buffer.from(sha256, 'hex'), since)) throw new Problem('notReady');
  await insertRoundFile(db, {
    ...{ id, round, name, kind, bytes: bytes.length, sha256, scanned: false },
    ...{ broughtBy: account as string, broughtAt: receivedAt, urged },
  });
  return { id, sha256 };
}

/** Files what is kept already once more, under another name: the bytes stay what they are. Answers its id. */
export async function renamedFile(
  { db, account, receivedAt }: Acting,
  { round, name, kind, bytes, sha256 }: Pick<RoundFileRow, 'round' | 'name' | 'kind' | 'bytes' | 'sha256'>,
): Promise<string> {
  const id = randomUUID();
  await insertRoundFile(db, {
    ...{ id, round, name, kind, bytes, sha256, scanned: false, urged: null },
    ...{ broughtBy: account as string, broughtAt: receivedAt },
  });
  return id;
}
