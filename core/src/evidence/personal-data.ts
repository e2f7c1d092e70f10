import { joinedSpans, passagesAt, type Span } from './masked-text.ts';
import { foldedLine, plainLine } from './plain-line.ts';

/** Kinds of personal data that a document may hold (Law 91/2025/QH15). */
export const PERSONAL_DATA_KINDS = ['citizenId', 'identityCard', 'telephones', 'birthDates', 'bankAccounts'] as const;
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];

/** Personal data on a page, with their number; never the data themselves. */
export interface PersonalDataHint {
  readonly kind: PersonalDataKind;
  /** From 1. */
  readonly page: number;
  readonly count: number;
}

/** Fewer telephone numbers or birthdays belong to a contact or a signer, and are no list. */
const LEAST_TELEPHONES = 5;
const LEAST_LISTED = 3;

/** Codes of provinces in personal identification numbers (Circular 59/2021/TT-BCA, Annex I), as ranges. */
const PROVINCES: readonly number[] = [
  1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64,
  66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96,
];
/** Three digits of the province, one of century and sex (0 to 3 until 2099), two of the year of birth, six more. */
const CITIZEN_ID = /(?<![\d.,/-])(?<province>\d{3})[0-3]\d{8}(?!\d|[.,/-]\d)/g;
/** The same in groups, as cards print it: taken only where the line says so. */
const SPACED_CITIZEN_ID = /(?<![\d.,/-])(?<province>\d{3}) [0-3]\d{2} \d{3} \d{3}(?!\d|[.,/-]\d)/g;
const SAYS_CITIZEN_ID = /cccd|can cuoc|dinh danh/;
const NINE_DIGITS = /(?<![\d.,/-])\d{9}(?!\d|[.,/-]\d)/g;
const SAYS_IDENTITY_CARD = /cmnd|cmt\b|chung minh (?:nhan dan|thu)/;
/** Mobile numbers, whole or in the usual groups; the numbers of offices (02…) are nobody's own. */
const MOBILE =
  /(?<![\d.,/-])(?:\+?84 ?|0)[35789](?:\d{8}|\d{2}(?<dot>[ .-])\d{3}\k<dot>\d{3}|\d(?<mark>[ .-])\d{3}\k<mark>\d{4}|\d{3}(?<sign>[ .-])\d{2}\k<sign>\d{3})(?!\d|[.,/-]\d)/g;
const SAYS_TAX_CODE = /ma so thue|\bmst\b|ma so (?:doanh nghiep|dn)\b|ma dn\b/;
const SAYS_BIRTH = /(?:ngay,? ?(?:thang,? ?nam )?|nam )sinh\b|sinh (?:ngay|nam)/;
const BIRTH = /(?<![\d./-])(?:\d{1,2}[/.-]\d{1,2}[/.-])?(?:19[2-9]\d|200\d|201[0-5])(?!\d|[./-]\d)/;
const BIRTHDAY = /(?<![\d./-])\d{1,2}[/.-]\d{1,2}[/.-](?:19[2-9]\d|200\d|201[0-5])(?!\d|[./-]\d)/;
/** A document's number beside a date: its day of issue, nobody's birthday. */
const DOCUMENT_NUMBER = /\d ?\/ ?(?:\d{4} ?\/ ?)?\p{Lu}/u;
const FAMILY_NAMES =
  'Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đào|Đinh|Đoàn|Lâm|Mai|Trịnh|Trương|Tô|Tạ|Hà|Cao|Châu|Chu|Lưu|Lương|Thái|Tống|Phùng|Quách|Vương|Kiều|Nông|Hứa|La|Lò|Cầm|Quàng|Giàng|Sùng|Thào|Vàng|Vừ|Mùa|Lù|Triệu|Bàn|Đàm|Ma|Bế|Tòng|Cà|Điêu|Rơ|Ksor|Siu|Thạch|Sơn|Kim|Danh|Doãn|Nghiêm|Thân|Tăng|Mạc|Đậu|Khổng|Giáp|Lục|Cù|Phí|Âu|Khúc|Thiều|Niê|Êban|Mlô';
