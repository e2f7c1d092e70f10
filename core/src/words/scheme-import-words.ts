import { columnNumber } from '../imports/workbook/cells.ts';
import { displayDecimal } from '../quantity/display.ts';
import type { AnnexColumn } from '../studio/annex/annex.ts';
import type { ImportDoubt, ImportDoubtCode } from '../studio/import/doubts.ts';
import { ANNEX_HEADS } from './annex-words.ts';
import type { Language } from './language.ts';
import { type Sentences, texts } from './texts.ts';

const number = (text: string | undefined, language: Language): string =>
  text !== undefined && /^-?\d/.test(text) ? displayDecimal(text, language) : (text ?? '');
const percent = (text: string | undefined, language: Language): string =>
  text !== undefined && Number(text) <= 1 ? `${number(String(Number((Number(text) * 100).toFixed(6))), language)}%` : number(text, language);

const SENTENCES = texts<Sentences<ImportDoubtCode>>({
  noTable: {
    vi: () => 'Không thấy dòng tiêu đề có cột nội dung và cột điểm tối đa, nên bảng này chưa được đọc.',
    en: () => 'No head with a column of contents and one of maximum points: this table was not read.',
  },
  columnLeft: {
    vi: ({ head, taken }) => (taken ? `Cột “${head}” không được đọc; số liệu được lấy ở cột “${taken}”.` : `Cột “${head}” không được đọc.`),
    en: ({ head, taken }) => (taken ? `The column “${head}” was not read; what it holds was taken from “${taken}”.` : `The column “${head}” was not read.`),
  },
  sheetHidden: {
    vi: () => 'Trang tính bị ẩn nên không được đọc; muốn đọc thì bỏ ẩn rồi đưa tệp vào lại.',
    en: () => 'The sheet is hidden and was not read; to have it read, show it and bring the file in again.',
  },
  tooManyRows: {
    vi: ({ found, limit }) => `Bảng có ${found} dòng, chỉ ${limit} dòng đầu được đọc.`,
    en: ({ found, limit }) => `The table has ${found} rows, of which the first ${limit} were read.`,
  },
  codeMissing: {
    vi: ({ title }) => `Dòng “${title}” không có số thứ tự; vị trí được suy từ các dòng bên cạnh.`,
    en: ({ title }) => `“${title}” has no code; its place was taken from the rows beside it.`,
  },
  codeUnread: { vi: ({ found }) => `Không đọc được số thứ tự “${found}”.`, en: ({ found }) => `The code “${found}” could not be read.` },
  codeDoubled: { vi: ({ found }) => `Số thứ tự ${found} có hai lần.`, en: ({ found }) => `The code ${found} is there twice.` },
  codeSkipped: {
    vi: ({ found, before }) => `Sau ${before} là ${found}: thiếu số ở giữa.`,
    en: ({ found, before }) => `${found} comes after ${before}: one between them is missing.`,
  },
  codeAstray: {
    vi: ({ found, above }) => `Số thứ tự ${found} đứng dưới ${above}; có thể thiếu dòng ở giữa.`,
    en: ({ found, above }) => `${found} stands below ${above}; a row between them may be missing.`,
  },
  codeLostZero: {
    vi: ({ found, read }) => `Ô ghi dạng số ${number(found, 'vi')}, được đọc là ${read} vì đứng sau số 9.`,
    en: ({ found, read }) => `The cell holds the number ${found}, which was read as ${read}, as it comes after 9.`,
  },
  pointsMissing: { vi: () => 'Chưa có điểm tối đa.', en: () => 'There are no maximum points.' },
  pointsUnread: { vi: ({ found }) => `Không đọc được điểm “${found}”.`, en: ({ found }) => `The points “${found}” could not be read.` },
  formula: {
    vi: () => 'Ô chứa công thức: điểm không được đọc từ ô này, chữ được đọc theo giá trị lưu sẵn trong tệp. Hãy thay bằng giá trị.',
    en: () => 'The cell holds a formula: no points were read from it, and its text as the file had kept it. Put its value there.',
  },
  doesNotAddUp: {
    vi: ({ written, sum }) => `Ghi ${number(written, 'vi')} điểm nhưng các phần bên dưới cộng lại được ${number(sum, 'vi')}.`,
    en: ({ written, sum }) => `${written} points are written, but the parts below add up to ${sum}.`,
  },
  signAgainstGroup: {
    vi: ({ found }) => `Ghi ${number(found, 'vi')} điểm trong lĩnh vực không phải điểm trừ; cần xem đây là điểm tối đa hay điểm trừ.`,
    en: ({ found }) => `${found} points are written in a domain that is no penalty; see whether they are given or taken.`,
  },
  groupUnclear: {
    vi: () => 'Lĩnh vực này nói đến cả điểm thưởng và điểm trừ; cần tách thành hai lĩnh vực, nếu không điểm sẽ được tính vào điểm chính.',
    en: () => 'This domain speaks of bonus and of penalty; divide it, or its points count as regular ones.',
  },
  penaltyByName: {
    vi: () => 'Theo tên, lĩnh vực này được đọc là điểm trừ, nhưng không dòng nào bên dưới ghi là trừ điểm; cần xem lại.',
    en: () => 'By its name this domain was read as a penalty, yet nothing below it says that points are taken away; look at it again.',
  },
  sourceUnsure: {
    vi: ({ title }) => `“${title}” nói đến khảo sát, hài lòng nhưng chấm như nội dung tự đánh giá; cần chọn nguồn điểm.`,
    en: ({ title }) => `“${title}” speaks of a survey but is scored as what units assess themselves; choose where its points come from.`,
  },
  totalDiffers: {
    vi: ({ written, sum }) => `Dòng tổng ghi ${number(written, 'vi')} điểm nhưng các lĩnh vực cộng lại được ${number(sum, 'vi')}.`,
    en: ({ written, sum }) => `The total says ${written} points, but the domains add up to ${sum}.`,
  },
  levelLeftOut: {
    vi: ({ title }) =>
      title
        ? `“${title}” là cấp trên lĩnh vực nên không thành một mục; các lĩnh vực bên dưới được giữ.`
        : 'Bảng chỉ có một cấp: các dòng được đặt vào một lĩnh vực.',
    en: ({ title }) =>
      title
        ? `“${title}” is a level above domains and became no part; the domains below it were kept.`
        : 'The table has one level: its rows were put into one domain.',
  },
  rowLeftOut: { vi: () => 'Dòng này không thuộc nội dung nào nên chưa được đọc.', en: () => 'This row belongs to no part and was not read.' },
  rowJoined: {
    vi: ({ title, above }) => `Dòng “${title}” không có số thứ tự nên được đọc là lời của “${above}”; cần xem lại.`,
    en: ({ title, above }) => `“${title}” has no code and was read as words of “${above}”; to be looked at.`,
  },
  contradicts: {
    vi: ({ first, other, at }) => `Ở đây ghi “${number(other, 'vi')}”, ở ${at} ghi “${number(first, 'vi')}”. Giá trị ở ${at} được giữ.`,
    en: ({ first, other, at }) => `Here it says “${other}”, at ${at} “${first}”. What stands at ${at} was kept.`,
  },
  markup: { vi: () => 'Nội dung có mã HTML; được giữ nguyên như chữ thường.', en: () => 'The text holds HTML, which was kept as plain text.' },
  ruleToChoose: {
    vi: ({ words }) => (words ? 'Chưa hiểu cách tính điểm; lời văn được giữ, cần chọn cách tính.' : 'Chưa có cách tính điểm; cần chọn.'),
    en: ({ words }) => (words ? 'The rule was not understood; its words were kept, and a rule must be chosen.' : 'There is no rule; one must be chosen.'),
  },
  figuresToName: {
    vi: () => 'Lời văn không nêu tên số liệu dùng để tính; cần đặt tên.',
    en: () => 'The words do not name the figures that the rule measures by; they must be named.',
  },
  nothingUnsaid: {
    vi: () => 'Bảng không nói khi mẫu số bằng 0 (không phát sinh) thì chấm thế nào; đang để 0 điểm, cần chọn theo quyết định.',
    en: () => 'The table does not say what is given where the denominator is 0; 0 points stand there, to be chosen by the decision.',
  },
  ruleProposed: {
    vi: () => 'Cách tính đã sửa trong tệp, được đọc lại từ lời văn; cần xác nhận.',
    en: () => 'The rule was changed in the file and read anew from its words; it must be confirmed.',
  },
  carriedUnreadable: {
    vi: () => 'Phần bộ tiêu chí kèm trong tệp không đọc được; chỉ các bảng nhìn thấy được đọc.',
    en: () => 'The scheme that the file carries could not be read; only the tables that are seen were.',
  },
  carriedOfAnother: {
    vi: () => 'Phần bộ tiêu chí kèm trong tệp là của một bảng khác; chỉ các bảng nhìn thấy được đọc.',
    en: () => 'The scheme that the file carries is that of another table; only the tables that are seen were read.',
  },
  cellChanged: {
    vi: ({ found, printed }) => (found ? `Đã sửa từ “${printed}” thành “${found}”.` : `Đã xóa “${printed}”.`),
    en: ({ found, printed }) => (found ? `Changed from “${printed}” to “${found}”.` : `“${printed}” was taken out.`),
  },
  cellDiffers: {
    vi: ({ found, printed }) => `Trong tệp ghi “${found}”, bản dự thảo ghi “${printed}”; cần xem lại.`,
    en: ({ found, printed }) => `The file says “${found}”, the draft “${printed}”; to be looked at.`,
  },
  columnGone: {
    vi: ({ column }) => `Cột “${ANNEX_HEADS[column as AnnexColumn]}” không còn trong bảng; nội dung của cột được giữ như trước.`,
    en: ({ column }) => `The column “${ANNEX_HEADS[column as AnnexColumn]}” is no longer in the table; what it held was kept.`,
  },
  otherCellKept: {
    vi: ({ column }) =>
      column === 'rule'
        ? 'Ghi chú của dòng này đã sửa nhưng cách tính giữ nguyên; cần xem lại để hai nội dung khớp nhau.'
        : 'Cách tính của dòng này đã sửa nhưng ghi chú giữ nguyên; cần xem lại để hai nội dung khớp nhau.',
    en: ({ column }) =>
      column === 'rule'
        ? 'The note of this row was changed and its rule was not; see whether they still say the same.'
        : 'The rule of this row was changed and its note was not; see whether they still say the same.',
  },
  pointsAlone: {
    vi: ({ top, maximum }) => `Điểm tối đa đã sửa thành ${maximum} nhưng mức cao nhất của cách tính vẫn là ${top}; cần xem lại.`,
    en: ({ top, maximum }) => `The maximum was changed to ${maximum}, but the most that the rule gives is still ${top}; to be looked at.`,
  },
  englishKept: {
    vi: ({ english }) => `Bản tiếng Anh vẫn ghi “${english}”; cần xem lại.`,
    en: ({ english }) => `In English it still says “${english}”; to be looked at.`,
  },
  rowAdded: { vi: ({ title }) => `Dòng “${title}” được thêm vào.`, en: ({ title }) => `“${title}” was added.` },
  rowMoved: { vi: () => 'Dòng này được chuyển từ chỗ khác đến.', en: () => 'This row was moved here.' },
  rowRemoved: {
    vi: ({ title }) => `Dòng “${title}” không còn trong bảng nên được bỏ.`,
    en: ({ title }) => `“${title}” is no longer in the table and was taken out.`,
  },
  rowKept: {
    vi: ({ title }) => `Dòng “${title}” không còn trong bảng nhưng các phần bên dưới còn, nên được giữ.`,
    en: ({ title }) => `“${title}” is no longer in the table, but parts below it are: it was kept.`,
  },
  'rule.gap': {
    vi: ({ from, to }) =>
      to === '∞'
        ? `Không nói được bao nhiêu điểm khi vượt ${percent(from, 'vi')}.`
        : `Không nói được bao nhiêu điểm giữa ${percent(from, 'vi')} và ${percent(to, 'vi')}.`,
    en: ({ from, to }) =>
      to === '∞'
        ? `It is not said what is given beyond ${percent(from, 'en')}.`
        : `It is not said what is given between ${percent(from, 'en')} and ${percent(to, 'en')}.`,
  },
  'rule.overlap': { vi: ({ edge }) => `Tại ${percent(edge, 'vi')} có hai mức điểm.`, en: ({ edge }) => `Two bands take ${percent(edge, 'en')}.` },
  'rule.edgeUnsaid': {
    vi: ({ edge }) => `Không rõ mức ${percent(edge, 'vi')} thuộc khoảng nào; được tính vào khoảng trên.`,
    en: ({ edge }) => `It is not clear to which band ${percent(edge, 'en')} belongs; it was put into the upper one.`,
  },
  'rule.restUnsaid': {
    vi: () => 'Không nói các trường hợp còn lại được bao nhiêu điểm; được tính 0 điểm.',
    en: () => 'It is not said what all other cases give; 0 points were taken.',
  },
  'rule.topIsNotMaximum': {
    vi: ({ top, maximum }) => `Mức cao nhất là ${number(top, 'vi')} điểm, khác điểm tối đa ${number(maximum, 'vi')}.`,
    en: ({ top, maximum }) => `The best case gives ${top} points, and the maximum is ${maximum}.`,
  },
  'rule.targetDiffers': {
    vi: ({ target, edge }) => `Theo công thức, điểm tối đa đạt được ở ${percent(target, 'vi')}, nhưng khoảng trên bắt đầu từ ${percent(edge, 'vi')}.`,
    en: ({ target, edge }) => `By the formula the maximum is reached at ${percent(target, 'en')}, but the upper band begins at ${percent(edge, 'en')}.`,
  },
  'rule.combineUnsaid': {
    vi: () => 'Không rõ các trường hợp trừ điểm có cộng dồn hay không; được tính cộng dồn.',
    en: () => 'It is not said whether what is taken away adds up; it was read so.',
  },
  'rule.oneOrSum': {
    vi: () => 'Không rõ chỉ một trường hợp được tính hay các trường hợp cộng lại; được đọc là chọn một mức.',
    en: () => 'It is not said whether one case counts or all add up; it was read as levels.',
  },
  'rule.numberInWords': {
    vi: () => 'Trong lời văn có con số nhưng các trường hợp không cùng tính theo một số liệu; cần xem lại cách tính.',
    en: () => 'The words hold a number, yet the cases do not all go by one figure; look at the rule again.',
  },
  'rule.wordsLeft': { vi: ({ words }) => `Còn lời văn chưa đọc được: “${words}”.`, en: ({ words }) => `Some words were not read: “${words}”.` },
});

const PLACES = texts({
  cell: { vi: (place: string) => `ô ${place}`, en: (place: string) => `cell ${place}` },
  ofTable: {
    vi: (table: string, row: string, column: string) => `${table}, dòng ${row}, cột ${column}`,
    en: (table: string, row: string, column: string) => `${table}, row ${row}, column ${column}`,
  },
});

/** Where something stands in a file: a cell of a workbook by its address, one of a document by row and column, which have no letters there. */
export function placeInFile(place: string, isDocument: boolean, language: Language): string {
  const [, table, column, row] = /^(.*)!([A-Z]{1,3})(\d+)$/.exec(place) ?? [];
  if (table === undefined || column === undefined || row === undefined) return place;
  return isDocument ? PLACES[language].ofTable(table, row, String(columnNumber(column))) : PLACES[language].cell(place);
}

/** Why something of a table was read doubtfully. */
export const importDoubtText = ({ code, details }: ImportDoubt, language: Language): string => SENTENCES[language][code](details);
