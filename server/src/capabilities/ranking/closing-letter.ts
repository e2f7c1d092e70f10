import { inLanguage, type Scheme, schemeNames } from '@parindex/core';
import type { Stage } from '@parindex/core/ledger/index';
import { displayDecimal } from '@parindex/core/quantity/display';
import * as exact from '@parindex/core/quantity/rational';
import type { FinalBody, ItemStanding } from '@parindex/core/ranking/final-result';
import type { PreparedScheme } from '@parindex/core/scoring/prepared';
import type { Index } from '@parindex/core/scoring/result';
import { chiefOf, decidingOver } from '@parindex/core/submissions/issuers';
import type { ReportForm } from '@parindex/core/submissions/report-form';
import { SOURCE_NAMES } from '@parindex/core/words/kinds';
import { pointsText } from '@parindex/core/words/points-text';
import { STAGE_POINTS_NAMES } from '@parindex/core/words/stages';
import { ITEM_STATE_NAMES, REMARK_NAMES } from '@parindex/core/words/states';
import { type Block, type Column, MARKS, type OfficialDocument, schemeMarks, type TableBlock } from '../../documents/document.ts';
import { type Agency, called, draftMarks, issuedDocument, issuerFor, numberedLater } from '../../documents/issued.ts';
import { pointsCell, pointsColumn } from '../../documents/points-cells.ts';
import { type ListSheet, type SheetColumn, writeLists } from '../../documents/xlsx.ts';
import type { RoundOfLetters } from '../rounds/round-of-letters.ts';
import type { FigureBeside } from '../sheets/official-figures.ts';
import { type Declared, declaredText, OFFICIAL_APART, officialFigureColumns } from '../sheets/official-figures-table.ts';
import { RANKING_HEADS } from './ranking-columns.ts';
import type { ClosedItem, ClosedRound, ToldToBody } from './read-closed-round.ts';

export interface ClosingLetterData extends RoundOfLetters, ToldToBody {
  readonly body: Agency;
  readonly result: FinalBody;
  readonly prepared: PreparedScheme;
  /** Who signs it, where, and who gets it besides; null: filled in outside. */
  readonly form: ReportForm | null;
}

/** What each letter of a closed round says. */
export const closingLetters = ({ of, edition: { prepared }, bodies }: ClosedRound, told: (body: string) => ToldToBody, form: ReportForm | null) =>
  bodies.map(({ id, agency, result }): ClosingLetterData => ({ ...of, prepared, form, body: agency, result, ...told(id) }));

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
  readonly cell: (row: R) => string | Declared | { readonly points: string | undefined } | { readonly index: string | undefined };
}

/** The rows of a table of either kind; sums stand last. */
interface Told<R> {
  readonly columns: readonly ToldColumn<R>[];
  readonly rows: readonly R[];
  readonly sums?: readonly R[];
}

const rowsOf = <R>({ rows, sums = [] }: Told<R>) => [...rows.map((row) => ({ row })), ...sums.map((row) => ({ row, bold: true }))];

function tableOf<R>(told: Told<R>, scheme: Scheme): TableBlock {
  const names = schemeNames(scheme, 'vi');
  const text = (cell: ReturnType<ToldColumn<R>['cell']>): string => {
    if (typeof cell === 'string') return cell;
    if ('declared' in cell) return declaredText(cell, names);
    if ('points' in cell) return cell.points === undefined ? '–' : pointsText(cell.points, scheme, 'vi');
    return cell.index === undefined ? '–' : displayDecimal(cell.index, 'vi');
  };
  return {
    kind: 'table',
    columns: told.columns.map(({ head, width: [width], align }) => ({ head, width, ...(align ? { align } : {}) })),
    rows: rowsOf(told).map(({ row, ...bold }) => ({ cells: told.columns.map(({ cell }) => text(cell(row))), ...bold })),
  };
}

function listOf<R>(told: Told<R>, scheme: Scheme): Pick<ListSheet, 'columns' | 'rows'> {
  const [points, asPoints, names] = [pointsCell(scheme), pointsColumn(scheme), schemeNames(scheme, 'vi')];
  const number = (cell: ReturnType<ToldColumn<R>['cell']>): string | number => {
    if (typeof cell === 'string') return cell;
    if ('declared' in cell) return typeof cell.declared === 'string' ? Number(cell.declared) : declaredText(cell, names);
    if ('points' in cell) return cell.points === undefined ? '–' : points(cell.points);
    return cell.index === undefined ? '' : Number(cell.index);
  };
  return {
    columns: told.columns.map(
      ({ head, width: [, width], align }): SheetColumn => ({ head, width, ...(align === 'right' ? asPoints : align ? { align } : {}) }),
    ),
    rows: rowsOf(told).map(({ row, ...bold }) => ({ cells: told.columns.map(({ cell }) => number(cell(row))), ...bold })),
  };
}

