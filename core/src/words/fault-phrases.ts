import type { DateRefusal } from '../quantity/typed-date.ts';
import type { NumberRefusal } from '../quantity/typed-number.ts';
import type { FaultCode } from '../reading/faults.ts';
import type { UnreadableCode } from '../reading/raw.ts';
import type { ItemState } from '../scoring/result.ts';
import { detailTexts } from './fault-details.ts';
import { type Language, quote } from './language.ts';
import { ITEM_STATE_NAMES } from './states.ts';
import { deadlineText } from './step-times.ts';
import { type Details, type Names, type Sentences, texts } from './texts.ts';

/** A state as it is called, and as files write it. */
const stateInFiles = (state: ItemState) => `${ITEM_STATE_NAMES.vi[state].toLocaleLowerCase('vi')} (${state})`;

/** Bounds as an office writes them: "(cần: ≥ 0)" as ", phải từ 0 trở lên". */
const inWords = (wanted: string): string =>
  wanted
    .replace(/^ \(cần: ≥ (.+)\)$/u, ', phải từ $1 trở lên')
    .replace(/^ \(cần: ≤ (.+)\)$/u, ', phải từ $1 trở xuống')
    .replace(/^ \(cần: ([^…,]+)…([^…,]+)\)$/u, ', phải từ $1 đến $2')
    .replace(/^ \(cần: 0, 1, 2, …\)$/u, ', phải là số nguyên từ 0 trở lên');

const vi = detailTexts({
  /** Those that are written in files stand beside in parentheses. */
  known: {
    object: 'nhóm mục',
    list: 'danh sách',
    text: 'chuỗi ký tự',
    number: 'số',
    null: 'giá trị trống (null)',
    'true | false': 'true hoặc false',
    'yyyy-mm-dd': 'ngày có thật, viết dạng năm-tháng-ngày như 2025-12-31',
    'yyyy-mm-ddThh:mm:ssZ': 'ngày, giờ có thật',
    UUID: 'mã do hệ thống cấp',
    '[figure, figure]': 'danh sách gồm đúng hai mã số liệu',
    count: 'số đếm (count)',
    amount: 'số lượng (amount)',
    date: 'ngày (date)',
    yesNo: 'có/không (yesNo)',
    scored: stateInFiles('scored'),
    notAnswered: stateInFiles('notAnswered'),
    notApplicable: stateInFiles('notApplicable'),
    notAccepted: stateInFiles('notAccepted'),
  },
  or: 'hoặc',
  wanted: (what) => ` (cần: ${what})`,
  form: (expression) => `đúng mẫu ${expression}`,
  quote,
});
const en = detailTexts({
  /** Those that do not explain themselves. */
  known: {
    'yyyy-mm-dd': 'a date of the calendar as yyyy-mm-dd',
    'yyyy-mm-ddThh:mm:ssZ': 'a date and time of the calendar',
    UUID: 'an id that the system made',
    '[figure, figure]': 'a list of two figures',
  },
  or: 'or',
  wanted: (what) => ` (wanted: ${what})`,
  form: (expression) => `of the form ${expression}`,
  quote,
});

const MOMENT = /^(> )?(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))$/;

/** What was found and what it must come after, where these are moments, as deadlines are said. */
function momentsOf({ found, expected }: Details, language: Language): { readonly found: string | undefined; readonly after: string | undefined } {
  const inWords = (text: string | undefined, sign: string | undefined): string | undefined => {
    const [, before, moment] = MOMENT.exec(text ?? '') ?? [];
    return moment === undefined || before !== sign || Number.isNaN(Date.parse(moment)) ? undefined : deadlineText(moment, language);
  };
  return { found: inWords(found, undefined), after: inWords(expected, '> ') };
}

