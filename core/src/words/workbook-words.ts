import type { RefusalCode } from '../evidence/file-codes.ts';
import { ITEM_MARKS, SHEET_MARKS } from '../imports/workbook/marks.ts';
import type { Why, WorkbookRefusalCode } from '../imports/workbook/refusals.ts';
import { fieldFaultText } from './field-names.ts';
import { refusalText } from './file-words.ts';
import { type Language, PHRASES } from './index.ts';
import { ITEM_WORKBOOK_TEXTS } from './item-workbook-words.ts';
import { type Names, type Sentences, texts } from './texts.ts';

/** What stands in a workbook beside what is filled in. */
export const WORKBOOK_TEXTS = texts({
  sheets: {
    items: { vi: 'Bảng tự chấm điểm', en: 'Self-assessment' },
    figures: { vi: 'Số liệu', en: 'Figures' },
    about: { vi: 'Hướng dẫn', en: 'Guidance' },
  },
  titles: {
    items: { vi: 'BẢNG TỰ ĐÁNH GIÁ, CHẤM ĐIỂM', en: 'SELF-ASSESSMENT' },
    figures: { vi: 'SỐ LIỆU DÙNG ĐỂ CHẤM ĐIỂM', en: 'FIGURES' },
  },
  /** The sheet on which the values stand that may be chosen. */
  lists: { vi: 'Danh mục', en: 'Lists' },
  headings: {
    code: { vi: 'STT', en: 'No.' },
    item: { vi: 'Tiêu chí', en: 'Item' },
    rule: { vi: 'Cách chấm', en: 'Rule' },
    maximum: { vi: 'Điểm tối đa', en: 'Maximum' },
    asked: { vi: 'Nội dung cần điền', en: 'What is asked' },
    answer: { vi: 'Nội dung tự chấm', en: 'Answer' },
    justification: { vi: 'Giải trình', en: 'Justification' },
    reason: { vi: 'Lý do không phát sinh', en: 'Why it does not apply' },
    usedBy: { vi: 'Dùng cho tiêu chí', en: 'Used by items' },
    figure: { vi: 'Số liệu', en: 'Figure' },
    value: { vi: 'Giá trị', en: 'Value' },
    source: { vi: 'Nguồn, văn bản báo cáo', en: 'Source, report' },
    date: { vi: 'Ngày của số liệu', en: 'Date of the figure' },
    vintage: { vi: 'Thời điểm, kỳ số liệu', en: 'Period of the figure' },
  },
  bySurvey: {
    vi: 'Chấm qua điều tra xã hội học hoặc số liệu thống kê; cơ quan không tự chấm.',
    en: 'Points come from the survey or another source; the body enters nothing.',
  },
  onFigures: { vi: (names: string) => `Điền ở trang Số liệu: ${names}`, en: (names: string) => `Filled in on the sheet Figures: ${names}` },
  when: { vi: (when: string, form: string) => `Khi ${when}: ${form}`, en: (when: string, form: string) => `Where ${when}: ${form}` },
  form: {
    whole: { vi: 'Số nguyên', en: 'Whole number' },
    number: { vi: 'Số', en: 'Number' },
    from: { vi: (minimum: string) => `từ ${minimum} trở lên`, en: (minimum: string) => `${minimum} or more` },
    between: {
      vi: (minimum: string, maximum: string) => `từ ${minimum} đến ${maximum}`,
      en: (minimum: string, maximum: string) => `from ${minimum} to ${maximum}`,
    },
    step: { vi: (step: string) => `bội số của ${step}`, en: (step: string) => `a multiple of ${step}` },
    one: { vi: 'Chọn một:', en: 'Choose one:' },
    some: {
      vi: 'Ghi các nội dung đúng, cách nhau bằng dấu chấm phẩy; không có thì ghi “Không có nội dung nào”:',
      en: 'Write those that hold, with semicolons between them; “None of them” where none does:',
    },
    date: { vi: 'Ngày/tháng/năm, ví dụ 31/12/2025', en: 'Day/month/year, as 31/12/2025' },
    text: { vi: (longest: string) => `Tối đa ${longest} ký tự`, en: (longest: string) => `At most ${longest} characters` },
  },
  aboutTitle: { vi: 'Thông tin về bảng tính (không sửa)', en: 'About this workbook (leave as it is)' },
  aboutValue: { vi: 'Nội dung', en: 'Value' },
  about: {
    format: { vi: 'Mẫu bảng tính', en: 'Form of the workbook' },
    round: { vi: 'Kỳ đánh giá', en: 'Round' },
    body: { vi: 'Cơ quan', en: 'Body' },
    edition: { vi: 'Bộ tiêu chí', en: 'Edition of the scheme' },
    editionHash: { vi: 'Mã kiểm tra toàn vẹn của bộ tiêu chí', en: 'Hash of the edition' },
    seq: { vi: 'Phiên bản số liệu', en: 'Version of the figures' },
    madeAt: { vi: 'Thời điểm lập', en: 'Made at' },
  },
  guidance: {
    vi: [
      'Chỉ điền các ô tô màu ở trang Bảng tự chấm điểm và trang Số liệu; các ô khác được khóa và không được đọc lại.',
      'Có thể đổi chỗ các dòng, nhưng không nhân đôi dòng, không gộp ô, không ẩn trang, không dùng công thức.',
      'Số thập phân ghi theo thiết lập của phần mềm bảng tính; nếu ghi ở dạng chữ thì theo lối Việt Nam: 1.234,5.',
      'Ngày ghi ở dạng chữ, theo thứ tự ngày/tháng/năm.',
      'Ô đang có nội dung mà bị xóa trống là đề nghị bỏ nội dung đó.',
      'Khi nạp lại, hệ thống cho xem trước mọi thay đổi; chưa có gì được ghi trước khi Ông/Bà đồng ý.',
    ],
    en: [
      'Fill in the coloured cells of the sheets Self-assessment and Figures only; all others are locked and are not read.',
      'Rows may change places, but may not be doubled; merge no cells, hide no sheets, use no formulas.',
      'Write decimals as your spreadsheet takes them; a number that is written as text is read as 1.234,5 or 1,234.5.',
      'Write dates as text: day/month/year.',
      'A cell that held something and was emptied asks for that to be taken away.',
      'When the workbook comes back every change is shown first; nothing is entered before you agree.',
    ],
  },
});

