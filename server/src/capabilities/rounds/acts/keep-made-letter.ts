import { createHash, randomUUID } from 'node:crypto';
import type { Acting } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { reportKey } from '../../../storage/keys.ts';
import { databaseNow, wasReportSwept } from '../../../storage/queries/report-sweep.ts';
import type { Storage } from '../../../storage/storage.ts';
import { insertRoundFile } from '../queries/round-documents.ts';

interface MadeLetter {
  readonly round: string;
  readonly bytes: Buffer;
  readonly kind: 'docx' | 'pdf';
  readonly name: string;
  /** The bodies that it is made to. */
  readonly bodies: readonly string[];
}

/** Keeps a letter of urging among the files of its round as it was made, byte for byte, and tells that it was made. */
export async function keepMadeLetter(acting: Acting, storage: Storage, { round, bytes, kind, name, bodies }: MadeLetter): Promise<void> {
  const { db, account, receivedAt } = acting;
  const id = randomUUID();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const since = await databaseNow(db);
  await storage.put(reportKey(sha256), bytes);
  if (await wasReportSwept(db, Buffer.from(sha256, 'hex'), since)) throw new Problem('notReady');
  await insertRoundFile(db, {
    ...{ id, round, name, kind, bytes: bytes.length, sha256, scanned: false },
    ...{ broughtBy: account as string, broughtAt: receivedAt, urged: bodies },
  });
  const stands = await readRowStates(db, { round_file: [id] });
  await recordAct(acting, { act: 'round.urge', subject: `round:${round}`, round, content: { bodies, name, sha256, stands } });
}