/** A person's name: a family name and one to five more words, each with a capital, or all in capitals. */
const PERSON = new RegExp(`(?<!\\p{L})(?:(?:${FAMILY_NAMES})(?: \\p{Lu}\\p{Ll}*){1,5}|(?:${FAMILY_NAMES.toUpperCase()})(?: \\p{Lu}+){1,5})(?!\\p{L})`, 'u');
const ACCOUNT = /(?:so tai khoan|stk|tai khoan so|tk so|so tk|account (?:no|number))[^\d\n]{0,20}(?:\d[ .-]?){5,18}\d/g;
/** A name of three words and more, by its family name; one of any length after what people are called. Places are called so too. */
const NAMED = new RegExp(
  `(?<!\\p{L})(?:(?:${FAMILY_NAMES})(?: +\\p{Lu}[\\p{L}’']*){2,5}|(?:${FAMILY_NAMES.toUpperCase()})(?: +\\p{Lu}+){2,5})(?!\\p{L})`,
  'gu',
);
const CALLED =
  /(?<!\p{L}|(?:tiếng|nước) )(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|ÔNG|BÀ|[Đđ]ồng chí|[Đđ]\/c|[Ôô]ng\/[Bb]à):? +(?<name>\p{Lu}[\p{L}’']*(?: +\p{Lu}[\p{L}’']*){0,5})(?![\p{L}\d])/gu;
const CALLED_ALIKE = /^(?:Hồ Chí Minh|Rịa|Nà|Bà)(?!\p{L})/u;
const MAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
const OFFICE_MAIL = /[@.]gov\.vn$/i;
/** Accounts of the budget are no person's. */
const TREASURY = /kho bac|ngan sach|\bkbnn\b/;
/** In a few sentences also what is grouped otherwise, and what follows the word alone: rather too many than too few. */
const GROUPED_MOBILE = /(?<![\d.,/-])(?!\d{1,2}[ ./-]\d{1,2}[ ./-](?:19|20)\d{2}(?!\d))(?:\+?84|0)[ .-]?[35789](?:\)?[ .-]?\d){8}(?!\d|[.,/-]\d)/g;
const LONG_ACCOUNT = /tai khoan[^\d\n]{0,20}(?:\d[ .-]?){7,18}\d/g;
const SAYS_PASSPORT = /ho chieu|passport/;
const PASSPORT = /(?<![\p{L}\d])[A-Z]\d{7,8}(?!\d)/gu;
/** How far before a number the words may stand that make it no person's: others in the same sentence are of something else. */
const BESIDE = 20;

const tooFew = (count: number, least: number): number => (count < least ? 0 : count);

interface PageText {
  readonly lines: readonly string[];
  readonly folded: readonly string[];
}

const distinct = (texts: Iterable<string>): Set<string> => new Set([...texts].map((text) => text.replace(/[^\d]/g, '').replace(/^84(?=\d{9}$)/, '0')));
const matchesIn = (lines: readonly string[], form: RegExp): string[] => lines.flatMap((line) => [...line.matchAll(form)].map(([found]) => found));

function citizenIds({ lines, folded }: PageText): number {
  const spaced = lines.filter((_, index) => SAYS_CITIZEN_ID.test(folded[index] as string));
  const found = [...matchesIn(lines, CITIZEN_ID), ...matchesIn(spaced, SPACED_CITIZEN_ID)];
  return [...distinct(found)].filter((digits) => PROVINCES.includes(Number(digits.slice(0, 3)))).length;
}

/** Nine digits are many things; beside the words, or as a list under them, they are identity cards. */
function identityCards({ lines, folded }: PageText): number {
  const heads = folded.flatMap((line, index) => (SAYS_IDENTITY_CARD.test(line) ? [index] : []));
  const [first] = heads;
  if (first === undefined) return 0;
  const beside = distinct(heads.flatMap((index) => matchesIn([lines[index] as string], NINE_DIGITS)));
  const below = distinct(matchesIn(lines.slice(first), NINE_DIGITS));
  return tooFew(below.size, LEAST_LISTED) || beside.size;
}

/** By its check digit a number of ten may be a tax code: weights over the first nine, modulo 11. */
function mayBeTaxCode(digits: string): boolean {
  const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return digits.length === 10 && 10 - (sum % 11) === Number(digits[9]);
}

function telephones({ lines, folded }: PageText): number {
  const hasTaxCodes = folded.some((line) => SAYS_TAX_CODE.test(line));
  const other = lines.filter((_, index) => !SAYS_TAX_CODE.test(folded[index] as string));
  const numbers = [...distinct(matchesIn(other, MOBILE))].filter((digits) => !(hasTaxCodes && mayBeTaxCode(digits)));
  return tooFew(numbers.length, LEAST_TELEPHONES);
}