export type WorkbookTexts = (typeof WORKBOOK_TEXTS)['vi'];

/** What people call a sheet of the workbook that is known by its mark. */
const sheetName = (mark: string | undefined, language: Language): string => {
  const { sheets } = WORKBOOK_TEXTS[language];
  if (mark === ITEM_MARKS.bodies) return ITEM_WORKBOOK_TEXTS[language].sheet;
  return mark === SHEET_MARKS.figures ? sheets.figures : mark === SHEET_MARKS.items ? sheets.items : sheets.about;
};

/** What stands above a column that is known by its name in the hidden row; the first differs between the sheets. */
const headingOf = (mark: string | undefined, column: string | undefined, language: Language): string => {
  const { headings } = WORKBOOK_TEXTS[language];
  if (column === 'answer') return mark === SHEET_MARKS.figures ? headings.value : headings.answer;
  return Object.hasOwn(headings, column ?? '') ? headings[column as keyof typeof headings] : String(column);
};

const REFUSALS = texts<Sentences<WorkbookRefusalCode>>({
  notThisWorkbook: {
    vi: () => 'Tệp này không phải bảng tính được tải từ trang này, hoặc trang Hướng dẫn của tệp đã bị sửa. Hãy tải lại bảng tính rồi điền vào tệp đó.',
    en: () => 'This workbook was not downloaded from this page, or its page of guidance was altered. Download it again and fill that one in.',
  },
  otherFormat: {
    vi: ({ found, expected }) => `Bảng tính theo mẫu phiên bản ${found}, hệ thống đọc mẫu phiên bản ${expected}. Hãy tải bảng tính mới.`,
    en: ({ found, expected }) => `The workbook has form ${found}; form ${expected} is read. Download it anew.`,
  },
  otherRound: {
    vi: ({ found, expected }) => `Bảng tính của một kỳ đánh giá khác (“${found}”), không phải kỳ đánh giá này (“${expected}”).`,
    en: ({ found, expected }) => `The workbook is of another round (“${found}”), not of this one (“${expected}”).`,
  },
  otherBody: {
    vi: ({ found, expected }) => `Bảng tính của cơ quan “${found}”, không phải “${expected}”.`,
    en: ({ found, expected }) => `The workbook is of the body “${found}”, not “${expected}”.`,
  },
  otherItem: {
    vi: ({ found, expected }) => `Bảng tính của tiêu chí “${found}”, không phải “${expected}”.`,
    en: ({ found, expected }) => `The workbook is of the item “${found}”, not “${expected}”.`,
  },
  otherEdition: {
    vi: ({ found, expected }) => `Bảng tính lập theo bộ tiêu chí “${found}”, nay áp dụng “${expected}”. Hãy tải bảng tính mới.`,
    en: ({ found, expected }) => `The workbook was made from the edition “${found}”; “${expected}” is in force. Download it anew.`,
  },
  editionChanged: {
    vi: ({ expected }) => `Bảng tính lập theo bản cũ của bộ tiêu chí “${expected}”. Hãy tải bảng tính mới.`,
    en: ({ expected }) => `The workbook was made from an older text of the edition “${expected}”. Download it anew.`,
  },
  unknownVersion: {
    vi: ({ found }) => `Bảng chấm điểm chưa từng có cập nhật số “${found}”. Hãy tải lại bảng tính.`,
    en: ({ found }) => `The sheet never had an entry “${found}”. Download the workbook again.`,
  },
  hiddenSheet: {
    vi: () => 'Trang tính bị ẩn. Hãy bỏ ẩn hoặc xóa trang này rồi nạp lại.',
    en: () => 'The sheet is hidden. Show or remove it, then load again.',
  },
  mergedCells: {
    vi: () => 'Các ô bị gộp nên không rõ giá trị của từng ô. Hãy bỏ gộp rồi nạp lại.',
    en: () => 'Cells are merged: which says what cannot be told. Unmerge them, then load again.',
  },
  sheetTwice: {
    vi: () => 'Trang này bị nhân đôi; không rõ trang nào đúng. Hãy giữ lại một trang.',
    en: () => 'The sheet is there twice; which one counts cannot be told. Keep one.',
  },
  sheetMissing: {
    vi: ({ sheet }) => `Thiếu trang tính “${sheetName(sheet, 'vi')}”, hoặc ô ẩn A1 của trang đã bị xóa. Hãy tải lại bảng tính.`,
    en: ({ sheet }) => `The sheet “${sheetName(sheet, 'en')}” is missing, or its hidden cell A1 was emptied. Download the workbook again.`,
  },
  columnMissing: {
    vi: ({ sheet, column }) => `Thiếu cột “${headingOf(sheet, column, 'vi')}”, hoặc dòng ẩn đầu trang đã bị sửa. Hãy tải lại bảng tính.`,
    en: ({ sheet, column }) => `The column “${headingOf(sheet, column, 'en')}” is missing, or the hidden first row was altered. Download the workbook again.`,
  },
  tooManyRows: {
    vi: ({ limit }) => `Trang tính có nội dung quá dòng ${limit}; không tệp nào của hệ thống dài như vậy.`,
    en: ({ limit }) => `The sheet goes on beyond row ${limit}; no workbook of a sheet is that long.`,
  },
  tooManyColumns: { vi: ({ limit }) => `Trang tính có nội dung quá cột thứ ${limit}.`, en: ({ limit }) => `The sheet goes on beyond column ${limit}.` },
  tooMuchText: { vi: ({ limit }) => `Bảng tính chứa quá ${limit} ký tự.`, en: ({ limit }) => `The workbook holds more than ${limit} characters.` },
  rowUnnamed: {
    vi: () => 'Dòng này không có mã ẩn ở cột A nên không rõ là của tiêu chí nào. Hãy điền vào dòng có sẵn.',
    en: () => 'The row has no hidden name in column A: whose it is cannot be told. Fill in the rows that are there.',
  },
  rowUnknown: {
    vi: () => 'Dòng này không có trong bộ tiêu chí, không thuộc phần được giao, hoặc ô ẩn ở cột A đã bị sửa. Hãy tải lại bảng tính.',
    en: () => 'The row is not in the edition, not in what is assigned, or its hidden cell in column A was altered. Download the workbook again.',
  },
  bodyUnknown: {
    vi: () => 'Dòng này không phải của cơ quan tham gia kỳ đánh giá, hoặc ô ẩn ở đầu dòng đã bị sửa. Hãy tải lại bảng tính.',
    en: () => 'The row is of no body of this round, or its hidden cells were altered. Download the workbook again.',
  },
  conclusionMissing: {
    vi: () => 'Chưa chọn kết luận cho cơ quan này. Hãy chọn kết luận hoặc xóa trống các ô đã điền của dòng.',
    en: () => 'No conclusion is chosen for this body. Choose one, or empty the cells of the row.',
  },
  conclusionElse: {
    vi: ({ expected }) => `Ô này chỉ được điền khi kết luận là “${expected}”.`,
    en: ({ expected }) => `This cell is filled in only where the conclusion is “${expected}”.`,
  },
  nothingChanged: {
    vi: () => 'Kết luận là thay đổi nhưng không có số liệu, nội dung nào khác với nội dung hiện có.',
    en: () => 'The conclusion is a change, and nothing is other than it stands.',
  },
  noOfficialFigure: {
    vi: () => 'Cơ quan này không có số liệu chính thức nào khác với số liệu hiện có.',
    en: () => 'This body has no official figure that differs from what stands.',
  },
  rowTwice: {
    vi: ({ row }) => `Dòng này được chép từ dòng ${row}; không rõ dòng nào đúng. Chỉ dòng ${row} được đọc.`,
    en: ({ row }) => `The row is a copy of row ${row}; only row ${row} is read.`,
  },
  notAsked: {
    vi: () => 'Ô này không nhận nội dung: tiêu chí không hỏi, hoặc điền ở dòng đầu của tiêu chí.',
    en: () => 'This cell takes nothing: the item does not ask for it, or it belongs into the item’s first row.',
  },
  formula: { vi: () => 'Ô chứa công thức. Hãy ghi giá trị (dán dạng giá trị).', en: () => 'The cell holds a formula. Enter the value (paste as value).' },
  errorValue: { vi: ({ found }) => `Ô đang báo lỗi “${found}”.`, en: ({ found }) => `The cell shows the error “${found}”.` },
  wrongKind: { vi: ({ found }) => `Giá trị “${found}” không đúng loại của ô này.`, en: ({ found }) => `“${found}” is of the wrong kind for this cell.` },
  dateForNumber: {
    vi: () => 'Phần mềm bảng tính đã đổi số này thành ngày. Hãy đặt lại định dạng ô và ghi lại số.',
    en: () => 'The spreadsheet turned the number into a date. Reset the format of the cell and enter the number again.',
  },
  percentForNumber: {
    vi: () => 'Ô có định dạng phần trăm; không rõ 95% là 95 hay 0,95. Hãy đặt lại định dạng ô và ghi số.',
    en: () => 'The cell is formatted as a percentage; whether 95% is 95 or 0.95 cannot be told. Reset the format and enter the number.',
  },
  numberForDate: {
    vi: ({ found }) => `Phần mềm bảng tính đã đổi ngày thành số ${found}, có thể đã đảo ngày và tháng. Hãy ghi ngày ở dạng chữ: ngày/tháng/năm.`,
    en: ({ found }) => `The spreadsheet turned the date into the number ${found}, and may have swapped day and month. Write it as text: day/month/year.`,
  },
  dateForText: {
    vi: () => 'Phần mềm bảng tính đã đổi nội dung này thành ngày hoặc phần trăm. Hãy ghi lại ở dạng chữ.',
    en: () => 'The spreadsheet turned the text into a date or percentage. Write it as text.',
  },
  notExact: {
    vi: ({ found }) => `Số ${found} có nhiều chữ số hơn phần mềm bảng tính giữ được (15). Hãy làm tròn hoặc ghi ở dạng chữ.`,
    en: ({ found }) => `The number ${found} has more digits than a spreadsheet keeps (15). Round it, or write it as text.`,
  },
  twoReadings: {
    vi: ({ found, first, second }) => `“${found}” có thể là ${first} hoặc ${second}. Hãy ghi lại để chỉ còn một cách đọc.`,
    en: ({ found, first, second }) => `“${found}” may be ${first} or ${second}. Write it so that it can be read in one way.`,
  },
  unknownChoice: {
    vi: ({ found, expected }) => `“${found}” không có trong danh sách: ${expected}.`,
    en: ({ found, expected }) => `“${found}” is not on the list: ${expected}.`,
  },
});

