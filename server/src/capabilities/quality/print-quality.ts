import type { Language } from '@parindex/core';
import { COLUMN_NAMES } from '@parindex/core/words/column-names';
import { RELIANCE_NAMES } from '@parindex/core/words/quality-words';
import { texts } from '@parindex/core/words/texts';
import { momentText } from '../../documents/moment-text.ts';
import { pointsCell, pointsColumn } from '../../documents/points-cells.ts';
import { type SheetColumn, writeLists } from '../../documents/xlsx.ts';
import type { QualityAnswer } from './read-quality.ts';

const HEADS = texts({
  title: { vi: 'CHẤT LƯỢNG THẨM ĐỊNH', en: 'QUALITY OF APPRAISAL' },
  at: { vi: (moment: string) => `Số liệu tại thời điểm ${moment}`, en: (moment: string) => `As of ${moment}` },
  sandbox: { vi: 'Dữ liệu minh họa', en: 'Invented data' },
  share: {
    vi: 'Chênh lệch tính theo tỷ lệ so với điểm tối đa của tiêu chí; số âm là thấp hơn. Khoảng tin cậy 95%.',
    en: 'Differences are shares of the maximum of an item; below 0 is lower. Intervals are of 95%.',
  },
  sheets: {
    agreement: { vi: 'Mức thống nhất', en: 'Agreement' },
    persons: { vi: 'Theo người thẩm định', en: 'By appraiser' },
    weeks: { vi: 'Theo tuần', en: 'By week' },
    apart: { vi: 'Hai lần chấm khác nhau', en: 'Marks apart' },
    bodies: { vi: 'Tỷ lệ sửa theo cơ quan', en: 'Changed by body' },
    items: { vi: 'Tỷ lệ sửa theo tiêu chí', en: 'Changed by item' },
    draws: { vi: 'Các lần rút mẫu', en: 'Draws' },
  },
  measure: { vi: 'Thước đo', en: 'Measure' },
  value: { vi: 'Giá trị', en: 'Value' },
  low: { vi: 'Cận dưới', en: 'Low' },
  high: { vi: 'Cận trên', en: 'High' },
  meaning: { vi: 'Ý nghĩa', en: 'Meaning' },
  pairs: { vi: 'Số tiêu chí được chấm hai lần', en: 'Items marked twice' },
  same: { vi: 'Số tiêu chí có điểm bằng nhau', en: 'Items with equal points' },
  apartMean: { vi: 'Chênh lệch tuyệt đối bình quân', en: 'Mean absolute difference' },
  alpha: { vi: 'Hệ số alpha của Krippendorff', en: 'Krippendorff’s alpha' },
  intraclass: { vi: 'Hệ số tương quan nội nhóm ICC(A,1)', en: 'Intraclass correlation ICC(A,1)' },
  body: COLUMN_NAMES.body,
  person: { vi: 'Họ và tên', en: 'Name' },
  week: { vi: 'Tuần bắt đầu từ', en: 'Week of' },
  moved: { vi: 'So với điểm tự chấm', en: 'Against the claim' },
  paired: { vi: 'So với người chấm cùng tiêu chí', en: 'Against whoever marked the same' },
  pairedWeek: { vi: 'Lần đầu trừ lần chấm lại', en: 'First less second' },
  count: { vi: 'Số tiêu chí', en: 'Items' },
  first: { vi: 'Lần đầu', en: 'First' },
  second: { vi: 'Chấm lại', en: 'Second' },
  by: { vi: 'Người chấm', en: 'By' },
  decided: { vi: 'Đã thẩm định', en: 'Decided' },
  changed: { vi: 'Đã sửa', en: 'Changed' },
  part: { vi: 'Tỷ lệ', en: 'Share' },
  item: { vi: 'Tiêu chí', en: 'Item' },
  itemTitle: { vi: 'Tên tiêu chí', en: 'Title' },
  seed: { vi: 'Số khởi tạo ngẫu nhiên', en: 'Seed' },
  listed: { vi: 'Số tiêu chí trong danh sách', en: 'Items listed' },
  hash: { vi: 'Giá trị băm của danh sách', en: 'Hash of the list' },
  drawn: { vi: 'Số rút ra', en: 'Drawn' },
  marked: { vi: 'Đã chấm lại', en: 'Marked' },
  nobody: { vi: 'Không bố trí được người chấm lại', en: 'Nobody may mark' },
  drawnAt: { vi: 'Thời điểm rút', en: 'Drawn at' },
});

