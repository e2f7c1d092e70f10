import { inLanguage, pointsText } from '@parindex/core';
import type { RunningItem, RunningStage } from '@parindex/core/ranking/running-sheet';
import type { NoticedStage } from '@parindex/core/round/told-verdicts';
import type { ReportForm } from '@parindex/core/submissions/report-form';
import { STAGE_POINTS_NAMES } from '@parindex/core/words/stages';
import { REMARK_NAMES } from '@parindex/core/words/states';
import { deadlineText } from '@parindex/core/words/step-times';
import { planInFull } from '../../documents/citing.ts';
import type { Annex, Block, OfficialDocument } from '../../documents/document.ts';
import { type Agency, called, draftMarks, issuedDocument } from '../../documents/issued.ts';
import type { RoundOfLetters } from '../rounds/round-of-letters.ts';
import type { FigureBeside } from '../sheets/official-figures.ts';
import { officialFiguresTable } from '../sheets/official-figures-table.ts';
import { type ExplainedItem, kindOf } from './explained-items.ts';
import { reasonText, standingText } from './standing-text.ts';

/** An item that nobody has decided on. */
export interface UndecidedItem {
  readonly title: string;
  readonly claimed: RunningItem;
}

/** Sums of points at a stage: bonus, penalty and what others give are in none. */
export type StageSums = Pick<RunningStage, 'stage' | 'whole' | 'domains'>;

interface NoticeLetterData extends RoundOfLetters {
  readonly stage: NoticedStage;
  readonly body: Agency;
  /** Items decided otherwise than claimed, and those with a question. */
  readonly items: readonly ExplainedItem[];
  /** Official figures in the place of what the body claims. */
  readonly replaced: readonly FigureBeside[];
  /** How many items were decided up to this stage. */
  readonly decided: number;
  /** Those that nobody has decided on, as the body claims them. */
  readonly undecided: readonly UndecidedItem[];
  /** What the body scores itself, by domain and in all, as it claims it and after each stage that is told. */
  readonly sums: readonly StageSums[];
  /** Whether the round appraises a second time, so that each letter says which time it tells of. */
  readonly twice: boolean;
  /** Who signs it, where, and who gets it besides; null: filled in outside. */
  readonly form: ReportForm | null;
  /** Until when the body may answer, in milliseconds; null: it is not asked to. */
  readonly answerUntil: number | null;
}

const TIMES = { appraised: 'lần thứ nhất', second: 'lần thứ hai' } as const satisfies Record<NoticedStage, string>;

/** What is told, by the stage: "kết quả thẩm định lần thứ nhất". */
const toldBy = ({ stage, twice }: Pick<NoticeLetterData, 'stage' | 'twice'>): string => ['kết quả thẩm định', ...(twice ? [TIMES[stage]] : [])].join(' ');

const ITEMS = 'tiêu chí, tiêu chí thành phần';

/** The official figures that a verdict took in the place of the claimed ones, both shown; nothing where there are none. */
function replacedOf({ replaced, scheme }: NoticeLetterData): readonly Block[] {
  if (replaced.length === 0) return [];
  return [{ kind: 'heading', level: 2, text: 'Số liệu chính thức thay số liệu tự chấm' }, officialFiguresTable(replaced, scheme)];
}

/** The points of each domain and all of them, as claimed and after each stage. */
function sumsOf({ sums, scheme, undecided }: NoticeLetterData): readonly Block[] {
  const last = sums.at(-1);
  if (!last) return [];
  const points = (value: string | undefined) => (value === undefined ? '–' : pointsText(value, scheme, 'vi'));
  const domainAt = (of: StageSums, code: string) => of.domains.find((domain) => domain.code === code);
  const titles = new Map(scheme.domains.map(({ code, title }) => [code, inLanguage(title, 'vi') ?? code]));
  return [
    { kind: 'heading', level: 2, text: 'Tổng hợp điểm theo lĩnh vực' },
    {
      kind: 'table',
      columns: [
        { head: 'STT', width: 3, align: 'center' },
        { head: 'Lĩnh vực', width: 24 },
        { head: 'Điểm tối đa', width: 5, align: 'right' },
        ...sums.map(({ stage }) => ({ head: STAGE_POINTS_NAMES.vi[stage], width: 5, align: 'right' as const })),
      ],
      rows: [
        ...last.domains.map(({ code, maximum }) => ({
          cells: [code, titles.get(code) ?? code, points(maximum), ...sums.map((of) => points(domainAt(of, code)?.points))],
        })),
        { cells: ['', 'Cộng', points(last.whole.maximum), ...sums.map(({ whole }) => points(whole.points))], bold: true },
      ],
    },
    {
      kind: 'paragraph',
      style: 'italic',
      text: [
        'Bảng tính các tiêu chí do cơ quan tự chấm, không gồm điểm thưởng, điểm trừ.',
        ...(undecided.length > 0 ? [`Nội dung chưa thẩm định được tính theo kết quả tự chấm điểm.`] : []),
      ].join(' '),
    },
  ];
}

