import { displayDate } from '@parindex/core';
import type { ErasureKind } from '@parindex/core/contracts/index';
import { dayOf } from '@parindex/core/round/index';
import { escaped } from '../../documents/html.ts';
import { momentText } from '../../documents/moment-text.ts';
import { officialRecord, signature, table } from '../../documents/official-form.ts';
import { ROLE_NAMES } from '../accounts/role-names.ts';
import type { ShownErasure } from './present-erasure.ts';

type Decided = NonNullable<ShownErasure['decided']>;

const HEADINGS: Readonly<Record<ErasureKind, string>> = {
  removal: 'BIÊN BẢN GỠ BỎ KHẨN CẤP TÀI LIỆU',
  purge: 'BIÊN BẢN HỦY TÀI LIỆU HẾT THỜI HẠN BẢO QUẢN',
};
const DECIDED: Readonly<Record<ErasureKind, Readonly<Record<Decided['decision'], string>>>> = {
  removal: { carriedOut: 'đồng ý và đã thực hiện gỡ bỏ', refused: 'không chấp thuận; tài liệu được giữ nguyên' },
  purge: { carriedOut: 'đồng ý và đã thực hiện hủy', refused: 'không chấp thuận; tài liệu được giữ nguyên' },
};

const person = ({ by, role, body }: ShownErasure['asked']) =>
  `Ông/Bà <strong>${escaped(by.name)}</strong>, ${escaped(ROLE_NAMES[role].vi.toLowerCase())}${body ? `, ${escaped(body.name)}` : ''}`;

/** Versions by hash and size; of a removal neither number nor date. */
function documentsTable({ kind, record }: ShownErasure): string {
  const rows = (record?.documents ?? []).flatMap(({ document, body, versions }) =>
    versions.map(({ number, sha256, bytes, docNumber, issuedOn }) => [
      body.name,
      ...(kind === 'purge' ? [docNumber ?? '', issuedOn === null ? '' : displayDate(issuedOn)] : [document]),
      number,
      sha256 ?? 'không có tệp',
      bytes ?? '',
    ]),
  );
  const elsewhere = record?.elsewhere ? `<p>Ngoài ra còn ${record.elsewhere} tài liệu cùng nội dung trong kho khác, không liệt kê trong bản này.</p>` : '';
  const named = kind === 'purge' ? ['Số, ký hiệu', 'Ngày'] : ['Mã tài liệu'];
  return table(['TT', 'Kho của', ...named, 'Phiên bản', 'Mã băm SHA-256', 'Dung lượng (byte)'], rows) + elsewhere;
}

function citationsPart({ record }: ShownErasure): string {
  const rows = (record?.documents ?? []).flatMap(({ body, cited }) =>
    cited.map(({ kind, target, citation }) => [body.name, `${kind === 'item' ? 'Tiêu chí' : 'Số liệu'} ${target}`, citation]),
  );
  return rows.length === 0 ? '<p>Không có nơi nào dẫn tài liệu.</p>' : table(['TT', 'Bảng điểm của', 'Nơi dẫn', 'Trích dẫn'], rows);
}

const backupsPart = ({ record }: ShownErasure) =>
  !record || record.backups.length === 0
    ? '<p>Nhật ký không ghi nhận bản sao lưu nào được tạo trong thời gian tài liệu có trên hệ thống.</p>'
    : `<p>Các bản sao lưu sau được tạo khi tài liệu còn trên hệ thống và vẫn chứa nội dung; cần được hủy, hoặc gỡ bỏ lại sau khi phục hồi:</p>${table(
        ['TT', 'Thời điểm sao lưu', 'Mã băm SHA-256'],
        record.backups.map(({ at, sha256 }) => [momentText(at), sha256 ?? '']),
      )}`;

function whatWent(erasure: ShownErasure): string {
  const { kind, record } = erasure;
  if (!record) return '';
  const kept =
    kind === 'purge'
      ? 'Hệ thống giữ lại mã tài liệu, mã băm, số, ký hiệu, ngày văn bản, người nộp và thời điểm nộp.'
      : 'Hệ thống chỉ giữ lại mã tài liệu và mã băm; tệp có cùng mã băm không được đưa lên lại.';
  return `<h2>${kind === 'purge' ? '1. Tài liệu đã hủy' : '1. Tài liệu đã gỡ bỏ'}</h2>
${documentsTable(erasure)}
<p>${kept} Nội dung của ${record.payloads} dòng nhật ký liên quan đã được xóa; chuỗi niêm phong của nhật ký vẫn nguyên vẹn.</p>
${kind === 'removal' ? `<h2>2. Nơi đã dẫn tài liệu</h2>\n${citationsPart(erasure)}` : ''}
<h2>${kind === 'removal' ? 3 : 2}. Bản sao lưu</h2>
${backupsPart(erasure)}`;
}

/** The record of a decided erasure as a page to print and sign: who, when, why, what by its hash; never a title or what it said. `illustrative` marks the sandbox. */
export function printedErasure(erasure: ShownErasure & { readonly decided: Decided }, illustrative: boolean): string {
  const { id, kind, round, body, document, asked, decided, reason } = erasure;
  const about = body === null ? round.title : `${body.name} – ${round.title}`;
  return officialRecord({
    title: `${HEADINGS[kind]} – ${id}`,
    agency: decided.body?.name ?? null,
    day: dayOf(Date.parse(decided.at)),
    heading: HEADINGS[kind],
    about,
    illustrative,
    content: `<p>Người đề nghị: ${person(asked)}, hồi ${escaped(momentText(asked.at))}.</p>
<p>Lý do: ${escaped(reason)}</p>
${document === null ? '' : `<p>Mã tài liệu: ${escaped(document)}</p>`}
<p>Người quyết định: ${person(decided)}, hồi ${escaped(momentText(decided.at))}: ${escaped(DECIDED[kind][decided.decision])}.</p>
${decided.note === null ? '' : `<p>Ý kiến: ${escaped(decided.note)}</p>`}
${whatWent(erasure)}
<p>Biên bản được lập từ dữ liệu của hệ thống, mã ${escaped(id)}.</p>
<div class="signs">${signature('NGƯỜI ĐỀ NGHỊ', asked.by.name)}${signature('NGƯỜI QUYẾT ĐỊNH', decided.by.name)}</div>`,
  });
}