const SHARE = { format: '0.0%', align: 'center' } as const;
const COEFFICIENT = { format: '0.000', align: 'center' } as const;
const column = (head: string, width: number, more: Partial<SheetColumn> = {}): SheetColumn => ({ head, width, ...more });
const dayText = (day: string): string => day.split('-').toReversed().join('/');

type Mean = QualityAnswer['persons'][number]['moved'];

/** The quality of a round's appraisal as a workbook: a list for each picture of the page. */
export function printQuality(quality: QualityAnswer, { invented, language }: { readonly invented: boolean; readonly language: Language }): Promise<Uint8Array> {
  const says = HEADS[language];
  const about = [says.title, quality.title, says.at(momentText(quality.at)), says.share, ...(invented ? [says.sandbox] : [])];
  const [points, asPoints] = [pointsCell(quality), pointsColumn(quality)];
  const meanColumns = (head: string) => [
    column(head, 14, SHARE),
    column(says.low, 9, SHARE),
    column(says.high, 9, SHARE),
    column(says.count, 9, { align: 'center' }),
  ];
  const mean = (of: Mean) => (of ? [of.mean, of.interval?.low ?? '', of.interval?.high ?? '', of.count] : ['', '', '', 0]);
  const { alpha, intraclass, pairs, same, apart } = quality.agreement;
  const list = (name: string, columns: readonly SheetColumn[], rows: readonly (readonly (string | number)[])[]) => ({
    name,
    about,
    columns,
    rows: rows.map((cells) => ({ cells })),
  });
  return writeLists([
    list(
      says.sheets.agreement,
      [
        column(says.measure, 40),
        column(says.value, 10, COEFFICIENT),
        column(says.low, 10, COEFFICIENT),
        column(says.high, 10, COEFFICIENT),
        column(says.meaning, 40),
      ],
      [
        [says.pairs, pairs, '', '', ''],
        [says.same, same, '', '', ''],
        [says.apartMean, apart ?? '', '', '', ''],
        [says.alpha, alpha?.value ?? '', alpha?.interval?.low ?? '', alpha?.interval?.high ?? '', alpha ? RELIANCE_NAMES[language][alpha.reliance] : ''],
        [says.intraclass, intraclass?.value ?? '', intraclass?.interval?.low ?? '', intraclass?.interval?.high ?? '', ''],
      ],
    ),
    list(
      says.sheets.persons,
      [column(says.person, 28), ...meanColumns(says.moved), ...meanColumns(says.paired)],
      quality.persons.map(({ person, moved, paired }) => [person.name, ...mean(moved), ...mean(paired)]),
    ),
    list(
      says.sheets.weeks,
      [column(says.week, 14), ...meanColumns(says.moved), ...meanColumns(says.pairedWeek)],
      quality.weeks.map(({ week, moved, paired }) => [dayText(week), ...mean(moved), ...mean(paired)]),
    ),
    list(
      says.sheets.apart,
      [
        ...[column(says.body, 28), column(says.item, 9), column(says.itemTitle, 40)],
        ...[column(says.first, 9, asPoints), column(says.by, 22), column(says.second, 9, asPoints), column(says.by, 22), column(says.part, 9, SHARE)],
      ],
      quality.apart.map(({ body, item, first, second, apart: by }) => [
        ...[body.name, item.code, item.title],
        ...[points(first.points), first.person.name, points(second.points), second.person.name, by],
      ]),
    ),
    list(
      says.sheets.bodies,
      [column(says.body, 32), ...[says.decided, says.changed].map((head) => column(head, 12, { align: 'center' })), column(says.part, 9, SHARE)],
      quality.bodies.map(({ body, decided, changed }) => [body.name, decided, changed, changed / decided]),
    ),
    list(
      says.sheets.items,
      [
        column(says.item, 9),
        column(says.itemTitle, 48),
        ...[says.decided, says.changed].map((head) => column(head, 12, { align: 'center' })),
        column(says.part, 9, SHARE),
      ],
      quality.items.map(({ item, decided, changed }) => [item.code, item.title, decided, changed, changed / decided]),
    ),
    list(
      says.sheets.draws,
      [
        ...[column(says.drawnAt, 20), column(says.by, 22), column(says.seed, 24), column(says.hash, 40)],
        ...[says.listed, says.drawn, says.marked, says.nobody].map((head) => column(head, 12, { align: 'center' })),
      ],
      quality.draws.map((draw) => [momentText(draw.at), draw.by.name, draw.seed, draw.listHash, draw.listed, draw.drawn, draw.marked, draw.nobody]),
    ),
  ]);
}
