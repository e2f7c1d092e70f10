import { inLanguage, itemsOfDomains, type Language, type Scheme } from '@parindex/core';
import type { BodyKind } from '@parindex/core/bodies/types';
import type { Stage } from '@parindex/core/ledger/index';
import { displayDecimal } from '@parindex/core/quantity/display';
import { type FinalBody, type ItemStanding, standingsByStage } from '@parindex/core/ranking/final-result';
import type { BodyResult } from '@parindex/core/scoring/result';
import { agencyName, issuerOf, symbolOf } from '@parindex/core/submissions/issuers';
import { recipientsOf, USUAL_FORM } from '@parindex/core/submissions/report-form';
import { pointsText } from '@parindex/core/words/points-text';
import { STAGE_POINTS_NAMES } from '@parindex/core/words/stages';
import { ITEM_STATE_NAMES } from '@parindex/core/words/states';
import type { CitedDocument } from '../../documents/citing.ts';
import { type Annex, BLANK_DAY, LEFT_BLANK, MARKS, type OfficialDocument, schemeMarks } from '../../documents/document.ts';
import { pointsCell, pointsColumn } from '../../documents/points-cells.ts';
import { writeLists } from '../../documents/xlsx.ts';
import { planOf } from '../explanation/notice-letter.ts';

/** An item of a body on its way from the claim to the final result. */
export interface ClosedItem {
  readonly code: string;
  readonly title: string;
  readonly final: ItemStanding;
  /** At each stage that the round has reached. */
  readonly at: ReadonlyMap<Stage, ItemStanding>;
  /** What the body explained; empty where it did not. */
  readonly explained: string;
  /** Why it was decided as it was, the last word on it. */
  readonly reason: string;
}

export interface ClosingLetterData {
  readonly owner: { readonly name: string; readonly kind: BodyKind; readonly above: string | null };
  readonly body: { readonly name: string; readonly kind: BodyKind };
  readonly round: { readonly title: string; readonly year: number };
  /** The decision on the plan of the round; null where none is kept. */
  readonly plan: CitedDocument | null;
  readonly scheme: Scheme;
  readonly result: FinalBody;
  readonly items: readonly ClosedItem[];
  readonly illustrative: boolean;
}

/** Items of a body's final result, in the scheme's order, each with its way. */
export function closedItems(
  scheme: Scheme,
  { items }: Pick<BodyResult, 'items'>,
  { steps }: FinalBody,
  said: { readonly explained: (item: string) => string; readonly reason: (item: string) => string },
  language: Language,
): ClosedItem[] {
  const titles = new Map(itemsOfDomains(scheme.domains).map(({ code, title }) => [code, inLanguage(title, language) ?? code]));
  const standings = standingsByStage(items, steps);
  return items.map(({ code, state, points, maximum }) => ({
    ...{ code, title: titles.get(code) ?? code, final: { state, points, maximum } },
    at: standings.get(code) ?? new Map(),
    ...{ explained: said.explained(code), reason: said.reason(code) },
  }));
}

const stagesOf = ({ result }: ClosingLetterData): Stage[] => result.steps.map(({ stage }) => stage);

const standingOf = ({ state, points }: ItemStanding, scheme: Scheme): string =>
  state === 'scored' ? pointsText(points, scheme, 'vi') : ITEM_STATE_NAMES.vi[state];

/** Whether the end of an item is other than its claim. */
const isMoved = ({ final, at }: ClosedItem): boolean => {
  const claimed = at.get('claimed');
  return claimed !== undefined && (claimed.state !== final.state || claimed.points !== final.points || claimed.maximum !== final.maximum);
};

function annexOf(data: ClosingLetterData, symbol: string): Annex {
  const { scheme, owner, round, result, items } = data;
  const stages = stagesOf(data);
  const titles = new Map(scheme.domains.map(({ code, title }) => [code, inLanguage(title, 'vi') ?? code]));
  const points = (value: string) => pointsText(value, scheme, 'vi');
  return {
    heading: 'Phụ lục',
    about: `kết quả từng lĩnh vực, từng tiêu chí Chỉ số cải cách hành chính năm ${round.year}`,
    attachedTo: `(Kèm theo Công văn số ……/${symbol} ${BLANK_DAY} của ${agencyName(owner.kind, owner.name)})`,
    blocks: [
      {
        kind: 'table',
        columns: [
          { head: 'STT', width: 3, align: 'center' },
          { head: 'Lĩnh vực', width: 20 },
          { head: 'Điểm tối đa', width: 4, align: 'right' },
          { head: 'Điểm đạt được', width: 4, align: 'right' },
          { head: 'Chỉ số (%)', width: 4, align: 'right' },
        ],
        rows: [
          ...result.domains.map(({ code, points: reached, maximum, index }) => ({
            cells: [code, titles.get(code) ?? code, points(maximum), points(reached), index ? displayDecimal(index.rounded, 'vi') : '–'],
          })),
          { cells: ['', 'Tổng', points(result.maximum), points(result.points), result.index ? displayDecimal(result.index.rounded, 'vi') : '–'], bold: true },
        ],
      },
      {
        kind: 'table',
        columns: [
          { head: 'STT', width: 3, align: 'center' },
          { head: 'Tiêu chí, tiêu chí thành phần', width: 12 },
          { head: 'Điểm tối đa', width: 3, align: 'right' },
          ...stages.map((stage) => ({ head: STAGE_POINTS_NAMES.vi[stage], width: 4, align: 'right' as const })),
          { head: 'Kết quả cuối cùng', width: 4, align: 'right' },
          { head: 'Giải trình của cơ quan', width: 8 },
          { head: 'Lý do', width: 9 },
        ],
        rows: items.map(({ code, title, final, at, explained, reason }) => ({
          cells: [
            ...[code, title, points(final.maximum)],
            ...stages.map((stage) => standingOf(at.get(stage) ?? final, scheme)),
            ...[standingOf(final, scheme), explained, reason],
          ],
        })),
      },
    ],
  };
}