/** What is wrong with a document, as a sentence. */
export const FAULT_PHRASES = texts<Sentences<FaultCode>>({
  missingKey: { vi: (details) => `Thiếu mục${vi.key(details)}.`, en: (details) => `The key${en.key(details)} is missing.` },
  unknownKey: {
    vi: (details) => `Mục${vi.key(details)} không thuộc định dạng tệp.`,
    en: (details) => `The key${en.key(details)} is no part of the file format.`,
  },
  doubledKey: { vi: () => 'Mục này được ghi hai lần.', en: () => 'The key is written twice.' },
  wrongType: {
    vi: (details) => `Sai loại dữ liệu${vi.foundKind(details)}${vi.expected(details)}.`,
    en: (details) => `Wrong kind of value${en.foundKind(details)}${en.expected(details)}.`,
  },
  emptyText: { vi: () => 'Nội dung bắt buộc bị để trống.', en: () => 'A text that is needed is blank.' },
  textTooLong: {
    vi: ({ found: length, expected: most }) =>
      `Nội dung quá dài${length === undefined ? '' : ` (${length} ký tự)`}${most === undefined ? '' : `, tối đa ${most} ký tự`}.`,
    en: ({ found: length, expected: most }) =>
      `The text is too long${length === undefined ? '' : ` (${length} characters)`}${most === undefined ? '' : `, at most ${most}`}.`,
  },
  badCharacter: { vi: () => 'Nội dung có ký tự điều khiển không được phép.', en: () => 'The text has a control character that is not allowed.' },
  notANumber: { vi: (details) => `Không phải số đúng định dạng${vi.found(details)}.`, en: (details) => `Not a number of the right form${en.found(details)}.` },
  tooManyPlaces: {
    vi: (details) => `Quá nhiều chữ số thập phân${vi.found(details)}${details['expected'] === undefined ? '' : ` (tối đa ${details['expected']})`}.`,
    en: (details) => `Too many decimal places${en.found(details)}${details['expected'] === undefined ? '' : ` (at most ${details['expected']})`}.`,
  },
  outOfRange: {
    vi: (details) => {
      const { found, after } = momentsOf(details, 'vi');
      if (found !== undefined && after !== undefined) return `Thời điểm ${quote(found)} phải muộn hơn mốc ${quote(after)}.`;
      return `Giá trị${vi.found({ ...details, ...(found === undefined ? {} : { found }) })} ngoài phạm vi cho phép${inWords(vi.expected(details))}.`;
    },
    en: (details) => {
      const { found, after } = momentsOf(details, 'en');
      if (found !== undefined && after !== undefined) return `The time ${quote(found)} must be later than ${quote(after)}.`;
      return `Out of range${en.found({ ...details, ...(found === undefined ? {} : { found }) })}${en.expected(details)}.`;
    },
  },
  unknownValue: {
    vi: (details) => `Giá trị${vi.found(details)} không có trong danh mục${vi.expectedValues(details)}.`,
    en: (details) => `The value${en.found(details)} is not on the list${en.expectedValues(details)}.`,
  },
  duplicateId: { vi: (details) => `Mã${vi.found(details)} bị trùng.`, en: (details) => `The id${en.found(details)} stands twice.` },
  unknownId: { vi: (details) => `Mã${vi.found(details)} chưa được khai báo.`, en: (details) => `The id${en.found(details)} is not declared.` },
  notAllowedHere: {
    vi: (details) => `Không được đặt ở đây${vi.found(details)}${vi.key(details)}.`,
    en: (details) => `Not allowed here${en.found(details)}${en.key(details)}.`,
  },
  badExpression: {
    vi: (details) => `Biểu thức không đọc được hoặc không đúng loại${vi.found(details)}.`,
    en: (details) => `The expression cannot be read, or its kinds do not fit${en.found(details)}.`,
  },
  cycle: {
    vi: (details) => `Các mục tham chiếu vòng lẫn nhau${vi.found(details)}.`,
    en: (details) => `Items refer to each other in a circle${en.found(details)}.`,
  },
  bandsOrder: {
    vi: () => 'Các bậc điểm không theo thứ tự giảm dần, chồng lên nhau hoặc có bậc không bao giờ đạt được.',
    en: () => 'Bands are out of falling order, overlap, or can never be reached.',
  },
  classesOrder: {
    vi: (details) => `Các nhóm xếp loại không theo thứ tự giảm dần${vi.found(details)}.`,
    en: (details) => `Classes are out of falling order${en.found(details)}.`,
  },
  doesNotAddUp: {
    vi: (details) => `Điểm tối đa${vi.found(details)} không bằng tổng các phần${details['expected'] === undefined ? '' : `: tổng là ${details['expected']}`}.`,
    en: (details) =>
      `The maximum${en.found(details)} is not the sum of its parts${details['expected'] === undefined ? '' : `, which is ${details['expected']}`}.`,
  },
  answerNotTaken: {
    vi: (details) => `Cách tính điểm của tiêu chí không dùng nội dung${vi.key(details)}.`,
    en: (details) => `The item’s rule does not take${en.key(details)}.`,
  },
  notApplicableRefused: {
    vi: () => 'Bộ tiêu chí không cho phép đề nghị không đánh giá (không phát sinh) ở tiêu chí này.',
    en: () => 'The scheme lets no body ask for this item not to be assessed (nothing arose).',
  },
  overWhole: { vi: () => 'Tử số lớn hơn mẫu số.', en: () => 'The numerator is greater than the denominator.' },
  divisionByZero: { vi: () => 'Phép tính chia cho 0.', en: () => 'A division by zero.' },
  caseFails: {
    vi: (details) => `Ví dụ kiểm tra không đúng: cần ${vi.told(details['expected'])}, tính được ${vi.told(details['found'])}.`,
    en: (details) => `The case fails: expected ${en.told(details['expected'])}, computed ${en.told(details['found'])}.`,
  },
  notInText: { vi: (details) => `Đoạn${vi.found(details)} không có trong nội dung.`, en: (details) => `The text does not hold${en.found(details)}.` },
  optionWithoutWeight: {
    vi: (details) => `Phương án${vi.found(details)} không ứng với phương án có trọng số nào của câu hỏi trong bộ tiêu chí.`,
    en: (details) => `The option${en.found(details)} answers to no option with a weight of the edition’s question.`,
  },
  questionNotFed: {
    vi: (details) => `Không có phiếu nào của nhóm đối tượng hỏi câu${vi.found(details)} mà cách tính điểm cần.`,
    en: (details) => `No questionnaire of a group asks${en.found(details)}, which a rule needs.`,
  },
  questionStranded: {
    vi: (details) => `Câu hỏi${vi.found(details)} không bao giờ được hỏi: các điều kiện của câu không thể cùng đúng.`,
    en: (details) => `The question${en.found(details)} can never be asked: its conditions exclude each other.`,
  },
});

