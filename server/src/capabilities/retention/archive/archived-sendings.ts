import { canonicalText } from '@parindex/core';
import { dayOf } from '@parindex/core/round/index';
import type { Reading } from '../../../db/transaction.ts';
import type { PackedContent, PackedObject } from '../../../zip/zip-entry.ts';
import { readSendings } from '../../submissions/queries/sendings.ts';

export interface ArchivedSendings {
  readonly files: readonly PackedContent[];
  readonly reports: readonly PackedObject[];
}

/** Every signed report that a body sent, unchanged, with what is known of each: code, hashes, signatures as read. */
export async function archiveSendings(db: Reading, round: string, body: string): Promise<ArchivedSendings> {
  const sendings = await readSendings(db, round, body);
  if (sendings.length === 0) return { files: [], reports: [] };
  const told = sendings.map(({ seq, fileBytes, sentAt, ...sending }) => ({
    ...sending,
    seq: String(seq),
    fileBytes: String(fileBytes),
    sentAt: sentAt.toISOString(),
  }));
  return {
    files: [{ path: 'lan-gui.json', content: Buffer.from(`${canonicalText(told)}\n`) }],
    reports: sendings.map(({ code, fileHash, fileBytes, sentAt }) => ({
      path: `bao-cao-da-ky/${dayOf(sentAt.getTime())}-${code}.pdf`,
      sha256: fileHash,
      area: 'reports' as const,
      bytes: fileBytes,
      stored: true,
    })),
  };
}
