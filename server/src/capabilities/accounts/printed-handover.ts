import { displayDate } from '@parindex/core';
import { dayOf, type Step } from '@parindex/core/round/index';
import { escaped } from '../../documents/html.ts';
import { momentText } from '../../documents/moment-text.ts';
import { inWords, officialRecord, signature, table } from '../../documents/official-form.ts';
import type { HandoverRecord } from './queries/handovers.ts';
import { ROLE_NAMES } from './role-names.ts';

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
          momentText(lastAt),
          steps.map(({ step, closes }) => `${STEP_NAMES[step as Step] ?? step} (${momentText(closes)})`).join('; '),
        ]),
      );

const tokensSentence = ({ tokens, day }: HandoverRecord) =>
  tokens.length === 0
    ? 'Bên giao không có mã truy cập cá nhân còn hiệu lực.'
    : `Các mã truy cập cá nhân của bên giao hết hiệu lực chậm nhất vào đầu ngày ${displayDate(day)}: ${tokens.map(({ name }) => name).join('; ')}.`;

/** The record of a handover as a page to print and sign, in the form of official documents. `illustrative` marks the sandbox. */
export function printedHandover(record: HandoverRecord, illustrative: boolean): string {
  const { from, to, performedBy, performedAt, day, document } = record;
  const basis = document ? `Căn cứ văn bản số ${document.number} ngày ${displayDate(document.date)};` : 'Căn cứ yêu cầu công tác;';
  return officialRecord({
    title: `Biên bản bàn giao – ${from.name} – ${to.name}`,
    agency: performedBy.body?.name ?? null,
    day: dayOf(Date.parse(performedAt)),
    heading: 'BIÊN BẢN BÀN GIAO',
    about: 'Vai trò, công việc và quyền truy cập trên hệ thống chấm điểm Chỉ số cải cách hành chính',
    illustrative,
    content: `<p>${escaped(basis)}</p>
<p>Hồi ${escaped(momentText(performedAt))}, việc bàn giao dưới đây đã được thực hiện trên hệ thống, có hiệu lực từ ${escaped(inWords(day))}:</p>
<p>Bên giao: Ông/Bà <strong>${escaped(from.name)}</strong></p>
<p>Bên nhận: Ông/Bà <strong>${escaped(to.name)}</strong></p>
<p>Người thực hiện trên hệ thống: Ông/Bà <strong>${escaped(performedBy.name)}</strong>, ${escaped(ROLE_NAMES[performedBy.role].vi.toLowerCase())}${performedBy.body ? `, ${escaped(performedBy.body.name)}` : ''}</p>
<h2>1. Vai trò bàn giao</h2>
${rolesTable(record)}
<h2>2. Công việc đang thực hiện</h2>
${sheetsTable(record)}
<h2>3. Quyền truy cập bằng phần mềm</h2>
<p>${escaped(tokensSentence(record))}</p>
<p>Biên bản được lập từ dữ liệu của hệ thống, mã bàn giao ${escaped(record.id)}. Các bên đã đọc, thống nhất và cùng ký tên.</p>
<div class="signs">${signature('BÊN GIAO', from.name)}${signature('BÊN NHẬN', to.name)}${signature('NGƯỜI THỰC HIỆN', performedBy.name)}</div>`,
  });
}
