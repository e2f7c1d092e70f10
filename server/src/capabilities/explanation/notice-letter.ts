import type { BodyKind } from '@parindex/core/bodies/types';
import type { NoticedStage } from '@parindex/core/round/told-verdicts';
import { standingBases } from '@parindex/core/scheme/standing-bases';
import type { Scheme } from '@parindex/core/scheme/types';
import { agencyName, issuerOf, symbolOf } from '@parindex/core/submissions/issuers';
import { recipientsOf, USUAL_FORM } from '@parindex/core/submissions/report-form';
import { deadlineText } from '@parindex/core/words/step-times';
import { basisInFull, type CitedDocument, citedInFull } from '../../documents/citing.ts';
import { type Annex, BLANK_DAY, LEFT_BLANK, MARKS, type OfficialDocument, schemeMarks } from '../../documents/document.ts';
import type { ExplainedItem } from './explained-items.ts';
import { reasonText, standingText } from './standing-text.ts';

interface NoticeLetterData {
  readonly stage: NoticedStage;
  readonly owner: { readonly name: string; readonly kind: BodyKind; readonly above: string | null };
  readonly body: { readonly name: string; readonly kind: BodyKind };
  readonly round: { readonly title: string; readonly year: number };
  /** The decision on the plan of the round; null where none is kept. */
  readonly plan: CitedDocument | null;
  readonly scheme: Scheme;
  /** Items decided otherwise than claimed, and those with a question. */
  readonly items: readonly ExplainedItem[];
  /** How many items were decided in all. */
  readonly decided: number;
  /** Until when the body may answer, in milliseconds; null: it is not asked to. */
  readonly answerUntil: number | null;
  readonly illustrative: boolean;
}

/** What the letter is called by the stage that it tells of. */
const CALLED = { appraised: 'kết quả thẩm định', second: 'kết quả thẩm định lần hai' } as const satisfies Record<NoticedStage, string>;

/** The decision on the plan of a round as a letter cites it; else the round by its name. */
export function planOf({ plan, scheme, round }: Pick<NoticeLetterData, 'plan' | 'scheme' | 'round'>): string {
  const ofYear = standingBases(scheme.legalBasis, round.year, []).find(({ title }) => /ban hành kế hoạch/iu.test(title?.['vi'] ?? ''));
  return (plan && citedInFull(plan)) ?? (ofYear && basisInFull(ofYear)) ?? `kế hoạch của “${round.title}”`;
}

function annexOf({ stage, items, scheme, owner, round }: NoticeLetterData, symbol: string, from: string): Annex {
  const second = stage === 'second';
  return {
    heading: 'Phụ lục',
    about: `${CALLED[stage]} Chỉ số cải cách hành chính năm ${round.year}`,
    attachedTo: `(Kèm theo Công văn số ……/${symbol} ${BLANK_DAY} của ${agencyName(owner.kind, owner.name)})`,
    blocks: [
      {
        kind: 'table',
        columns: [
          { head: 'STT', width: 3, align: 'center' },
          { head: 'Tiêu chí, tiêu chí thành phần', width: 13 },
          { head: 'Điểm tối đa', width: 3, align: 'right' },
          { head: 'Điểm tự chấm', width: 4, align: 'right' },
          { head: 'Điểm thẩm định', width: 4, align: 'right' },
          ...(second ? [{ head: 'Điểm thẩm định lần hai', width: 4, align: 'right' as const }] : []),
          { head: 'Lý do', width: 12 },
          ...(second ? [{ head: `Giải trình của cơ quan`, width: 12 }] : [{ head: 'Nội dung cần giải trình', width: 12 }]),
        ],
        rows: items.map((item) => ({
          cells: [
            item.code,
            item.title,
            standingText({ ...item.claimed, state: 'answered', points: item.claimed.maximum }, scheme),
            standingText(item.claimed, scheme),
            standingText(item.appraised, scheme),
            ...(second ? [standingText(item.second ?? item.appraised, scheme)] : []),
            reasonText(second ? (item.reasons.second ?? item.reasons.appraised) : item.reasons.appraised),
            second ? replyText(item) : (item.question?.text ?? ''),
          ],
        })),
      },
      { kind: 'paragraph', style: 'italic', text: `Tiêu chí không nêu trong Phụ lục: ${from} thống nhất với kết quả tự chấm điểm, hoặc chưa thẩm định.` },
    ],
  };
}

