import { inLanguage, type Scheme } from '@parindex/core';
import { displayDecimal } from '@parindex/core/quantity/display';
import type { FinalBody, ItemStanding } from '@parindex/core/ranking/final-result';
import { pointsText } from '@parindex/core/words/points-text';
import { STAGE_POINTS_NAMES } from '@parindex/core/words/stages';
import { ITEM_STATE_NAMES, REMARK_NAMES } from '@parindex/core/words/states';
import { planInFull } from '../../documents/citing.ts';
import { type Column, MARKS, type OfficialDocument, schemeMarks, type TableBlock } from '../../documents/document.ts';
import { type Agency, called, draftMarks, issuedDocument } from '../../documents/issued.ts';
import { pointsCell, pointsColumn } from '../../documents/points-cells.ts';
import { type ListSheet, type SheetColumn, writeLists } from '../../documents/xlsx.ts';
import type { RoundOfLetters } from '../rounds/round-of-letters.ts';
import type { ClosedItem, ClosedRound } from './read-closed-round.ts';

export interface ClosingLetterData extends RoundOfLetters {
  readonly body: Agency;
  readonly result: FinalBody;
  readonly items: readonly ClosedItem[];
}

/** What each letter of a closed round says. */
export const closingLetters = ({ of, bodies }: ClosedRound, items: ReadonlyMap<string, readonly ClosedItem[]>): ClosingLetterData[] =>
  bodies.map(({ id, agency, result }) => ({ ...of, body: agency, result, items: items.get(id) ?? [] }));

/** Whether the end of an item is other than its claim. */
const isMoved = ({ final, at }: ClosedItem): boolean => {
  const claimed = at.get('claimed');
  return claimed !== undefined && (claimed.state !== final.state || claimed.points !== final.points || claimed.maximum !== final.maximum);
};

/** A column of the annex and of the workbook: points are text in the one, numbers in the other. */
interface ToldColumn<R> {
  readonly head: string;
  /** Its share of the annex, and its characters in the workbook. */
  readonly width: readonly [share: number, characters: number];
  readonly align?: Column['align'];
  readonly cell: (row: R) => string | { readonly points: string } | { readonly index: string | undefined };
}

/** The rows of a table of either kind; a sum stands last. */
interface Told<R> {
  readonly columns: readonly ToldColumn<R>[];
  readonly rows: readonly R[];
  readonly sum?: R;
}

const rowsOf = <R>({ rows, sum }: Told<R>) => [...rows.map((row) => ({ row })), ...(sum === undefined ? [] : [{ row: sum, bold: true }])];

function tableOf<R>(told: Told<R>, scheme: Scheme): TableBlock {
  const text = (cell: ReturnType<ToldColumn<R>['cell']>): string => {
    if (typeof cell === 'string') return cell;
    if ('points' in cell) return pointsText(cell.points, scheme, 'vi');
    return cell.index === undefined ? '–' : displayDecimal(cell.index, 'vi');
  };
  return {
    kind: 'table',
    columns: told.columns.map(({ head, width: [width], align }) => ({ head, width, ...(align ? { align } : {}) })),
    rows: rowsOf(told).map(({ row, ...bold }) => ({ cells: told.columns.map(({ cell }) => text(cell(row))), ...bold })),
  };
}

function listOf<R>(told: Told<R>, scheme: Scheme): Pick<ListSheet, 'columns' | 'rows'> {
  const [points, asPoints] = [pointsCell(scheme), pointsColumn(scheme)];
  const number = (cell: ReturnType<ToldColumn<R>['cell']>): string | number => {
    if (typeof cell === 'string') return cell;
    if ('points' in cell) return points(cell.points);
    return cell.index === undefined ? '' : Number(cell.index);
  };
  return {
    columns: told.columns.map(
      ({ head, width: [, width], align }): SheetColumn => ({ head, width, ...(align === 'right' ? asPoints : align ? { align } : {}) }),
    ),
    rows: rowsOf(told).map(({ row, ...bold }) => ({ cells: told.columns.map(({ cell }) => number(cell(row))), ...bold })),
  };
}

type DomainRow = Pick<FinalBody, 'points' | 'maximum' | 'index'> & { readonly code: string; readonly title: string };

