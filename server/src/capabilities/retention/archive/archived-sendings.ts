import { canonicalText } from '@parindex/core';
import { packageNames } from '@parindex/core/evidence/index';
import { dayOf } from '@parindex/core/round/index';
import { writtenCode } from '@parindex/core/submissions/receipt-code';
import { worthOfSignatures } from '@parindex/core/submissions/signed-report';
import { reportMatchText, signatureWorthText } from '@parindex/core/words/report-words';
import { signaturesText } from '@parindex/core/words/signature-words';
import type { Reading } from '../../../db/transaction.ts';
import type { Cell } from '../../../documents/document.ts';
import { dayText, momentText } from '../../../documents/moment-text.ts';
import { listDocument } from '../../../documents/shapes.ts';
import { inspect } from '../../../file-inspection/inspect.ts';
import { FileRefused } from '../../../file-inspection/refused.ts';
import { reportKey } from '../../../storage/keys.ts';
import type { Storage } from '../../../storage/storage.ts';
import { type PackedContent, type PackedObject, packedList } from '../../../zip/zip-entry.ts';
import { readSendings, type SendingRow } from '../../submissions/queries/sendings.ts';
import type { ListedReport } from './document-list.ts';

export interface ArchivedSendings {
  readonly files: readonly PackedContent[];
  readonly reports: readonly PackedObject[];
  /** The same as the list of documents of their file has them. */
  readonly listed: readonly ListedReport[];
}

const FOLDER = 'Báo cáo đã gửi';

const worthText = ({ signatures }: SendingRow): string => signatureWorthText(worthOfSignatures(signatures), 'vi');

/** When a report was signed, by its last signature; of one without a day, when it was sent. */
function dayOfReport({ signatures, sentAt }: SendingRow): string {
  const last = signatures.findLast(({ kind }) => kind === 'signature');
  const signed = last?.timeStampedAt ?? last?.signedAt ?? null;
  return dayOf(signed === null ? sentAt.getTime() : Date.parse(signed));
}

/** How many pages a report has, read as every file of others is; null where it cannot be read. */
async function pagesOf(storage: Storage, sha256: string): Promise<number | null> {
  try {
    return (await storage.withFile(reportKey(sha256), (path) => inspect(path, 'bao-cao.pdf'))).pages.length;
  } catch (error) {
    if (error instanceof FileRefused) return null;
    throw error;
  }
}

/** Every report that a body sent, signed or by permission unsigned, byte for byte as it came, with what is known of each. */
export async function archiveSendings(
  db: Reading,
  storage: Storage,
  { round, body, author }: { readonly round: string; readonly body: string; readonly author: string },
  about: readonly string[],
): Promise<ArchivedSendings> {
  const sendings = (await readSendings(db, round, body)).toReversed();
  if (sendings.length === 0) return { files: [], reports: [], listed: [] };
  const told = sendings.map(({ seq, fileBytes, sentAt, ...sending }) => ({
    ...sending,
    seq: String(seq),
    fileBytes: String(fileBytes),
    sentAt: sentAt.toISOString(),
  }));
  const names = packageNames(
    sendings.map((sending, index) => ({
      parts: [
        String(index + 1).padStart(2, '0'),
        sending.matter === 'sheet' ? 'Báo cáo tự đánh giá' : 'Báo cáo giải trình',
        `gửi ngày ${dayText(sending.sentAt.toISOString())}`,
        worthText(sending),
      ],
      extension: '.pdf',
    })),
  );
  const rows = sendings.map((sending, index): Cell[] => [
    index + 1,
    momentText(sending.sentAt.toISOString()),
    sending.sentBy.name,
    writtenCode(sending.code),
    signaturesText(sending.signatures, 'vi') || worthText(sending),
    reportMatchText({ matched: sending.matched, signature: worthOfSignatures(sending.signatures) }, 'vi'),
    { path: `${FOLDER}/${names[index]}` },
    sending.fileHash,
  ]);
  const list = listDocument({
    title: 'Các lần gửi báo cáo',
    about,
    columns: [
      ['Số TT', 5],
      ['Thời điểm gửi', 18],
      ['Người gửi', 18],
      ['Mã biên nhận', 22],
      ['Chữ ký số', 40],
      ['Căn cứ nhận', 30],
      ['Tệp', 32],
      ['SHA-256', 23],
    ],
    rows,
  });
  const pages = new Map<string, number | null>();
  for (const { fileHash } of sendings) if (!pages.has(fileHash)) pages.set(fileHash, await pagesOf(storage, fileHash));
  return {
    listed: sendings.map((sending, index) => ({
      path: `${FOLDER}/${names[index]}`,
      notes: `bản đã gửi ngày ${dayText(sending.sentAt.toISOString())}, ${worthText(sending)}`,
      ...{ day: dayOfReport(sending), author, pages: pages.get(sending.fileHash) ?? null, bytes: sending.fileBytes, sha256: sending.fileHash },
    })),
    files: [
      ...(await packedList('Các lần gửi báo cáo', list)),
      { path: 'Các lần gửi báo cáo.json', content: Buffer.from(`${canonicalText(told.toReversed())}\n`) },
    ],
    reports: sendings.map(({ fileHash, fileBytes }, index) => ({
      path: `${FOLDER}/${names[index]}`,
      sha256: fileHash,
      area: 'reports' as const,
      bytes: fileBytes,
      stored: true,
    })),
  };
}
