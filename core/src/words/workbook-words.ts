import type { AboutKey } from '../imports/workbook/layout.ts';
import type { Why, WorkbookRefusalCode } from '../imports/workbook/refusals.ts';
import { refusalText } from './file-words.ts';
import { type Language, PHRASES } from './index.ts';

export interface WorkbookTexts {
  readonly sheets: { readonly items: string; readonly figures: string; readonly about: string };
  /** The sheet on which the values stand that may be chosen. */
  readonly lists: string;
  readonly headings: Readonly<
    Record<
      'code' | 'item' | 'rule' | 'maximum' | 'asked' | 'answer' | 'justification' | 'reason' | 'usedBy' | 'figure' | 'value' | 'source' | 'date' | 'vintage',
      string
    >
  >;
  readonly bySurvey: string;
  readonly onFigures: (names: string) => string;
  readonly when: (when: string, form: string) => string;
  readonly noneOfThem: string;
  readonly form: {
    readonly whole: string;
    readonly number: string;
    readonly from: (minimum: string) => string;
    readonly between: (minimum: string, maximum: string) => string;
    readonly step: (step: string) => string;
    readonly one: string;
    readonly some: string;
    readonly date: string;
    readonly text: (longest: string) => string;
  };
  readonly aboutTitle: string;
  readonly about: Readonly<Record<AboutKey, string>>;
  readonly guidance: readonly string[];
}

/** What stands in a workbook beside what is filled in. */
export const WORKBOOK_TEXTS: Readonly<Record<Language, WorkbookTexts>> = {
  vi: {
    sheets: { items: 'Bảng tự chấm điểm', figures: 'Số liệu', about: 'Hướng dẫn' },
    lists: 'Danh mục',
    headings: {
      code: 'Mã',
      item: 'Tiêu chí',
      rule: 'Cách chấm',
      maximum: 'Điểm tối đa',
      asked: 'Nội dung cần điền',
      answer: 'Trả lời',
      justification: 'Giải trình',
      reason: 'Lý do không phát sinh',
      usedBy: 'Dùng cho tiêu chí',
      figure: 'Số liệu',
      value: 'Giá trị',
      source: 'Nguồn, văn bản báo cáo',
      date: 'Ngày của số liệu',
      vintage: 'Thời điểm, kỳ số liệu',
    },
    bySurvey: 'Điểm do điều tra xã hội học hoặc nguồn khác đem lại; cơ quan không tự khai.',
    onFigures: (names) => `Điền ở trang Số liệu: ${names}`,
    when: (when, form) => `Khi ${when}: ${form}`,
    noneOfThem: 'Không có nội dung nào',
    form: {
      whole: 'Số nguyên',
      number: 'Số',
      from: (minimum) => `từ ${minimum} trở lên`,
      between: (minimum, maximum) => `từ ${minimum} đến ${maximum}`,
      step: (step) => `bội số của ${step}`,
      one: 'Chọn một:',
      some: 'Ghi các nội dung đúng, cách nhau bằng dấu chấm phẩy; không có thì ghi “Không có nội dung nào”:',
      date: 'Ngày/tháng/năm, ví dụ 31/12/2025',
      text: (longest) => `Tối đa ${longest} ký tự`,
    },
    aboutTitle: 'Bảng tính này lập từ đâu (không sửa)',
    about: {
      format: 'Mẫu bảng tính',
      round: 'Kỳ đánh giá',
      body: 'Cơ quan',
      edition: 'Bộ tiêu chí',
      editionHash: 'Mã băm của bộ tiêu chí',
      seq: 'Số thứ tự cập nhật gần nhất',
      madeAt: 'Thời điểm lập',
    },
    guidance: [
      'Chỉ điền các ô tô màu ở trang Bảng tự chấm điểm và trang Số liệu; các ô khác được khóa và không được đọc lại.',
      'Có thể đổi chỗ các dòng, nhưng không chép thành hai và không gộp ô, không ẩn trang, không dùng công thức.',
      'Số thập phân ghi theo thiết lập của phần mềm bảng tính; nếu ghi ở dạng chữ thì theo lối Việt Nam: 1.234,5.',
      'Ngày ghi ở dạng chữ, theo thứ tự ngày/tháng/năm.',
      'Ô đang có nội dung mà bị xóa trống là đề nghị bỏ nội dung đó.',
      'Khi nạp lại, hệ thống cho xem trước mọi thay đổi; chưa có gì được ghi trước khi Ông/Bà đồng ý.',
    ],
  },
  en: {
    sheets: { items: 'Self-assessment', figures: 'Figures', about: 'Guidance' },
    lists: 'Lists',
    headings: {
      code: 'Code',
      item: 'Item',
      rule: 'Rule',
      maximum: 'Maximum',
      asked: 'What is asked',
      answer: 'Answer',
      justification: 'Justification',
      reason: 'Why it does not apply',
      usedBy: 'Used by items',
      figure: 'Figure',
      value: 'Value',
      source: 'Source, report',
      date: 'Date of the figure',
      vintage: 'Period of the figure',
    },
    bySurvey: 'Points come from the survey or another source; the body enters nothing.',
    onFigures: (names) => `Filled in on the sheet Figures: ${names}`,
    when: (when, form) => `Where ${when}: ${form}`,
    noneOfThem: 'None of them',
    form: {
      whole: 'Whole number',
      number: 'Number',
      from: (minimum) => `${minimum} or more`,
      between: (minimum, maximum) => `from ${minimum} to ${maximum}`,
      step: (step) => `a multiple of ${step}`,
      one: 'Choose one:',
      some: 'Write those that hold, with semicolons between them; “None of them” where none does:',
      date: 'Day/month/year, as 31/12/2025',
      text: (longest) => `At most ${longest} characters`,
    },
    aboutTitle: 'What this workbook was made from (leave as it is)',
    about: {
      format: 'Form of the workbook',
      round: 'Round',
      body: 'Body',
      edition: 'Edition of the scheme',
      editionHash: 'Hash of the edition',
      seq: 'Number of the last entry',
      madeAt: 'Made at',
    },
    guidance: [
      'Fill in the coloured cells of the sheets Self-assessment and Figures only; all others are locked and are not read.',
      'Rows may change places, but may not be doubled; merge no cells, hide no sheets, use no formulas.',
      'Write decimals as your spreadsheet takes them; a number that is written as text is read as 1.234,5 or 1,234.5.',
      'Write dates as text: day/month/year.',
      'A cell that held something and was emptied asks for that to be taken away.',
      'When the workbook comes back every change is shown first; nothing is entered before you agree.',
    ],
  },
};

