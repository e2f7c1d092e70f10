import { canonicalText } from '@parindex/core';
import { packageNames } from '@parindex/core/evidence/index';
import { writtenCode } from '@parindex/core/submissions/receipt-code';
import { worthOfSignatures } from '@parindex/core/submissions/signed-report';
import { reportMatchText, signatureWorthText } from '@parindex/core/words/report-words';
import { signaturesText } from '@parindex/core/words/signature-words';
import type { Reading } from '../../../db/transaction.ts';
import type { Cell } from '../../../documents/document.ts';
import { dayText, momentText } from '../../../documents/moment-text.ts';
import { listDocument } from '../../../documents/shapes.ts';
import { type PackedContent, type PackedObject, packedList } from '../../../zip/zip-entry.ts';
import { readSendings, type SendingRow } from '../../submissions/queries/sendings.ts';

export interface ArchivedSendings {
  readonly files: readonly PackedContent[];
  readonly reports: readonly PackedObject[];
}

const FOLDER = 'Báo cáo đã gửi';

const worthText = ({ signatures }: SendingRow): string => signatureWorthText(worthOfSignatures(signatures), 'vi');

/** Every report that a body sent, signed or by permission unsigned, byte for byte as it came, with what is known of each. */
export async function archiveSendings(db: Reading, round: string, body: string, about: readonly string[]): Promise<ArchivedSendings> {
  const sendings = (await readSendings(db, round, body)).toReversed();
  if (sendings.length === 0) return { files: [], reports: [] };
  const told = sendings.map(({ seq, fileBytes, sentAt, ...sending }) => ({
    ...sending,
    seq: String(seq),
    fileBytes: String(fileBytes),
    sentAt: sentAt.toISOString(),
  }));
  const names = packageNames(
    sendings.map((sending, index) => ({
      parts: [String(index + 1).padStart(2, '0'), 'Báo cáo tự đánh giá', `gửi ngày ${dayText(sending.sentAt.toISOString())}`, worthText(sending)],
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
  return {
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