interface SumRow {
  readonly code: string;
  readonly title: string;
  readonly points: string | undefined;
  readonly maximum: string | undefined;
  readonly index: Index | null;
}

/** How the regular points of a body become its total: brought to the declared maximum, with bonus and penalty, within limits; what changes nothing is left out. */
function sumsOf({ scheme, prepared, result }: ClosingLetterData): SumRow[] {
  const { points, maximum, bonus, penalty, total, index } = result;
  const [regular, applicable] = [exact.fromFraction(points), exact.fromFraction(maximum)];
  const rescaled = scheme.total.whenMaximumShrinks === 'rescale' && !exact.isZero(applicable) && exact.compare(applicable, prepared.maximum) !== 0;
  const scaled = rescaled ? exact.divide(exact.multiply(regular, prepared.maximum), applicable) : regular;
  const sum = exact.sum([scaled, exact.fromFraction(bonus), exact.fromFraction(penalty)]);
  const cut = total !== null && exact.compare(sum, exact.fromFraction(total)) !== 0 ? scheme.total.clamp : undefined;
  const row = (title: string, of: Partial<SumRow>): SumRow => ({ code: '', title, points: undefined, maximum: undefined, index: null, ...of });
  const some = (title: string, value: string) => (exact.isZero(exact.fromFraction(value)) ? [] : [row(title, { points: value })]);
  const most = exact.toFraction(prepared.maximum);
  const ways = [
    ...(rescaled
      ? [row(`Điểm các lĩnh vực quy đổi theo điểm tối đa ${pointsText(most, scheme, 'vi')}`, { points: exact.toFraction(scaled), maximum: most })]
      : []),
    ...[...some('Điểm thưởng', bonus), ...some('Điểm trừ', penalty)],
  ];
  return [
    ...(ways.length === 0 ? [] : [row('Cộng điểm các lĩnh vực', { points, maximum })]),
    ...ways,
    row(cut ? `Tổng điểm (tính trong giới hạn từ ${displayDecimal(cut.min, 'vi')} đến ${displayDecimal(cut.max, 'vi')} điểm)` : 'Tổng điểm', {
      ...{ points: total ?? undefined, maximum: exact.toFraction(prepared.denominator), index },
    }),
  ];
}

function byDomain(data: ClosingLetterData): Told<SumRow> {
  const titles = new Map(data.scheme.domains.map(({ code, title }) => [code, inLanguage(title, 'vi') ?? code]));
  const regular = new Set(data.prepared.domains.flatMap(({ code, group }) => (group.kind === 'regular' ? [code] : [])));
  return {
    columns: [
      { head: 'STT', width: [3, 8], align: 'center', cell: ({ code }) => code },
      { head: 'Lĩnh vực', width: [20, 60], cell: ({ title }) => title },
      { head: 'Điểm tối đa', width: [4, 10], align: 'right', cell: ({ maximum }) => ({ points: maximum }) },
      { head: 'Điểm đạt được', width: [4, 12], align: 'right', cell: ({ points }) => ({ points }) },
      { head: 'Chỉ số (%)', width: [4, 10], align: 'right', cell: ({ index }) => ({ index: index?.rounded }) },
    ],
    // Points of bonus and penalty stand below, as far as they count.
    rows: data.result.domains.filter(({ code }) => regular.has(code)).map((domain) => ({ ...domain, title: titles.get(domain.code) ?? domain.code })),
    sums: sumsOf(data),
  };
}

function byItem({ result, items }: ClosingLetterData): Told<ClosedItem> {
  const standing = (of: ItemStanding | undefined) => (of && of.state !== 'scored' ? ITEM_STATE_NAMES.vi[of.state] : { points: of?.points });
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
          cell: ({ at }) => standing(at.get(stage)),
        }),
      ),
      { head: 'Kết quả cuối cùng', width: [4, 12], align: 'right', cell: ({ final }) => standing(final) },
      { head: REMARK_NAMES.vi.reply, width: [8, 36], cell: ({ explained }) => explained },
      { head: 'Lý do', width: [9, 36], cell: ({ reason, given }) => reason || (given === null ? '' : SOURCE_NAMES.vi[given]) },
    ],
    rows: items,
  };
}

/** Official figures other than the claimed ones; their values have a number of digits of their own. */
const byFigure = ({ figures, scheme }: ClosingLetterData): Told<FigureBeside> => ({ columns: officialFigureColumns(scheme), rows: figures });