function birthDates({ lines, folded }: PageText): number {
  const headed = folded.some((line) => SAYS_BIRTH.test(line));
  const named = lines.map((line) => PERSON.test(line) && !DOCUMENT_NUMBER.test(line));
  const told = lines.filter((line, index) => named[index] && SAYS_BIRTH.test(folded[index] as string) && BIRTH.test(line)).length;
  const listed = lines.filter((line, index) => named[index] && (headed ? BIRTH : BIRTHDAY).test(line)).length;
  return Math.max(told, tooFew(listed, LEAST_LISTED));
}

const bankAccounts = ({ folded }: PageText): number =>
  distinct(
    matchesIn(
      folded.filter((line) => !TREASURY.test(line)),
      ACCOUNT,
    ),
  ).size;

const COUNTS: Readonly<Record<PersonalDataKind, (page: PageText) => number>> = {
  citizenId: citizenIds,
  identityCard: identityCards,
  telephones,
  birthDates,
  bankAccounts,
};

/** Finds possible personal data on the pages of a document: kind, page and number, for people to check. */
export const personalData = (pages: readonly string[]): PersonalDataHint[] =>
  pages.flatMap((text, index) => {
    const lines = text.split(/\r\n|[\n\r\f]/).map(plainLine);
    const page = { lines, folded: lines.map(foldedLine) };
    return PERSONAL_DATA_KINDS.map((kind) => ({ kind, page: index + 1, count: COUNTS[kind](page) })).filter(({ count }) => count > 0);
  });

/** Where a form stands in a line; `name`: only that part of it. */
const spansIn = (line: string, form: RegExp): Span[] =>
  [...line.matchAll(new RegExp(form.source, [...new Set(`${form.flags}dg`)].join('')))].flatMap(({ indices }) => {
    const span = indices?.groups?.['name'] ?? indices?.[0];
    return span ? [span] : [];
  });

/** Places of a line, each with what tells whether it is one. */
function personalIn(line: string): Span[] {
  const folded = foldedLine(line);
  const when = (said: RegExp, form: RegExp): Span[] => (said.test(folded) ? spansIn(line, form) : []);
  const at = ([from, to]: Span): string => line.slice(from, to);
  const isBeside = (words: RegExp, [from]: Span): boolean => words.test(folded.slice(Math.max(0, from - BESIDE), from));
  const ids = [...spansIn(line, CITIZEN_ID), ...when(SAYS_CITIZEN_ID, SPACED_CITIZEN_ID)];
  const accounts = [...spansIn(folded, ACCOUNT), ...spansIn(folded, LONG_ACCOUNT)].filter(
    (span) => !isBeside(TREASURY, span) && !TREASURY.test(folded.slice(...span)),
  );
  return [
    ...ids.filter((span) => PROVINCES.includes(Number(at(span).slice(0, 3)))),
    ...when(SAYS_IDENTITY_CARD, NINE_DIGITS),
    ...when(SAYS_PASSPORT, PASSPORT),
    ...spansIn(line, GROUPED_MOBILE).filter((span) => !isBeside(SAYS_TAX_CODE, span)),
    ...when(SAYS_BIRTH, BIRTH),
    ...accounts.flatMap(([from, to]) => spansIn(line.slice(from, to), /\d[\d .-]*\d/).map(([a, b]): Span => [from + a, from + b])),
    ...[...spansIn(line, NAMED), ...spansIn(line, CALLED)].filter((span) => !CALLED_ALIKE.test(at(span))),
    ...spansIn(line, MAIL).filter((span) => !OFFICE_MAIL.test(at(span))),
  ];
}

/** Passages of a text that may be personal data, as they are written there: names, numbers, birthdays, mail addresses; for people to check. */
export function personalPassages(text: string): string[] {
  // Each character keeps its place, so that what is found is cut from the text itself.
  const plain = text.replace(/[^\S\n]/g, ' ').replace(/[\u2010-\u2015]/g, '-');
  let from = 0;
  const spans = plain.split('\n').flatMap((line) => {
    const start = from;
    from += line.length + 1;
    return personalIn(line).map(([a, b]): Span => [start + a, start + b]);
  });
  return passagesAt(text, joinedSpans(spans));
}
