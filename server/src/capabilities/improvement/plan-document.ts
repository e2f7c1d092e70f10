import { displayDate, type Scheme } from '@parindex/core';
import { fromFraction, sum, toFraction } from '@parindex/core/quantity/rational';
import type { Source } from '@parindex/core/scheme/types';
import { USUAL_FORM } from '@parindex/core/submissions/report-form';
import { SOURCE_NAMES } from '@parindex/core/words/kinds';
import { pointsText } from '@parindex/core/words/points-text';
import { type Annex, BLANK_DAY, LEFT_BLANK, LONG_BLANK, type OfficialDocument } from '../../documents/document.ts';
import { type Agency, called, draftMarks, issuedDocument } from '../../documents/issued.ts';
import type { FinalBodyAnswer } from '../ranking/read-final.ts';
import type { TaskRow } from './queries/tasks.ts';

type Loss = NonNullable<FinalBodyAnswer['losses']>[number];

export interface ImprovementPlanData {
  readonly owner: Agency;
  readonly body: Agency;
  readonly round: { readonly title: string; readonly year: number };
  readonly scheme: Scheme;
  readonly losses: readonly Loss[];
  /** Items that no body scores itself, with where their points come from. */
  readonly estimated: ReadonlyMap<string, Source>;
  /** What the body has set, by item. */
  readonly tasks: ReadonlyMap<string, TaskRow>;
  readonly illustrative: boolean;
}

/** What is to be done, what comes of it, by whom and until when; left blank where the body has set nothing, or does nothing. */
const taskCells = (task: TaskRow | undefined): string[] =>
  task && task.state !== 'dropped'
    ? [task.measure, task.product ?? LEFT_BLANK, task.lead, displayDate(task.due)]
    : [LEFT_BLANK, LEFT_BLANK, LEFT_BLANK, LEFT_BLANK];

/** Why points are missing that no verdict took. */
function unappraised({ estimated }: ImprovementPlanData, { code, claimed, final }: Pick<Loss, 'code' | 'claimed' | 'final'>): string {
  const source = estimated.get(code);
  if (source !== undefined) return `Theo kết quả ${SOURCE_NAMES.vi[source].charAt(0).toLocaleLowerCase('vi')}${SOURCE_NAMES.vi[source].slice(1)}`;
  return claimed.points === final.points && claimed.maximum === final.maximum ? 'Theo kết quả cơ quan tự chấm' : '';
}

function annexOf(data: ImprovementPlanData): Pick<Annex, 'about' | 'blocks'> {
  const { scheme, losses, tasks, round } = data;
  const points = (value: string) => pointsText(value, scheme, 'vi');
  return {
    about: `nhiệm vụ khắc phục các tiêu chí bị trừ điểm của Chỉ số cải cách hành chính năm ${round.year}`,
    blocks: [
      {
        kind: 'table',
        columns: [
          { head: 'STT', width: 2, align: 'center' },
          { head: 'Tiêu chí, tiêu chí thành phần', width: 10 },
          { head: 'Điểm tối đa', width: 3, align: 'right' },
          { head: 'Điểm đạt được', width: 3, align: 'right' },
          { head: 'Bị trừ', width: 3, align: 'right' },
          { head: 'Lý do', width: 8 },
          { head: 'Để đạt mức điểm tiếp theo', width: 9 },
          { head: 'Nhiệm vụ, giải pháp', width: 8 },
          { head: 'Sản phẩm, kết quả', width: 5 },
          { head: 'Chủ trì', width: 4 },
          { head: 'Hoàn thành', width: 4 },
        ],
        rows: losses.map(({ code, title, lost, claimed, final, reason, needs }, index) => ({
          cells: [
            ...[String(index + 1), `${code}. ${title}`, points(final.maximum), points(final.points), points(lost)],
            ...[reason ?? unappraised(data, { code, claimed, final }), needs.join(' ')],
            ...taskCells(tasks.get(code)),
          ],
        })),
      },
    ],
  };
}

/** A draft of the plan by which a body mends what cost it points (kế hoạch khắc phục), the most costly first; what is to be done, by whom and when, as the body has set it. */
export function improvementPlan(data: ImprovementPlanData): OfficialDocument {
  const { owner, body, round, scheme, losses, illustrative } = data;
  const [from, by] = [called(owner), called(body)];
  const index = `Chỉ số cải cách hành chính năm ${round.year}`;
  const lost = pointsText(toFraction(sum(losses.map((loss) => fromFraction(loss.lost)))), scheme, 'vi');
  return issuedDocument(body, {
    title: `Kế hoạch khắc phục – ${body.name}, ${round.title}`,
    marks: draftMarks(illustrative, scheme.status),
    as: { name: 'Kế hoạch', letters: 'KH' },
    about: `Khắc phục các tiêu chí bị trừ điểm của ${index}`,
    form: USUAL_FORM,
    to: [],
    body: [
      {
        kind: 'paragraph',
        text: `Thực hiện Công văn số ${LONG_BLANK} ${BLANK_DAY} của ${from} về việc thông báo kết quả ${index}, ${by} ban hành Kế hoạch khắc phục các tiêu chí bị trừ điểm như sau:`,
      },
      { kind: 'heading', level: 1, text: 'I. MỤC ĐÍCH, YÊU CẦU' },
      {
        kind: 'paragraph',
        text: `1. Khắc phục ${losses.length} tiêu chí, tiêu chí thành phần bị trừ tổng cộng ${lost} điểm trong kết quả ${index}.`,
      },
      {
        kind: 'paragraph',
        text: '2. Mỗi nhiệm vụ có đơn vị hoặc cá nhân chủ trì, thời hạn hoàn thành và kết quả cụ thể; được theo dõi trong kỳ đánh giá tiếp theo.',
      },
      { kind: 'heading', level: 1, text: 'II. NHIỆM VỤ' },
      { kind: 'paragraph', text: 'Nhiệm vụ khắc phục từng tiêu chí, xếp theo số điểm bị trừ, nêu tại Phụ lục kèm theo.' },
      { kind: 'heading', level: 1, text: 'III. TỔ CHỨC THỰC HIỆN' },
      {
        kind: 'paragraph',
        text: `1. Đơn vị, cá nhân được giao chủ trì tổ chức thực hiện nhiệm vụ đúng thời hạn, báo cáo kết quả về ${LONG_BLANK} trước ${BLANK_DAY}.`,
      },
      { kind: 'paragraph', text: `2. ${LONG_BLANK} theo dõi, đôn đốc, tổng hợp kết quả thực hiện Kế hoạch này./.` },
    ],
    firstRecipient: from,
    annexes: [annexOf(data)],
  });
}