type Details = Readonly<Record<string, string>>;
type Sentence = Readonly<Record<Language, (details: Details) => string>>;

const sentence = (vi: (details: Details) => string, en: (details: Details) => string): Sentence => ({ vi, en });

const REFUSALS: Readonly<Record<WorkbookRefusalCode, Sentence>> = {
  notThisWorkbook: sentence(
    () => 'Tệp này không phải bảng tính tải từ bảng điểm, hoặc trang Hướng dẫn đã bị sửa. Hãy tải lại bảng tính rồi điền vào tệp đó.',
    () => 'This is no workbook of a sheet, or its page of guidance was altered. Download the workbook again and fill that one in.',
  ),
  otherFormat: sentence(
    ({ found, expected }) => `Bảng tính theo mẫu ${found}, hệ thống đọc mẫu ${expected}. Hãy tải bảng tính mới.`,
    ({ found, expected }) => `The workbook has form ${found}; form ${expected} is read. Download it anew.`,
  ),
  otherRound: sentence(
    ({ found, expected }) => `Bảng tính của kỳ đánh giá “${found}”, không phải “${expected}”.`,
    ({ found, expected }) => `The workbook is of the round “${found}”, not “${expected}”.`,
  ),
  otherBody: sentence(
    ({ found, expected }) => `Bảng tính của cơ quan “${found}”, không phải “${expected}”.`,
    ({ found, expected }) => `The workbook is of the body “${found}”, not “${expected}”.`,
  ),
  otherEdition: sentence(
    ({ found, expected }) => `Bảng tính lập theo bộ tiêu chí “${found}”, nay áp dụng “${expected}”. Hãy tải bảng tính mới.`,
    ({ found, expected }) => `The workbook was made from the edition “${found}”; “${expected}” is in force. Download it anew.`,
  ),
  unknownVersion: sentence(
    ({ found }) => `Bảng điểm chưa từng có cập nhật số “${found}”. Hãy tải lại bảng tính.`,
    ({ found }) => `The sheet never had an entry “${found}”. Download the workbook again.`,
  ),
  hiddenSheet: sentence(
    () => 'Trang tính bị ẩn. Hãy bỏ ẩn hoặc xóa trang này rồi nạp lại.',
    () => 'The sheet is hidden. Show or remove it, then load again.',
  ),
  mergedCells: sentence(
    () => 'Các ô bị gộp nên không rõ giá trị của từng ô. Hãy bỏ gộp rồi nạp lại.',
    () => 'Cells are merged: which says what cannot be told. Unmerge them, then load again.',
  ),
  sheetTwice: sentence(
    () => 'Trang này được chép thành hai; không rõ trang nào đúng. Hãy giữ lại một trang.',
    () => 'The sheet is there twice; which one counts cannot be told. Keep one.',
  ),
  sheetMissing: sentence(
    ({ sheet }) => `Thiếu trang tính có dấu “${sheet}” ở ô A1. Hãy tải lại bảng tính.`,
    ({ sheet }) => `The sheet marked “${sheet}” in A1 is missing. Download the workbook again.`,
  ),
  columnMissing: sentence(
    ({ column }) => `Thiếu cột “${column}” (tên cột ở dòng ẩn đầu trang). Hãy tải lại bảng tính.`,
    ({ column }) => `The column “${column}” (named in the hidden first row) is missing. Download the workbook again.`,
  ),
  tooManyRows: sentence(
    ({ limit }) => `Trang tính có nội dung quá dòng ${limit}; không tệp nào của hệ thống dài như vậy.`,
    ({ limit }) => `The sheet goes on beyond row ${limit}; no workbook of a sheet is that long.`,
  ),
  tooManyColumns: sentence(
    ({ limit }) => `Trang tính có nội dung quá cột thứ ${limit}.`,
    ({ limit }) => `The sheet goes on beyond column ${limit}.`,
  ),
  tooMuchText: sentence(
    ({ limit }) => `Bảng tính chứa quá ${limit} ký tự.`,
    ({ limit }) => `The workbook holds more than ${limit} characters.`,
  ),
  rowUnnamed: sentence(
    () => 'Dòng này không có mã ẩn ở cột A nên không rõ là của tiêu chí nào. Hãy điền vào dòng có sẵn.',
    () => 'The row has no hidden name in column A: whose it is cannot be told. Fill in the rows that are there.',
  ),
  rowUnknown: sentence(
    ({ found }) => `Bộ tiêu chí không có dòng “${found}”.`,
    ({ found }) => `The edition has no row “${found}”.`,
  ),
  rowTwice: sentence(
    ({ row }) => `Dòng này được chép từ dòng ${row}; không rõ dòng nào đúng. Chỉ dòng ${row} được đọc.`,
    ({ row }) => `The row is a copy of row ${row}; only row ${row} is read.`,
  ),
  notAsked: sentence(
    () => 'Ô này không nhận nội dung: tiêu chí không hỏi, hoặc điền ở dòng đầu của tiêu chí.',
    () => 'This cell takes nothing: the item does not ask for it, or it belongs into the item’s first row.',
  ),
  formula: sentence(
    () => 'Ô chứa công thức. Hãy ghi giá trị (dán dạng giá trị).',
    () => 'The cell holds a formula. Enter the value (paste as value).',
  ),
  errorValue: sentence(
    ({ found }) => `Ô đang báo lỗi “${found}”.`,
    ({ found }) => `The cell shows the error “${found}”.`,
  ),
  wrongKind: sentence(
    ({ found }) => `Giá trị “${found}” không đúng loại của ô này.`,
    ({ found }) => `“${found}” is of the wrong kind for this cell.`,
  ),
  dateForNumber: sentence(
    () => 'Phần mềm bảng tính đã đổi số này thành ngày. Hãy đặt lại định dạng ô và ghi lại số.',
    () => 'The spreadsheet turned the number into a date. Reset the format of the cell and enter the number again.',
  ),
  percentForNumber: sentence(
    () => 'Ô có định dạng phần trăm; không rõ 95% là 95 hay 0,95. Hãy đặt lại định dạng ô và ghi số.',
    () => 'The cell is formatted as a percentage; whether 95% is 95 or 0.95 cannot be told. Reset the format and enter the number.',
  ),
  numberForDate: sentence(
    ({ found }) => `Phần mềm bảng tính đã đổi ngày thành số ${found}, có thể đã đảo ngày và tháng. Hãy ghi ngày ở dạng chữ: ngày/tháng/năm.`,
    ({ found }) => `The spreadsheet turned the date into the number ${found}, and may have swapped day and month. Write it as text: day/month/year.`,
  ),
  dateForText: sentence(
    () => 'Phần mềm bảng tính đã đổi nội dung này thành ngày hoặc phần trăm. Hãy ghi lại ở dạng chữ.',
    () => 'The spreadsheet turned the text into a date or percentage. Write it as text.',
  ),
  notExact: sentence(
    ({ found }) => `Số ${found} có nhiều chữ số hơn phần mềm bảng tính giữ được (15). Hãy làm tròn hoặc ghi ở dạng chữ.`,
    ({ found }) => `The number ${found} has more digits than a spreadsheet keeps (15). Round it, or write it as text.`,
  ),
  twoReadings: sentence(
    ({ found, first, second }) => `“${found}” có thể là ${first} hoặc ${second}. Hãy ghi lại để chỉ còn một cách đọc.`,
    ({ found, first, second }) => `“${found}” may be ${first} or ${second}. Write it so that it can be read in one way.`,
  ),
  unknownChoice: sentence(
    ({ found, expected }) => `“${found}” không có trong danh sách: ${expected}.`,
    ({ found, expected }) => `“${found}” is not on the list: ${expected}.`,
  ),
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
      return phrases.fault[reason.fault.code](reason.fault.details);
    case 'file':
      return refusalText(reason.reason, language);
    default:
      return REFUSALS[reason.code][language](reason.details);
  }
}