/** What a body came to, within a sentence: its total over what the index is taken of. */
function cameTo({ scheme, prepared, result: { total, index, points, maximum, bonus, penalty } }: ClosingLetterData): string {
  if (total === null || index === null) return 'chưa có chỉ số';
  const text = (value: string) => pointsText(value, scheme, 'vi');
  const isNone = (value: string) => exact.isZero(exact.fromFraction(value));
  const extra = [...(isNone(bonus) ? [] : [`điểm thưởng ${text(bonus)}`]), ...(isNone(penalty) ? [] : [`điểm trừ ${text(penalty)}`])];
  const whole = exact.toFraction(prepared.denominator);
  const apart =
    extra.length === 0 && total === points && whole === maximum ? '' : ` (${[`điểm các lĩnh vực ${text(points)}/${text(maximum)}`, ...extra].join(', ')})`;
  return `đạt ${text(total)}/${text(whole)} điểm${apart}, tương ứng ${displayDecimal(index.rounded, 'vi')}%`;
}

/** What a result rests on: how far the round has gone. */
const foundedOn = ({ steps }: FinalBody): string => {
  const reached = (stage: Stage) => steps.some((step) => step.stage === stage);
  if (!reached('appraised') && !reached('council')) return 'kết quả tự đánh giá, chấm điểm';
  return ['kết quả thẩm định', ...(reached('council') ? ['kết luận của Hội đồng thẩm định'] : [])].join(' và ');
};

/** A letter that tells a body its final result (công văn thông báo kết quả), to be numbered and signed outside; places are told by the publication. */
export function closingLetter(data: ClosingLetterData): OfficialDocument {
  const { owner, body, round, scheme, result, items, illustrative } = data;
  const [from, to, deciding] = [called(owner), called(body), decidingOver(owner)];
  const index = `Chỉ số cải cách hành chính năm ${round.year}`;
  const moved = items.filter(isMoved).length;
  const figures: Block[] = data.figures.length === 0 ? [] : [{ kind: 'heading', level: 2, text: OFFICIAL_APART }, tableOf(byFigure(data), scheme)];
  const otherwise =
    moved === 0
      ? 'Kết quả cuối cùng của mọi tiêu chí, tiêu chí thành phần không khác kết quả tự chấm điểm.'
      : `Có ${moved} tiêu chí, tiêu chí thành phần có kết quả cuối cùng khác kết quả tự chấm điểm; điểm qua từng bước và lý do nêu tại Phụ lục kèm theo.`;
  return issuedDocument(owner, {
    title: `Công văn thông báo kết quả cuối cùng – ${body.name}, ${round.title}`,
    marks: draftMarks(illustrative, scheme.status),
    as: 'letter',
    about: `thông báo kết quả ${index}`,
    form: data.form,
    to: [to],
    body: [
      {
        kind: 'paragraph',
        text: `Thực hiện ${numberedLater('Quyết định', `QĐ-${issuerFor(deciding).symbol}`)} của ${chiefOf(deciding)} phê duyệt và công bố ${index}, trên cơ sở ${foundedOn(result)}, ${from} thông báo: ${index} của ${to} ${cameTo(data)}.`,
      },
      { kind: 'paragraph', text: otherwise },
      {
        kind: 'paragraph',
        text: `Đề nghị ${to} phân tích nguyên nhân của những nội dung chưa đạt điểm tối đa và có giải pháp khắc phục trong năm tiếp theo./.`,
      },
    ],
    annexes: [
      {
        about: `kết quả từng lĩnh vực, từng tiêu chí ${index}`,
        blocks: [
          tableOf(byDomain(data), scheme),
          { kind: 'paragraph', style: 'italic', text: RANKING_HEADS.vi.unrounded },
          tableOf(byItem(data), scheme),
          ...figures,
        ],
      },
    ],
  });
}

/** The same as a workbook: points as numbers, by domain and by item. */
export function closingWorkbook(data: ClosingLetterData): Promise<Uint8Array> {
  const { body, round, scheme, illustrative } = data;
  const about = [
    ...['KẾT QUẢ CUỐI CÙNG', `${body.name}, ${round.title}`, RANKING_HEADS.vi.unrounded],
    ...[...(illustrative ? [MARKS.invented] : []), ...schemeMarks(scheme.status)],
  ];
  return writeLists([
    { name: 'Theo tiêu chí', about, ...listOf(byItem(data), scheme) },
    { name: 'Theo lĩnh vực', about, ...listOf(byDomain(data), scheme) },
    ...(data.figures.length === 0 ? [] : [{ name: 'Số liệu chính thức', about, ...listOf(byFigure(data), scheme) }]),
  ]);
}