const replyText = ({ reply }: ExplainedItem): string => (reply ? (reply.code === 'accepts' ? 'Thống nhất' : (reply.text ?? '')) : 'Không có giải trình');

/** A letter that tells a body what was decided on its sheet (công văn thông báo), to be numbered and signed outside; the product does not send it. */
export function noticeLetter(data: NoticeLetterData): OfficialDocument {
  const { stage, owner, body, round, scheme, items, decided, answerUntil, illustrative } = data;
  const called = CALLED[stage];
  const [from, to] = [agencyName(owner.kind, owner.name), agencyName(body.kind, body.name)];
  const symbol = `${symbolOf(owner.kind, owner.name)}-${LEFT_BLANK}`;
  const changed = items.filter(({ contested }) => contested).length;
  const asked = items.filter(({ question }) => question).length;
  const index = `Chỉ số cải cách hành chính năm ${round.year}`;
  const what =
    items.length === 0
      ? `${from} thông báo: đã thẩm định ${decided} tiêu chí, tiêu chí thành phần của ${to}; kết quả thẩm định không khác kết quả tự chấm điểm và không có nội dung cần giải trình.`
      : `${from} thông báo: đã thẩm định ${decided} tiêu chí, tiêu chí thành phần của ${to}; trong đó ${changed} nội dung có kết quả thẩm định lần đầu khác kết quả tự chấm điểm${asked > 0 ? `, ${asked} nội dung được yêu cầu giải trình` : ''} (chi tiết tại Phụ lục kèm theo).`;
  const answer =
    stage === 'appraised' && items.length > 0 && answerUntil !== null
      ? [
          {
            kind: 'paragraph' as const,
            text: `Đề nghị ${to} xem xét, thống nhất hoặc giải trình từng nội dung, bổ sung tài liệu kiểm chứng (nếu có), gửi báo cáo giải trình về ${from} trước khi ${deadlineText(new Date(answerUntil).toISOString(), 'vi')}. Nội dung không giải trình trong thời hạn nêu trên được giữ theo kết quả thẩm định.`,
          },
        ]
      : stage === 'second' && items.length > 0
        ? [
            {
              kind: 'paragraph' as const,
              text: `Trường hợp còn ý kiến khác, đề nghị ${to} nêu rõ từng nội dung trên hệ thống để ${from} trình Hội đồng thẩm định xem xét trước khi Hội đồng họp.`,
            },
          ]
        : [];
  return {
    title: `Công văn thông báo ${called} – ${body.name}, ${round.title}`,
    marks: [...(illustrative ? [MARKS.invented] : []), ...schemeMarks(scheme.status), MARKS.draft],
    letterhead: { issuer: issuerOf(owner, owner.name), number: null, symbol, place: null, day: null },
    subject: { as: 'letter', about: `V/v thông báo ${called} ${index}` },
    to: [to],
    across: false,
    body: [
      { kind: 'paragraph', text: `Thực hiện ${planOf(data)}, trên cơ sở báo cáo tự đánh giá, chấm điểm và tài liệu kiểm chứng của ${to}, ${what}` },
      ...answer,
      { kind: 'paragraph', text: `${from} thông báo để ${to} biết, thực hiện./.` },
    ],
    recipients: recipientsOf(USUAL_FORM),
    signatures: [{ authority: null, position: 'Quyền hạn, chức vụ của người ký', name: null }],
    annexes: items.length === 0 ? [] : [annexOf(data, symbol, from)],
    footer: null,
  };
}