/** A letter that tells a body its final result (công văn thông báo kết quả), to be numbered and signed outside; places are told by the publication. */
export function closingLetter(data: ClosingLetterData): OfficialDocument {
  const { owner, body, round, scheme, result, items, illustrative } = data;
  const [from, to] = [agencyName(owner.kind, owner.name), agencyName(body.kind, body.name)];
  const symbol = `${symbolOf(owner.kind, owner.name)}-${LEFT_BLANK}`;
  const index = `Chỉ số cải cách hành chính năm ${round.year}`;
  const moved = items.filter(isMoved).length;
  const reached = `${pointsText(result.points, scheme, 'vi')}/${pointsText(result.maximum, scheme, 'vi')} điểm`;
  const came = result.index ? `đạt ${reached}, tương ứng ${displayDecimal(result.index.rounded, 'vi')}%` : 'chưa có chỉ số';
  const otherwise =
    moved === 0
      ? 'Kết quả cuối cùng của mọi tiêu chí, tiêu chí thành phần không khác kết quả tự chấm điểm.'
      : `Có ${moved} tiêu chí, tiêu chí thành phần có kết quả cuối cùng khác kết quả tự chấm điểm; điểm qua từng bước và lý do nêu tại Phụ lục kèm theo.`;
  return {
    title: `Công văn thông báo kết quả cuối cùng – ${body.name}, ${round.title}`,
    marks: [...(illustrative ? [MARKS.invented] : []), ...schemeMarks(scheme.status), MARKS.draft],
    letterhead: { issuer: issuerOf(owner, owner.name), number: null, symbol, place: null, day: null },
    subject: { as: 'letter', about: `V/v thông báo kết quả ${index}` },
    to: [to],
    across: false,
    body: [
      {
        kind: 'paragraph',
        text: `Thực hiện ${planOf(data)}, trên cơ sở kết quả thẩm định và kết luận của Hội đồng thẩm định, ${from} thông báo: ${index} của ${to} ${came}.`,
      },
      { kind: 'paragraph', text: otherwise },
      {
        kind: 'paragraph',
        text: `Đề nghị ${to} phân tích nguyên nhân của những nội dung chưa đạt điểm tối đa và có giải pháp khắc phục trong năm tiếp theo./.`,
      },
    ],
    recipients: recipientsOf(USUAL_FORM),
    signatures: [{ authority: null, position: 'Quyền hạn, chức vụ của người ký', name: null }],
    annexes: [annexOf(data, symbol)],
    footer: null,
  };
}

/** The same as a workbook: points as numbers, by domain and by item. */
export function closingWorkbook(data: ClosingLetterData): Promise<Uint8Array> {
  const { body, round, scheme, result, items, illustrative } = data;
  const [stages, points, asPoints] = [stagesOf(data), pointsCell(scheme), pointsColumn(scheme)];
  const number = (standing: ItemStanding) => (standing.state === 'scored' ? points(standing.points) : ITEM_STATE_NAMES.vi[standing.state]);
  const about = ['KẾT QUẢ CUỐI CÙNG', `${body.name}, ${round.title}`, ...(illustrative ? [MARKS.invented] : []), ...schemeMarks(scheme.status)];
  const titles = new Map(scheme.domains.map(({ code, title }) => [code, inLanguage(title, 'vi') ?? code]));
  return writeLists([
    {
      name: 'Theo tiêu chí',
      about,
      columns: [
        { head: 'STT', width: 8, align: 'center' },
        { head: 'Tiêu chí, tiêu chí thành phần', width: 48 },
        { head: 'Điểm tối đa', width: 10, ...asPoints },
        ...stages.map((stage) => ({ head: STAGE_POINTS_NAMES.vi[stage], width: 12, ...asPoints })),
        { head: 'Kết quả cuối cùng', width: 12, ...asPoints },
        { head: 'Giải trình của cơ quan', width: 36 },
        { head: 'Lý do', width: 36 },
      ],
      rows: items.map(({ code, title, final, at, explained, reason }) => ({
        cells: [code, title, points(final.maximum), ...stages.map((stage) => number(at.get(stage) ?? final)), number(final), explained, reason],
      })),
    },
    {
      name: 'Theo lĩnh vực',
      about,
      columns: [
        { head: 'STT', width: 8, align: 'center' },
        { head: 'Lĩnh vực', width: 60 },
        { head: 'Điểm tối đa', width: 10, ...asPoints },
        { head: 'Điểm đạt được', width: 12, ...asPoints },
        { head: 'Chỉ số (%)', width: 10, ...asPoints },
      ],
      rows: [
        ...result.domains.map(({ code, points: reached, maximum, index }) => ({
          cells: [code, titles.get(code) ?? code, points(maximum), points(reached), index ? Number(index.rounded) : ''],
        })),
        { cells: ['', 'Tổng', points(result.maximum), points(result.points), result.index ? Number(result.index.rounded) : ''], bold: true },
      ],
    },
  ]);
}
