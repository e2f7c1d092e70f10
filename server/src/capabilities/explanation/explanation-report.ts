import type { ReportForm } from '@parindex/core/submissions/report-form';
import { replyName } from '@parindex/core/words/reply-name';
import { REMARK_NAMES } from '@parindex/core/words/states';
import { type Annex, inWords, MARKS, type OfficialDocument, schemeMarks } from '../../documents/document.ts';
import { called, issuedDocument } from '../../documents/issued.ts';
import type { OpenSheet } from '../sheets/open-sheet.ts';
import type { ReportPlace } from '../sheets/queries/report-place.ts';
import { sheetLine } from '../submissions/official-report.ts';
import { citationsText, type NamedDocuments } from '../submissions/report-citations.ts';
import type { Frozen } from '../submissions/sheet-hash.ts';
import { type ExplainedItem, kindOf } from './explained-items.ts';
import type { NoticeRow } from './queries/explanation.ts';
import { reasonText, standingText } from './standing-text.ts';

interface ExplanationParts {
  readonly open: Pick<OpenSheet, 'place' | 'edition'>;
  readonly at: ReportPlace;
  readonly items: readonly ExplainedItem[];
  readonly documents: NamedDocuments;
  /** The notice that it answers; undefined where none was recorded. */
  readonly notice: NoticeRow | undefined;
  readonly form: ReportForm;
  /** What the sheet is called. */
  readonly sheet: string;
  /** undefined: the explanation is open, and the document a draft. */
  readonly frozen: Frozen | undefined;
  readonly origin: string | undefined;
  readonly illustrative: boolean;
}

function annexOf({ open, items, documents }: ExplanationParts, about: string): Pick<Annex, 'about' | 'blocks'> {
  const { scheme } = open.edition;
  return {
    about,
    blocks: [
      {
        kind: 'table',
        columns: [
          { head: 'STT', width: 3, align: 'center' },
          { head: 'Tiêu chí, tiêu chí thành phần', width: 11 },
          { head: 'Điểm tối đa', width: 3, align: 'right' },
          { head: 'Điểm tự chấm', width: 4, align: 'right' },
          { head: 'Điểm thẩm định', width: 4, align: 'right' },
          { head: 'Lý do, nội dung được yêu cầu giải trình', width: 11 },
          { head: REMARK_NAMES.vi.reply, width: 14 },
          { head: 'Điểm đề nghị', width: 4, align: 'right' },
          { head: 'Tài liệu kiểm chứng bổ sung', width: 9 },
        ],
        rows: items.map((item) => ({
          cells: [
            item.code,
            item.title,
            standingText({ ...item.claimed, state: 'answered', points: item.claimed.maximum }, scheme),
            standingText(item.claimed, scheme),
            standingText(item.appraised, scheme),
            [reasonText(item.reasons.appraised), item.question?.text ?? ''].filter(Boolean).join('\n'),
            item.reply ? [replyName(kindOf(item.reply), item, 'vi'), item.reply.text ?? ''].filter(Boolean).join('.\n') : 'Không giải trình',
            standingText(item.reply && kindOf(item.reply) === 'explains' ? item.claimed : item.appraised, scheme),
            item.reply ? citationsText(item.reply.citations, documents) : '',
          ],
        })),
      },
    ],
  };
}

/** What a body answers to the appraisal, as an official document (báo cáo giải trình) to be numbered and signed outside. */
export function explanationReport(parts: ExplanationParts): OfficialDocument {
  const { open, at, items, notice, form, sheet, frozen, origin, illustrative } = parts;
  const { place, edition } = open;
  const issuer = { name: place.name, kind: at.kind, above: at.above };
  const [agency, owner] = [called(issuer), called({ name: at.owner, kind: at.ownerKind })];
  const replied = (kind: 'accepts' | 'explains') => items.filter(({ reply }) => reply && kindOf(reply) === kind).length;
  const counts = [
    ['thống nhất', replied('accepts')],
    ['giải trình', replied('explains')],
    ['không giải trình', items.filter(({ reply }) => !reply).length],
  ] as const;
  const answers = counts.flatMap(([what, count]) => (count === 0 ? [] : [`${what} ${count} nội dung`])).join(', ');
  const link = frozen && origin !== undefined ? `${origin}/bien-nhan?ma=${frozen.hash}` : null;
  const about = `Giải trình kết quả thẩm định Chỉ số cải cách hành chính năm ${place.year}`;
  return issuedDocument(issuer, {
    title: `Báo cáo: ${about} – ${place.name}`,
    marks: [...(illustrative ? [MARKS.invented] : []), ...schemeMarks(edition.scheme.status), ...(frozen ? [] : [MARKS.draft])],
    as: { name: 'Báo cáo', letters: 'BC' },
    ...{ about, form },
    to: [owner],
    body: [
      {
        kind: 'paragraph',
        text: `${notice ? `Thực hiện Công văn số ${notice.number} ${inWords(notice.date)} của ${owner} về việc thông báo kết quả thẩm định` : `Trên cơ sở kết quả thẩm định của ${owner}`}, ${agency} báo cáo giải trình như sau:`,
      },
      {
        kind: 'paragraph',
        text:
          items.length === 0
            ? `Không có nội dung nào có kết quả thẩm định khác kết quả tự chấm điểm hoặc được yêu cầu giải trình.`
            : `Trong ${items.length} nội dung có kết quả thẩm định khác kết quả tự chấm điểm hoặc được yêu cầu giải trình, ${agency} ${answers} (chi tiết tại Phụ lục kèm theo).`,
      },
      { kind: 'paragraph', text: `Trên đây là báo cáo giải trình của ${agency}; kính đề nghị ${owner} xem xét./.` },
    ],
    annexes: items.length === 0 ? [] : [annexOf(parts, about)],
    footer: frozen
      ? {
          lines: [
            `Giải trình về ${sheetLine(sheet, frozen.seq)}`,
            `Mã kiểm tra toàn vẹn nội dung giải trình (SHA-256): ${frozen.hash}.`,
            ...(link === null ? [] : ['Quét mã để tra cứu biên nhận.']),
          ],
          link,
        }
      : null,
  });
}
