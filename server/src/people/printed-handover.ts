import { createHash } from 'node:crypto';
import { displayDate } from '@parindex/core';
import { dayOf, type Step } from '@parindex/core/round/index';
import type { HandoverRecord } from '../db/queries/handovers.ts';
import { ROLE_NAMES } from './role-names.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const text = (value: string | number) => String(value).replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] as string);

const STEP_NAMES: Readonly<Record<Step, string>> = {
  monitoring: 'Theo dõi trong năm',
  selfAssessment: 'Tự đánh giá',
  appraisal: 'Thẩm định',
  explanation: 'Giải trình sau thẩm định',
  secondAppraisal: 'Thẩm định lại',
  survey: 'Điều tra xã hội học',
  council: 'Hội đồng thẩm định',
  publication: 'Công bố',
};

/** A date in words, as documents write it: a day below ten and the months January and February with a nought. */
function inWords(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
}

const moment = (iso: string) =>
  `${new Date(Date.parse(iso) + 7 * 3_600_000).toISOString().slice(11, 16).replace(':', ' giờ ')} phút, ngày ${displayDate(dayOf(Date.parse(iso)))}`;

// Layout by Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, margins, Times New Roman 13–14, Quốc hiệu and Tiêu ngữ.
const STYLE = `
@page { size: A4; margin: 20mm 15mm 20mm 30mm; }
body { font: 14pt/1.35 "Times New Roman", Tinos, "Liberation Serif", serif; color: #000; max-width: 165mm; margin: 0 auto; }
.head { display: flex; justify-content: space-between; text-align: center; gap: 6mm; }
p { text-align: justify; }
.head p { margin: 0; text-align: center; } .state, .motto { white-space: nowrap; }
.head > :first-child { flex: 2; } .head > :last-child { flex: 3; }
.state { font-size: 13pt; font-weight: bold; } .motto { font-weight: bold; display: inline-block; border-bottom: 1px solid #000; }
.agency { font-size: 13pt; font-weight: bold; text-transform: uppercase; } .place { font-style: italic; }
h1 { font-size: 14pt; text-align: center; margin: 8mm 0 0; } p.about { text-align: center; font-weight: bold; margin: 0 0 6mm; }
h2 { font-size: 14pt; margin: 5mm 0 2mm; }
table { width: 100%; border-collapse: collapse; font-size: 13pt; } th, td { border: 1px solid #000; padding: 1mm 2mm; vertical-align: top; text-align: left; }
thead { display: table-header-group; } tr, .signs { break-inside: avoid; }
.signs { display: flex; justify-content: space-between; text-align: center; margin-top: 8mm; } .signs div { flex: 1; min-height: 40mm; } .signs p { text-align: center; margin: 0; }
.mark { border: 1px solid #000; text-align: center; font-weight: bold; padding: 2mm; }
`;

/** What the browser may load with the printed record: this style and nothing else. */
export const PRINTED_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  `<table><thead><tr>${head.map((cell) => `<th scope="col">${text(cell)}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row, index) => `<tr><td>${index + 1}</td>${row.map((cell) => `<td>${text(cell)}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`;

const WHOLE = 'Toàn hệ thống';

const rolesTable = (record: HandoverRecord) =>
  table(
    ['TT', 'Vai trò', 'Cơ quan, đơn vị', 'Bên nhận từ ngày', 'Đến ngày'],
    record.memberships.map(({ role, body, begins, ends, alreadyHeld }) => [
      ROLE_NAMES[role].vi + (alreadyHeld ? ' (bên nhận đã có)' : ''),
      body?.name ?? WHOLE,
      displayDate(begins),
      ends === null ? 'Không thời hạn' : displayDate(ends),
    ]),
  );

const sheetsTable = (record: HandoverRecord) =>
  record.sheets.length === 0
    ? '<p>Không có bảng điểm đang thực hiện.</p>'
    : table(
        ['TT', 'Kỳ đánh giá', 'Bảng điểm của', 'Số lần cập nhật', 'Lần cuối', 'Bước chưa kết thúc (hạn)'],
        record.sheets.map(({ round, body, entries, lastAt, steps }) => [
          round.title,
          body.name,
          entries,
          moment(lastAt),
          steps.map(({ step, closes }) => `${STEP_NAMES[step as Step] ?? step} (${moment(closes)})`).join('; '),
        ]),
      );

const tokensSentence = ({ tokens, day }: HandoverRecord) =>
  tokens.length === 0
    ? 'Bên giao không có mã truy cập cá nhân còn hiệu lực.'
    : `Các mã truy cập cá nhân của bên giao hết hiệu lực chậm nhất vào đầu ngày ${displayDate(day)}: ${tokens.map(({ name }) => name).join('; ')}.`;

const signature = (title: string, name: string) =>
  `<div><p><strong>${text(title)}</strong></p><p><em>(Ký, ghi rõ họ tên)</em></p><br><br><br><p><strong>${text(name)}</strong></p></div>`;

/** The record of a handover as a page to print and sign, in the form of official documents. `illustrative` marks the sandbox. */
export function printedHandover(record: HandoverRecord, illustrative: boolean): string {
  const { from, to, performedBy, performedAt, day, document } = record;
  const agency = performedBy.body?.name ?? '……………………';
  const basis = document ? `Căn cứ văn bản số ${document.number} ngày ${displayDate(document.date)};` : 'Căn cứ yêu cầu công tác;';
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Biên bản bàn giao – ${text(from.name)} – ${text(to.name)}</title><style>${STYLE}</style></head>
<body>
${illustrative ? '<p class="mark">DỮ LIỆU MINH HỌA – không có giá trị văn bản</p>' : ''}
<div class="head"><div><p class="agency">${text(agency)}</p><p>Số: ……/BB-……</p></div>
<div><p class="state">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p class="motto">Độc lập - Tự do - Hạnh phúc</p><p class="place">……………, ${text(inWords(dayOf(Date.parse(performedAt))))}</p></div></div>
<h1>BIÊN BẢN BÀN GIAO</h1>
<p class="about">Vai trò, công việc và quyền truy cập trên hệ thống chấm điểm Chỉ số cải cách hành chính</p>
<p>${text(basis)}</p>
<p>Hồi ${text(moment(performedAt))}, việc bàn giao dưới đây đã được thực hiện trên hệ thống, có hiệu lực từ ${text(inWords(day))}:</p>
<p>Bên giao: Ông/Bà <strong>${text(from.name)}</strong></p>
<p>Bên nhận: Ông/Bà <strong>${text(to.name)}</strong></p>
<p>Người thực hiện trên hệ thống: Ông/Bà <strong>${text(performedBy.name)}</strong>, ${text(ROLE_NAMES[performedBy.role].vi.toLowerCase())}${performedBy.body ? `, ${text(performedBy.body.name)}` : ''}</p>
<h2>1. Vai trò bàn giao</h2>
${rolesTable(record)}
<h2>2. Công việc đang thực hiện</h2>
${sheetsTable(record)}
<h2>3. Quyền truy cập bằng phần mềm</h2>
<p>${text(tokensSentence(record))}</p>
<p>Biên bản được lập từ dữ liệu của hệ thống, mã bàn giao ${text(record.id)}. Các bên đã đọc, thống nhất và cùng ký tên.</p>
<div class="signs">${signature('BÊN GIAO', from.name)}${signature('BÊN NHẬN', to.name)}${signature('NGƯỜI THỰC HIỆN', performedBy.name)}</div>
</body></html>
`;
}
