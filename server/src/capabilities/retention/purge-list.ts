import { displayDate } from '@parindex/core';
import { DOCUMENT_CLASS_NAMES } from '@parindex/core/words/kinds';
import type { OfficialDocument } from '../../documents/document.ts';
import { momentText } from '../../documents/moment-text.ts';
import { listDocument } from '../../documents/shapes.ts';
import type { ErasureRow, PurgedDocument } from './queries/erasures.ts';

/** The list of documents proposed for purging (danh mục tài liệu đề nghị hủy), to be read before the decision. */
export function purgeList(
  { round, reason, asked, documents: proposed }: ErasureRow,
  documents: readonly PurgedDocument[],
  illustrative: boolean,
): OfficialDocument {
  const bytes = documents.reduce((sum, document) => sum + document.bytes, 0);
  const left = proposed.length - documents.length;
  return listDocument({
    title: 'Danh mục tài liệu đề nghị hủy',
    about: [
      `${round.title}; ${asked.by.name} đề nghị lúc ${momentText(asked.at)}. Lý do: ${reason}`,
      `${documents.length} tài liệu, ${bytes.toLocaleString('vi-VN')} byte.`,
      ...(left > 0 ? [`${left} tài liệu trong đề nghị nay không còn thuộc diện hủy nên không có trong danh mục.`] : []),
    ],
    columns: [
      ['STT', 6],
      ['Kho của', 28],
      ['Số, ký hiệu', 18],
      ['Ngày', 12],
      ['Cơ quan ban hành', 28],
      ['Trích yếu', 48],
      ['Loại', 20],
      ['Số tệp', 8],
      ['Dung lượng (byte)', 14],
    ],
    rows: documents.map((document, index) => [
      index + 1,
      document.body,
      document.number ?? '',
      document.issuedOn === null ? '' : displayDate(document.issuedOn),
      document.issuer ?? '',
      document.subject ?? '',
      DOCUMENT_CLASS_NAMES.vi[document.class],
      document.files,
      document.bytes,
    ]),
    illustrative,
  });
}