/** Why a file is no workbook at all: what to do about it is another matter than with evidence. */
const NO_WORKBOOK: Partial<Names<RefusalCode>> = {
  unknownKind: { vi: 'Tệp này không phải bảng tính XLSX. Hãy nạp tệp ở dạng XLSX.', en: 'This is no XLSX workbook. Load one.' },
  otherOffice: {
    vi: 'Tệp ở định dạng cũ (XLS) hoặc định dạng khác, không phải XLSX. Hãy mở tệp và chọn Lưu thành (Save As) dưới dạng XLSX.',
    en: 'The file is of an old format (XLS) or another one. Open it and save it as XLSX.',
  },
  passwordNeeded: {
    vi: 'Tệp được bảo vệ bằng mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi nạp lại.',
    en: 'The file is protected by a password and cannot be read. Remove the password and load it again.',
  },
  macros: {
    vi: 'Tệp có chứa macro nên không được nhận. Hãy lưu lại dưới dạng XLSX không có macro rồi nạp lại.',
    en: 'The file holds macros and is not taken. Save it as XLSX without macros and load it again.',
  },
};

/** Why a workbook, or a cell of it, is not taken, in a sentence. */
export function whyText(reason: Why, language: Language): string {
  const phrases = PHRASES[language];
  switch (reason.code) {
    case 'typedNumber':
      return phrases.typedNumber[reason.reason];
    case 'typedDate':
      return phrases.typedDate[reason.reason];
    case 'rule':
      return fieldFaultText(reason.fault, language);
    case 'file':
      return NO_WORKBOOK[reason.reason]?.[language] ?? refusalText(reason.reason, language);
    default:
      return REFUSALS[language][reason.code](reason.details);
  }
}