/** What was decided item by item; nothing where nothing is to be told. */
function decidedOf({ stage, items, scheme, owner, undecided }: NoticeLetterData): readonly Block[] {
  if (items.length === 0) return [];
  const second = stage === 'second';
  return [
    { kind: 'heading', level: 2, text: 'Kết quả từng nội dung' },
    {
      kind: 'table',
      columns: [
        { head: 'STT', width: 3, align: 'center' },
        { head: 'Tiêu chí, tiêu chí thành phần', width: 13 },
        { head: 'Điểm tối đa', width: 3, align: 'right' },
        { head: STAGE_POINTS_NAMES.vi.claimed, width: 4, align: 'right' },
        { head: STAGE_POINTS_NAMES.vi.appraised, width: 4, align: 'right' },
        ...(second ? [{ head: STAGE_POINTS_NAMES.vi.second, width: 4, align: 'right' as const }] : []),
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
      text: `Đối với ${ITEMS} không nêu tại ${undecided.length > 0 ? 'các Phụ lục' : 'Phụ lục'}, ${called(owner)} thống nhất với kết quả tự chấm điểm.`,
    },
  ];
}

/** What was decided, and the list of what was not. */
function annexesOf(data: NoticeLetterData): Pick<Annex, 'about' | 'blocks'>[] {
  const { undecided, scheme, round } = data;
  const index = `Chỉ số cải cách hành chính năm ${round.year}`;
  const told = [...sumsOf(data), ...decidedOf(data), ...replacedOf(data)];
  return [
    ...(told.length === 0 ? [] : [{ about: `${toldBy(data)} ${index}`, blocks: told }]),
    ...(undecided.length === 0
      ? []
      : [
          {
            about: `danh sách ${ITEMS} chưa thẩm định`,
            blocks: [
              {
                kind: 'table' as const,
                columns: [
                  { head: 'STT', width: 3, align: 'center' as const },
                  { head: 'Tiêu chí, tiêu chí thành phần', width: 30 },
                  { head: 'Điểm tối đa', width: 5, align: 'right' as const },
                  { head: STAGE_POINTS_NAMES.vi.claimed, width: 6, align: 'right' as const },
                ],
                rows: undecided.map(({ title, claimed }) => ({
                  cells: [claimed.code, title, pointsText(claimed.maximum, scheme, 'vi'), standingText(claimed, scheme)],
                })),
              },
            ],
          },
        ]),
  ];
}

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

/** What was decided, within the first sentence; `where`: the annex of what was decided. */
function whatOf(data: NoticeLetterData, where: string): string {
  const { stage, items, replaced, decided } = data;
  const told = toldBy(data);
  const of = `${ITEMS} của ${called(data.body)}`;
  if (decided === 0 && items.length === 0) return `chưa thẩm định ${of}`;
  const done = `đã thẩm định ${decided} ${of}`;
  if (items.length === 0) {
    const figures = replaced.length > 0 ? `; số liệu chính thức thay số liệu tự chấm được nêu tại ${where}` : '';
    return `${done}; ${told} không khác kết quả tự chấm điểm và không có nội dung cần giải trình${figures}`;
  }
  const changed = items.filter(({ differs }) => differs).length;
  const asked = stage === 'appraised' ? items.filter(({ question }) => question).length : 0;
  const other = changed === 0 ? 'không có nội dung nào' : `${changed} nội dung`;
  return `${done}; trong đó ${other} có ${told} khác kết quả tự chấm điểm${asked > 0 ? `, ${asked} nội dung được yêu cầu giải trình` : ''} (chi tiết tại ${where})`;
}

/** The points in all, as claimed and after each stage. */
function pointsTold({ sums, scheme }: NoticeLetterData): readonly string[] {
  const last = sums.at(-1);
  if (!last || sums.length < 2) return [];
  const parts = sums.map(({ stage, whole }) => `${STAGE_POINTS_NAMES.vi[stage].toLocaleLowerCase('vi')} ${pointsText(whole.points, scheme, 'vi')}`);
  return [`Tổng điểm các ${ITEMS} do cơ quan tự chấm: ${parts.join(', ')}, trên tối đa ${pointsText(last.whole.maximum, scheme, 'vi')} điểm.`];
}

/** A letter that tells a body what was decided on its sheet (công văn thông báo), to be numbered and signed outside; the product does not send it. */
export function noticeLetter(data: NoticeLetterData): OfficialDocument {
  const { stage, owner, body, round, scheme, items, undecided, answerUntil, form, illustrative } = data;
  const told = toldBy(data);
  const [from, to] = [called(owner), called(body)];
  const annexes = annexesOf(data);
  const where = annexes.length > 1 ? 'Phụ lục I' : 'Phụ lục kèm theo';
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
  const more = [
    ...pointsTold(data),
    ...(undecided.length > 0
      ? [`Còn ${undecided.length} ${ITEMS} chưa thẩm định (danh sách tại ${annexes.length > 1 ? 'Phụ lục II' : 'Phụ lục kèm theo'}).`]
      : []),
  ];
  return issuedDocument(owner, {
    title: `Công văn thông báo ${told} – ${body.name}, ${round.title}`,
    marks: draftMarks(illustrative, scheme.status),
    as: 'letter',
    about: `thông báo ${told} Chỉ số cải cách hành chính năm ${round.year}`,
    form,
    to: [to],
    body: [
      {
        kind: 'paragraph',
        text: `Thực hiện ${planInFull(data)}, trên cơ sở báo cáo tự đánh giá, chấm điểm và tài liệu kiểm chứng của ${to}, ${from} thông báo: ${whatOf(data, where)}.`,
      },
      ...more.map((text) => ({ kind: 'paragraph' as const, text })),
      ...answer,
      { kind: 'paragraph', text: `${from} thông báo để ${to} biết, thực hiện./.` },
    ],
    annexes,
  });
}
