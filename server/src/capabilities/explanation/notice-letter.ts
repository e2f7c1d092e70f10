import { schemeNames } from '@parindex/core';
import { displayDate } from '@parindex/core/quantity/display';
import type { NoticedStage } from '@parindex/core/round/told-verdicts';
import { REMARK_NAMES } from '@parindex/core/words/states';
import { deadlineText } from '@parindex/core/words/step-times';
import { planInFull } from '../../documents/citing.ts';
import type { Annex, Block, OfficialDocument } from '../../documents/document.ts';
import { type Agency, called, draftMarks, issuedDocument } from '../../documents/issued.ts';
import type { RoundOfLetters } from '../rounds/round-of-letters.ts';
import type { ReplacedFigure } from '../sheets/official-figures.ts';
import { type ExplainedItem, kindOf } from './explained-items.ts';
import { reasonText, standingText } from './standing-text.ts';

interface NoticeLetterData extends RoundOfLetters {
  readonly stage: NoticedStage;
  readonly body: Agency;
  /** Items decided otherwise than claimed, and those with a question. */
  readonly items: readonly ExplainedItem[];
  /** Official figures in the place of what the body claims. */
  readonly replaced: readonly ReplacedFigure[];
  /** How many items were decided in all. */
  readonly decided: number;
  /** Until when the body may answer, in milliseconds; null: it is not asked to. */
  readonly answerUntil: number | null;
}

/** What the letter is called by the stage that it tells of. */
const TOLD = { appraised: 'kết quả thẩm định', second: 'kết quả thẩm định lần hai' } as const satisfies Record<NoticedStage, string>;

/** The official figures that a verdict took in the place of the claimed ones, both shown; nothing where there are none. */
function replacedOf({ replaced, scheme }: NoticeLetterData): readonly Block[] {
  if (replaced.length === 0) return [];
  const names = schemeNames(scheme, 'vi');
  return [
    { kind: 'heading', level: 2, text: 'Số liệu chính thức thay số liệu tự chấm' },
    {
      kind: 'table',
      columns: [
        { head: 'Tiêu chí', width: 4 },
        { head: 'Số liệu', width: 13 },
        { head: 'Số liệu tự chấm', width: 5, align: 'right' },
        { head: 'Số liệu chính thức', width: 5, align: 'right' },
        { head: 'Nguồn, ngày', width: 12 },
      ],
      rows: replaced.map(({ figure, items: codes, claimed, official: { value, source, date } }) => ({
        cells: [
          codes.join(', '),
          names.figureTitle(figure),
          claimed === null ? '' : names.declared(claimed),
          names.declared(value),
          [source, date === null ? null : displayDate(date)].filter((part) => part !== null).join(', '),
        ],
      })),
    },
  ];
}

/** What was decided item by item; nothing where nothing is to be told. */
function decidedOf({ stage, items, scheme, owner }: NoticeLetterData): readonly Block[] {
  if (items.length === 0) return [];
  const second = stage === 'second';
  return [
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
        ...(second ? [{ head: REMARK_NAMES.vi.reply, width: 12 }] : [{ head: 'Nội dung cần giải trình', width: 12 }]),
      ],
      rows: items.map((item) => ({
        cells: [
          item.code,
          item.title,
          standingText({ ...item.claimed, state: 'answered', points: item.claimed.maximum }, scheme),
          standingText(item.claimed, scheme),
          standingText(item.appraised, scheme),
          ...(second ? [standingText(item.second ?? item.appraised, scheme)] : []),
          (second && reasonText(item.reasons.second)) || reasonText(item.reasons.appraised),
          second ? replyText(item) : (item.question?.text ?? ''),
        ],
      })),
    },
    {
      kind: 'paragraph',
      style: 'italic',
      text: `Tiêu chí không nêu trong Phụ lục: ${called(owner)} thống nhất với kết quả tự chấm điểm, hoặc chưa thẩm định.`,
    },
  ];
}

const annexOf = (data: NoticeLetterData): Pick<Annex, 'about' | 'blocks'> => ({
  about: `${TOLD[data.stage]} Chỉ số cải cách hành chính năm ${data.round.year}`,
  blocks: [...decidedOf(data), ...replacedOf(data)],
});

