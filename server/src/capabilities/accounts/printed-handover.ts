import { displayDate } from '@parindex/core';
import { dayOf, type Step } from '@parindex/core/round/index';
import { ROLE_NAMES } from '@parindex/core/words/roles';
import { deadlineText } from '@parindex/core/words/step-times';
import { STEP_NAMES } from '@parindex/core/words/steps';
import { numberWithKind } from '../../documents/citing.ts';
import { type Block, inWords, type Letterhead, type OfficialDocument } from '../../documents/document.ts';
import { momentText } from '../../documents/moment-text.ts';
import { numberedTable, personText, recordDocument } from '../../documents/shapes.ts';
import type { HandedDocuments, HandoverRecord } from './queries/handovers.ts';

const WHOLE = 'Toàn hệ thống';

const rolesTable = (record: HandoverRecord) =>
  numberedTable(
    [
      { head: 'Vai trò', width: 5 },
      { head: 'Cơ quan, đơn vị', width: 5 },
      { head: 'Bên nhận từ ngày', width: 3 },
      { head: 'Đến ngày', width: 3 },
    ],
    record.memberships.map(({ role, body, begins, ends, alreadyHeld }) => [
      ROLE_NAMES.vi[role] + (alreadyHeld ? ' (bên nhận đã có)' : ''),
      body?.name ?? WHOLE,
      displayDate(begins),
      ends === null ? 'Không thời hạn' : displayDate(ends),
    ]),
  );

const sheetsTable = (record: HandoverRecord) =>
  numberedTable(
    [
      { head: 'Kỳ đánh giá', width: 4 },
      { head: 'Bảng chấm điểm của', width: 4 },
      { head: 'Số lần cập nhật', width: 2 },
      { head: 'Lần cuối', width: 3 },
      { head: 'Bước chưa kết thúc (hạn)', width: 5 },
    ],
    record.sheets.map(({ round, body, entries, lastAt, steps }) => [
      round.title,
      body.name,
      entries,
      momentText(lastAt),
      steps.map(({ step, closes }) => `${STEP_NAMES.vi[step as Step] ?? step} (${deadlineText(closes, 'vi')})`).join('; '),
    ]),
  );

/** Documents of sheets in hand alone are looked up: of others nothing is said to be there or not. */
const NO_SHEETS =
  'Không có bảng chấm điểm đang thực hiện nên biên bản không liệt kê tài liệu. Tài liệu bên giao đã đưa vào kho trong các kỳ đánh giá khác, nếu có, vẫn lưu trong kho của từng kỳ.';

const documentsPart = ({ sheets }: HandoverRecord, { listed, unseen }: HandedDocuments): Block[] => {
  if (sheets.length === 0) return [{ kind: 'paragraph', text: NO_SHEETS }];
  const beside: Block[] = unseen === 0 ? [] : [{ kind: 'paragraph', text: `Có ${unseen} tài liệu không nêu ở đây vì người in biên bản không có quyền xem.` }];
  if (listed.length === 0) return unseen === 0 ? [{ kind: 'paragraph', text: 'Không có tài liệu nào.' }] : beside;
  const libraryOf = new Map(sheets.map(({ round, body }) => [`${round.id} ${body.id}`, `${body.name}, ${round.title}`]));
  const table = numberedTable(
    [
      { head: 'Số, ký hiệu', width: 3 },
      { head: 'Ngày', width: 3 },
      { head: 'Trích yếu', width: 5 },
      { head: 'Kho tài liệu của', width: 4 },
    ],
    listed.map(({ number, date, subject, round, body }) => [
      number ?? '',
      date === null ? '' : displayDate(date),
      subject ?? '',
      libraryOf.get(`${round} ${body}`) ?? '',
    ]),
  );
  return [table, ...beside];
};

/** Where all roles are of one agency it is that one's record, whoever performed it. */
export function agencyOf({ memberships, performedBy }: HandoverRecord): HandoverRecord['performedBy']['body'] {
  const agencies = new Map(memberships.map(({ body }) => [body?.id, body]));
  const [only] = agencies.values();
  return agencies.size === 1 && only ? only : performedBy.body;
}

const tokensSentence = ({ tokens, day }: HandoverRecord) =>
  tokens.length === 0
    ? 'Bên giao không có mã truy cập cá nhân còn hiệu lực.'
    : `Các mã truy cập cá nhân của bên giao hết hiệu lực chậm nhất vào đầu ngày ${displayDate(day)}: ${tokens.map(({ name }) => name).join('; ')}.`;

/** The record of a handover, to be printed and signed. `illustrative` marks the sandbox. */
export function handoverDocument(
  record: HandoverRecord,
  documents: HandedDocuments,
  issuer: Letterhead['issuer'] | null,
  illustrative: boolean,
): OfficialDocument {
  const { from, to, performedBy, performedAt, day, document } = record;
  return recordDocument({
    title: `Biên bản bàn giao – ${from.name} – ${to.name}`,
    issuer,
    day: dayOf(Date.parse(performedAt)),
    name: 'Biên bản bàn giao',
    about: 'Về việc bàn giao vai trò, công việc và quyền truy cập trên hệ thống chấm điểm Chỉ số cải cách hành chính',
    illustrative,
    body: [
      { kind: 'paragraph', text: `Căn cứ ${document ? `${numberWithKind(document.number)} ${inWords(document.date)}` : 'yêu cầu công tác'}.`, style: 'italic' },
      { kind: 'paragraph', text: `Hồi ${momentText(performedAt)}, việc bàn giao dưới đây đã được thực hiện trên hệ thống, có hiệu lực từ ${inWords(day)}:` },
      {
        kind: 'facts',
        facts: [
          ['Bên giao', `Ông/Bà ${from.name}`],
          ['Bên nhận', `Ông/Bà ${to.name}`],
          ['Người thực hiện trên hệ thống', personText(performedBy.name, ROLE_NAMES.vi[performedBy.role], performedBy.body?.name)],
        ],
      },
      { kind: 'heading', level: 1, text: '1. Vai trò bàn giao' },
      rolesTable(record),
      { kind: 'heading', level: 1, text: '2. Công việc đang thực hiện' },
      record.sheets.length === 0 ? { kind: 'paragraph', text: 'Không có bảng chấm điểm đang thực hiện.' } : sheetsTable(record),
      { kind: 'heading', level: 1, text: '3. Tài liệu kiểm chứng bên giao đã đưa vào kho của các bảng chấm điểm nêu ở mục 2' },
      ...documentsPart(record, documents),
      { kind: 'heading', level: 1, text: '4. Quyền truy cập bằng phần mềm' },
      { kind: 'paragraph', text: tokensSentence(record) },
      {
        kind: 'paragraph',
        text: 'Biên bản được lập từ dữ liệu đã ghi trong nhật ký của hệ thống; các bên đã đọc, thống nhất và cùng ký tên.',
      },
    ],
    signed: [
      ['Bên giao', from.name],
      ['Bên nhận', to.name],
      ['Người thực hiện', performedBy.name],
    ],
  });
}