/** Why a file cannot be read, to follow a colon. */
export const UNREADABLE_PHRASES = texts<Names<UnreadableCode>>({
  empty: { vi: 'tệp không có nội dung', en: 'nothing in it' },
  unexpectedEnd: { vi: 'nội dung bị cắt ngang, chưa kết thúc', en: 'it ends before it is complete' },
  notJson: { vi: 'không phải JSON hợp lệ', en: 'not valid JSON' },
  notYaml: { vi: 'không phải YAML hợp lệ', en: 'not valid YAML' },
  notCsv: { vi: 'không phải CSV hợp lệ', en: 'not valid CSV' },
  tooDeep: { vi: 'các mục lồng nhau quá sâu', en: 'nested too deeply' },
  longKey: { vi: 'có khóa dài quá 20.000 ký tự', en: 'a key longer than 20,000 characters' },
  tooManyValues: { vi: 'có quá nhiều giá trị', en: 'too many values' },
  halfCharacter: { vi: 'có ký tự bị cắt đôi, không ghi được bằng UTF-8', en: 'a text holds half a character (a lone surrogate)' },
  tooManyMarks: { vi: 'có một chữ mang quá nhiều dấu (hơn 30)', en: 'a letter carries too many marks (over 30)' },
  aliases: { vi: 'không nhận neo và bí danh của YAML (&, *)', en: 'anchors and aliases are not taken' },
  tags: { vi: 'không nhận thẻ kiểu của YAML (!)', en: 'tags are not taken' },
  severalDocuments: { vi: 'tệp chứa nhiều hơn một tài liệu YAML', en: 'more than one document in the file' },
  oddKey: { vi: 'tên mục không phải là chuỗi ký tự', en: 'a key is not a plain text' },
});

/** Why what was typed into a field is no number, and how to write it. */
export const TYPED_NUMBER_PHRASES = texts<Names<NumberRefusal>>({
  notDigits: { vi: 'Chỉ nhập chữ số, dấu chấm và dấu phẩy, ví dụ 1.234,56.', en: 'Write digits, points and commas only, such as 1,234.56.' },
  percent: { vi: 'Chỉ nhập số, không nhập dấu %.', en: 'Write the number alone, without the % sign.' },
  strayMark: {
    vi: 'Dấu chấm hoặc dấu phẩy không đứng giữa hai chữ số; ví dụ ghi 0,5 thay cho ,5.',
    en: 'A point or comma does not stand between two digits; write 0.5, not .5.',
  },
  leadingZero: { vi: 'Thừa số 0 ở đầu; ví dụ ghi 5,5 thay cho 05,5.', en: 'There is a zero too many in front; write 5.5, not 05.5.' },
  twoDecimalMarks: { vi: 'Có nhiều hơn một dấu thập phân.', en: 'There is more than one decimal mark.' },
  wrongGroups: { vi: 'Các nhóm chữ số không đủ ba chữ số một nhóm; ví dụ 12.345.678.', en: 'The digits are not in groups of three, as in 12,345,678.' },
  notWhole: { vi: 'Số liệu này là số nguyên, không ghi phần thập phân.', en: 'This figure is a whole number, written without decimals.' },
  tooManyDigits: { vi: 'Số quá lớn: phần nguyên có tối đa 12 chữ số.', en: 'The number is too large: at most 12 digits before the decimal mark.' },
  tooManyPlaces: { vi: 'Phần thập phân có tối đa 12 chữ số.', en: 'At most 12 digits after the decimal mark.' },
});

/** The same of a date. */
export const TYPED_DATE_PHRASES = texts<Names<DateRefusal>>({
  notADate: {
    vi: 'Không phải ngày đúng mẫu; ghi ngày/tháng/năm, ví dụ 31/12/2025.',
    en: 'Not a date of the right form; write day/month/year, such as 31/12/2025.',
  },
  shortYear: { vi: 'Ghi năm đủ bốn chữ số, ví dụ 31/12/2025.', en: 'Write the year with four digits, as in 31/12/2025.' },
  noSuchMonth: { vi: 'Không có tháng này; ghi theo thứ tự ngày/tháng/năm.', en: 'There is no such month; the order is day/month/year.' },
  noSuchDay: { vi: 'Không có ngày này trong lịch.', en: 'There is no such day in the calendar.' },
});