const replyText = ({ reply }: ExplainedItem): string =>
  reply ? (kindOf(reply) === 'accepts' ? 'Thống nhất' : (reply.text ?? '')) : 'Không giải trình trong thời hạn';

/** What became of what a body explained, and what the second appraisal decided otherwise besides, in a sentence. */
function secondText(items: readonly ExplainedItem[]): string {
  const counted = (parts: readonly (readonly [string, readonly unknown[]])[]): string =>
    parts.flatMap(([what, of]) => (of.length === 0 ? [] : [`${what} ${of.length} nội dung`])).join(', ');
  const explained = items.filter(({ reply }) => reply !== undefined && kindOf(reply) === 'explains');
  const decided = explained.filter(({ second }) => second !== undefined);
  const became = counted([
    ['chấp nhận', decided.filter(({ differs }) => !differs)],
    ['chấp nhận một phần hoặc điều chỉnh', decided.filter(({ differs, moved }) => differs && moved)],
    ['giữ kết quả thẩm định', [...decided.filter(({ differs, moved }) => differs && !moved), ...explained.filter(({ second }) => !second)]],
  ]);
  const others = items.filter(({ moved, reply }) => moved && (reply === undefined || kindOf(reply) === 'accepts'));
  return [
    explained.length === 0
      ? 'Không có nội dung nào được giải trình trong thời hạn.'
      : `Thẩm định lần hai đối với ${explained.length} nội dung giải trình: ${became}.`,
    ...(others.length === 0 ? [] : [`Thẩm định lần hai điều chỉnh kết quả của ${others.length} nội dung khác.`]),
  ].join(' ');
}

/** A letter that tells a body what was decided on its sheet (công văn thông báo), to be numbered and signed outside; the product does not send it. */
export function noticeLetter(data: NoticeLetterData): OfficialDocument {
  const { stage, owner, body, round, scheme, items, replaced, decided, answerUntil, illustrative } = data;
  const told = TOLD[stage];
  const [from, to] = [called(owner), called(body)];
  const changed = items.filter(({ differs }) => differs).length;
  const asked = items.filter(({ question }) => question).length;
  const index = `Chỉ số cải cách hành chính năm ${round.year}`;
  const what =
    items.length === 0
      ? `${from} thông báo: đã thẩm định ${decided} tiêu chí, tiêu chí thành phần của ${to}; kết quả thẩm định không khác kết quả tự chấm điểm và không có nội dung cần giải trình${replaced.length > 0 ? '; số liệu chính thức thay số liệu tự chấm được nêu tại Phụ lục kèm theo' : ''}.`
      : `${from} thông báo: đã thẩm định ${decided} tiêu chí, tiêu chí thành phần của ${to}; trong đó ${changed} nội dung có ${stage === 'second' ? 'kết quả thẩm định lần hai' : 'kết quả thẩm định lần đầu'} khác kết quả tự chấm điểm${stage === 'appraised' && asked > 0 ? `, ${asked} nội dung được yêu cầu giải trình` : ''} (chi tiết tại Phụ lục kèm theo).`;
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
            { kind: 'paragraph' as const, text: secondText(items) },
            {
              kind: 'paragraph' as const,
              text: `Trường hợp còn ý kiến khác, đề nghị ${to} nêu rõ từng nội dung trên hệ thống để ${from} trình Hội đồng thẩm định xem xét trước khi Hội đồng họp.`,
            },
          ]
        : [];
  return issuedDocument(owner, {
    title: `Công văn thông báo ${told} – ${body.name}, ${round.title}`,
    marks: draftMarks(illustrative, scheme.status),
    as: 'letter',
    about: `thông báo ${told} ${index}`,
    form: null,
    to: [to],
    body: [
      { kind: 'paragraph', text: `Thực hiện ${planInFull(data)}, trên cơ sở báo cáo tự đánh giá, chấm điểm và tài liệu kiểm chứng của ${to}, ${what}` },
      ...answer,
      { kind: 'paragraph', text: `${from} thông báo để ${to} biết, thực hiện./.` },
    ],
    annexes: items.length === 0 && replaced.length === 0 ? [] : [annexOf(data)],
  });
}
