import { ANY_FILE } from '@parindex/core/contracts/media-types';
import type { FileKind } from '@parindex/core/evidence/file-codes';
import { REFUSED_IN_NAMES, readFileName, safeFileName } from '@parindex/core/evidence/index';
import { refusalText } from '@parindex/core/words/file-words';
import type { Context } from '../context.ts';
import type { Reading, Writing } from '../db/transaction.ts';
import { Limiter } from '../file-inspection/limiter.ts';
import { FileRefused } from '../file-inspection/refused.ts';
import { type TakenFile, takeFile } from '../file-inspection/take-file.ts';
import { reportKey } from '../storage/keys.ts';
import { databaseNow, findRefusedBytes, wasReportSwept } from '../storage/queries/report-sweep.ts';
import type { Caller } from './admission.ts';
import { Problem } from './problems.ts';
import type { PrepareRequest } from './route.ts';

/** Files examined at the same time, and how many may wait. */
const AT_ONCE = 2;
const WAITING = 16;

/** A document that was examined and put into the store, where it is swept unless it is brought after all. */
export interface ArrivedDocument {
  readonly file: TakenFile;
  readonly storedSince: Date;
}

/** What is kept of a document beside its bytes. */
export interface DocumentRow {
  readonly id: string;
  readonly name: string;
  readonly kind: FileKind;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
  readonly scanned: boolean;
}

type Arriving = Pick<PrepareRequest<never>, 'bytes' | 'asCaller' | 'language'>;

/**
 * Takes documents that are kept as they came, apart from evidence: decisions, plans, notices. Each is examined as every upload is; nothing is
 * examined for somebody without the right.
 */
export function documentTaker({ evidence: { storage, scanner } }: Context) {
  const limiter = new Limiter(AT_ONCE, WAITING);
  return async (
    { bytes, asCaller, language }: Arriving,
    name: string,
    mayBring: (db: Reading, caller: Caller) => Promise<boolean>,
  ): Promise<ArrivedDocument | undefined> => {
    const now = await asCaller(async (db, caller) => ((await mayBring(db, caller)) ? databaseNow(db) : undefined));
    if (!now) return undefined;
    if (readFileName(name).faults.some((fault) => REFUSED_IN_NAMES.includes(fault))) return undefined;
    const refuse = (error: unknown): never => {
      if (!(error instanceof FileRefused)) throw error;
      throw new Problem('fileRefused', {
        detail: { vi: refusalText(error.code, 'vi'), en: refusalText(error.code, 'en') },
        more: { refusal: { code: error.code, message: refusalText(error.code, language) } },
      });
    };
    const file = await limiter.take(() => takeFile(scanner, bytes, name)).catch(refuse);
    if (!file) throw new Problem('notReady');
    const why = await asCaller((db) => findRefusedBytes(db, file.sha256));
    if (why) refuse(new FileRefused(why));
    // Before it counts as brought; what is not brought after all, is swept.
    await storage.put(reportKey(file.sha256), bytes);
    return { file, storedSince: now };
  };
}

/** A document that arrived, as it is kept under an id and a name; refuses what is none, or was swept meanwhile. */
export async function arrivedDocument(
  db: Writing,
  arrived: ArrivedDocument | undefined,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<DocumentRow> {
  if (!arrived) throw new Problem('wrongMediaType', { detail: NO_FILE });
  const { file, storedSince } = arrived;
  const { sha256, kind, scanned } = file;
  if (await wasReportSwept(db, Buffer.from(sha256, 'hex'), storedSince)) throw new Problem('notReady');
  return { id, name: safeFileName(name), kind, bytes: file.bytes.length, sha256, scanned };
}

const NO_FILE = {
  vi: `Tệp phải được gửi nguyên vẹn (${ANY_FILE}), với tên không có ký tự đánh lừa hoặc đường dẫn.`,
  en: `A file is sent whole (${ANY_FILE}), with a name without deceptive characters or a path.`,
};