function byDomain({ scheme, result }: ClosingLetterData): Told<DomainRow> {
  const titles = new Map(scheme.domains.map(({ code, title }) => [code, inLanguage(title, 'vi') ?? code]));
  return {
    columns: [
      { head: 'STT', width: [3, 8], align: 'center', cell: ({ code }) => code },
      { head: 'Lĩnh vực', width: [20, 60], cell: ({ title }) => title },
      { head: 'Điểm tối đa', width: [4, 10], align: 'right', cell: ({ maximum }) => ({ points: maximum }) },
      { head: 'Điểm đạt được', width: [4, 12], align: 'right', cell: ({ points }) => ({ points }) },
      { head: 'Chỉ số (%)', width: [4, 10], align: 'right', cell: ({ index }) => ({ index: index?.rounded }) },
    ],
    rows: result.domains.map((domain) => ({ ...domain, title: titles.get(domain.code) ?? domain.code })),
    sum: { ...result, code: '', title: 'Tổng' },
  };
}

function byItem({ result, items }: ClosingLetterData): Told<ClosedItem> {
  const standing = ({ state, points }: ItemStanding) => (state === 'scored' ? { points } : ITEM_STATE_NAMES.vi[state]);
  return {
    columns: [
      { head: 'STT', width: [3, 8], align: 'center', cell: ({ code }) => code },
      { head: 'Tiêu chí, tiêu chí thành phần', width: [12, 48], cell: ({ title }) => title },
      { head: 'Điểm tối đa', width: [3, 10], align: 'right', cell: ({ final }) => ({ points: final.maximum }) },
      ...result.steps.map(
        ({ stage }): ToldColumn<ClosedItem> => ({
          head: STAGE_POINTS_NAMES.vi[stage],
          width: [4, 12],
          align: 'right',
          cell: ({ at, final }) => standing(at.get(stage) ?? final),
        }),
      ),
      { head: 'Kết quả cuối cùng', width: [4, 12], align: 'right', cell: ({ final }) => standing(final) },
      { head: REMARK_NAMES.vi.reply, width: [8, 36], cell: ({ explained }) => explained },
      { head: 'Lý do', width: [9, 36], cell: ({ reason }) => reason },
    ],
    rows: items,
  };
}

/** A letter that tells a body its final result (công văn thông báo kết quả), to be numbered and signed outside; places are told by the publication. */
export function closingLetter(data: ClosingLetterData): OfficialDocument {
  const { owner, body, round, scheme, result, items, illustrative } = data;
  const [from, to] = [called(owner), called(body)];
  const index = `Chỉ số cải cách hành chính năm ${round.year}`;
  const moved = items.filter(isMoved).length;
  const reached = `${pointsText(result.points, scheme, 'vi')}/${pointsText(result.maximum, scheme, 'vi')} điểm`;
  const came = result.index ? `đạt ${reached}, tương ứng ${displayDecimal(result.index.rounded, 'vi')}%` : 'chưa có chỉ số';
  const otherwise =
    moved === 0
      ? 'Kết quả cuối cùng của mọi tiêu chí, tiêu chí thành phần không khác kết quả tự chấm điểm.'
      : `Có ${moved} tiêu chí, tiêu chí thành phần có kết quả cuối cùng khác kết quả tự chấm điểm; điểm qua từng bước và lý do nêu tại Phụ lục kèm theo.`;
  return issuedDocument(owner, {
    title: `Công văn thông báo kết quả cuối cùng – ${body.name}, ${round.title}`,
    marks: draftMarks(illustrative, scheme.status),
    as: 'letter',
    about: `thông báo kết quả ${index}`,
    form: null,
    to: [to],
    body: [
      {
        kind: 'paragraph',
        text: `Thực hiện ${planInFull(data)}, trên cơ sở kết quả thẩm định và kết luận của Hội đồng thẩm định, ${from} thông báo: ${index} của ${to} ${came}.`,
      },
      { kind: 'paragraph', text: otherwise },
      {
        kind: 'paragraph',
        text: `Đề nghị ${to} phân tích nguyên nhân của những nội dung chưa đạt điểm tối đa và có giải pháp khắc phục trong năm tiếp theo./.`,
      },
    ],
    annexes: [{ about: `kết quả từng lĩnh vực, từng tiêu chí ${index}`, blocks: [tableOf(byDomain(data), scheme), tableOf(byItem(data), scheme)] }],
  });
}

/** The same as a workbook: points as numbers, by domain and by item. */
export function closingWorkbook(data: ClosingLetterData): Promise<Uint8Array> {
  const { body, round, scheme, illustrative } = data;
  const about = ['KẾT QUẢ CUỐI CÙNG', `${body.name}, ${round.title}`, ...(illustrative ? [MARKS.invented] : []), ...schemeMarks(scheme.status)];
  return writeLists([
    { name: 'Theo tiêu chí', about, ...listOf(byItem(data), scheme) },
    { name: 'Theo lĩnh vực', about, ...listOf(byDomain(data), scheme) },
  ]);
}
