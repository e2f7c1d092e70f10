import { kindAtStart, kindNamed, kindOfNumber } from './document-kinds.ts';
import { findNumbers } from './document-number.ts';
import { type HeadingPart, headingParts } from './heading-parts.ts';
import { issuerOf, issuerText, type PageIssuer } from './issuer.ts';
import { type PageLine, type PageSize, segmentsOf } from './page-line.ts';
import { foldedLine, isCapitals, plainLine } from './plain-line.ts';
import { isStampLine, withoutStamps } from './signature-stamp.ts';
import { withoutLead } from './subject.ts';
import { findAnnouncedDate } from './written-date.ts';

/** A value on the page, and the text it was read from: people compare and decide. */
export interface Proposal {
  readonly value: string;
  readonly from: string;
}

/** What the first page leaves blank, so that a missing proposal is not taken for a reading error. */
export const PAGE_REMARKS = ['numberBlank', 'dateBlank', 'noSuchDate', 'nothingRead'] as const;
export type PageRemark = (typeof PAGE_REMARKS)[number];

/** What a document says about itself on its first page; null if it does not, or not clearly. */
export interface FirstPage {
  readonly number: Proposal | null;
  /** yyyy-mm-dd */
  readonly date: Proposal | null;
  readonly issuer: (Proposal & PageIssuer) | null;
  readonly subject: Proposal | null;
  /** The kind's name as Decree 30/2020/NĐ-CP writes it: "Kế hoạch". */
  readonly kind: Proposal | null;
  readonly remarks: readonly PageRemark[];
}

/** A line of the page; `side` and the measures only where the page has places. */
interface Line {
  readonly text: string;
  readonly parts: readonly HeadingPart[];
  readonly side: 'left' | 'right' | 'middle' | 'unknown';
  readonly centre?: number;
  readonly y?: number;
  readonly height?: number;
}

/** Lines in which heading, title and subject are expected. */
const MOST_HEADING_LINES = 60;
const MOST_SUBJECT_LINES = 8;
/** In characters: text without line ends is read from its beginning. */
const LONGEST_LINE = 2_000;
/** In widths of the page: how far a heading's block reaches from the middle, and how exactly a title is centred. */
const [BLOCK, CENTRED] = [0.47, 0.03];
/** In heights of a line: a wider gap ends the subject. */
const SUBJECT_GAP = 2.4;

const NUMBER_LINE = /^(?:(?:\p{L}+ ){1,2})?s[ốôo] ?[:.;]? ?(?<rest>(?:[\d.…_/-]|$).*)$/iu;
const ABOUT = /^(?:v ?\/ ?v|về việc)(?=[ :.])/iu;
const ADDRESSEE = /^kinh gui/;
const BASIS = /^(?:can cu|xet |thuc hien|theo |trien khai thuc hien|de |nham |trong |tren co so|tiep tuc|sau khi|qua |ngay \d|hien nay|cac ong|dieu 1)/;
const HEADING = /^(?:[IVX]{1,4}|[A-D]|\d{1,2})[.)/-] ?\p{L}|^(?:Phần|PHẦN|Chương|CHƯƠNG|Điều|ĐIỀU|Mục|MỤC) /u;
const RULE = /^[-_=*~.•·o\s]+$/i;
/** Above the bases of a decision stands who decides; that is no part of the subject. */
const AUTHORITY =
  /^(?:chu tich|bo truong|giam doc|uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|thu tuong|chinh phu|quoc hoi|thu truong|tong giam doc|cuc truong|chi cuc truong|truong ban|chanh|hieu truong|ban |so |tong kiem toan|vien truong)/;
const NAME_GOES_ON = /(?:,| (?:và|của|các|về|cho|do|tại|với|trên|trong|theo|VÀ|CỦA|CÁC|VỀ|CHO|DO|TẠI|VỚI|TRÊN|TRONG|THEO))$/u;
/** Marks and stamps that stand in the left block beside the body's name. */
const NO_NAME = /^(?:du thao|mat|toi mat|tuyet mat|khan|thuong khan|hoa toc|do mat|do khan|ban sao|sao y|sao luc|cong van den|phu luc|mau so|trang \d|page \d)/;

/** Reads a first page with text positions (points from the top left). */
export function readFirstPage(lines: readonly PageLine[], page: PageSize): FirstPage {
  const segments = withoutStamps(segmentsOf(lines, page));
  return readLines(
    segments.slice(0, MOST_HEADING_LINES).map(({ text: whole, left, right, y, height }): Line => {
      const text = whole.slice(0, LONGEST_LINE);
      const centre = (left + right) / 2;
      const side = centre < page.width * BLOCK ? 'left' : right > page.width * 0.75 && left > page.width * 0.4 ? 'right' : 'middle';
      return { text, parts: headingParts(text), side, centre: centre / page.width, y, height };
    }),
  );
}

/** Reads a first page as lines of text, in whatever order left and right of the heading were extracted. */
export function readFirstPageText(lines: readonly string[]): FirstPage {
  const read: Line[] = [];
  for (const whole of lines) {
    if (read.length >= MOST_HEADING_LINES) break;
    const line = whole.slice(0, LONGEST_LINE);
    const text = plainLine(line);
    if (text !== '' && !isStampLine(text)) read.push({ text, parts: headingParts(line), side: 'unknown' });
  }
  return readLines(read);
}

function readLines(lines: readonly Line[]): FirstPage {
  const end = endOfHeading(lines);
  const heading = lines.slice(0, end).flatMap(({ parts, side }) => parts.map((part) => ({ ...part, side })));
  const left = heading.filter(({ is, side }) => is === 'other' && side !== 'right').map(({ text }) => text);
  const { number, numberBlank, at } = numberIn(left);
  const dated = dateIn(heading.filter(({ is }) => is === 'date').map(({ text }) => text));
  const issuer = issuerIn(at === undefined ? left : left.slice(0, at));
  const { kind, subject } = kindAndSubject(lines.slice(end), at === undefined ? left : left.slice(at + 1), number);
  const remarks: PageRemark[] = [];
  if (numberBlank) remarks.push('numberBlank');
  if (dated.remark) remarks.push(dated.remark);
  const proposals = { number, date: dated.date, issuer, subject, kind };
  if (remarks.length === 0 && Object.values(proposals).every((proposal) => proposal === null)) remarks.push('nothingRead');
  return { ...proposals, remarks };
}

/** The title, "Kính gửi" or the first line of the text ends the heading. */
function endOfHeading(lines: readonly Line[]): number {
  const hasCountry = lines.some(({ parts }) => parts.some(({ is }) => is === 'country'));
  let begun = !hasCountry;
  for (const [index, { text, parts, side }] of lines.entries()) {
    if (ADDRESSEE.test(foldedLine(text)) || (begun && foldedLine(text).startsWith('can cu'))) return index;
    if (begun && side !== 'left' && side !== 'right' && titleOf(text) !== undefined) return index;
    begun ||= parts.some(({ is, text: part }) => is !== 'other' || NUMBER_LINE.test(part));
  }
  // A page that has neither: the heading ends soon after its last part.
  const last = lines.findLastIndex(({ parts }) => parts.some(({ is }) => is !== 'other'));
  return Math.min(lines.length, last < 0 ? lines.length : last + 6);
}

/** The kind that a title names: alone ("KẾ HOẠCH"), set apart ("K Ế H O Ạ C H"), or with the subject after it, all in capitals. */
function titleOf(text: string): string | undefined {
  if (!isCapitals(text) || NO_NAME.test(foldedLine(text))) return undefined;
  return kindNamed(text) ?? kindAtStart(text)?.name;
}

function numberIn(left: readonly string[]): { number: Proposal | null; numberBlank: boolean; at?: number } {
  const at = left.findIndex((text) => NUMBER_LINE.test(text));
  if (at < 0) {
    // A scan may lose the word "Số"; a line that is entirely a number counts as one.
    const whole = left.findIndex((text) => findNumbers(text)[0]?.start === 0 && findNumbers(text)[0]?.end === text.length);
    if (whole < 0) return { number: null, numberBlank: false };
    return { number: { value: findNumbers(left[whole] as string)[0]?.number as string, from: left[whole] as string }, numberBlank: false, at: whole };
  }
  const line = left[at] as string;
  const rest = NUMBER_LINE.exec(line)?.groups?.['rest'] ?? '';
  // What was stamped in may come as a line of its own.
  const text = rest === '' ? (left[at + 1] ?? '') : rest;
  const first = findNumbers(text)[0];
  if (first && /^[ .…_]*$/.test(text.slice(0, first.start)))
    return { number: { value: first.number, from: rest === '' ? `${line} ${text}` : line }, numberBlank: false, at };
  return { number: null, numberBlank: /^[ .…_-]*(?:\/|$)/.test(rest), at };
}

function dateIn(parts: readonly string[]): { date: Proposal | null; remark?: PageRemark } {
  for (const text of parts) {
    const found = findAnnouncedDate(text);
    if (!found) continue;
    if (found.value !== null) return { date: { value: found.value, from: text } };
    return { date: null, remark: found.blank ? 'dateBlank' : 'noSuchDate' };
  }
  return { date: null };
}

function issuerIn(left: readonly string[]): (Proposal & PageIssuer) | null {
  const names = left
    .map((text) => text.replace(/^[\s*_-]+|[\s*_-]+$/g, ''))
    .filter((text) => isCapitals(text) && !NO_NAME.test(foldedLine(text)) && !RULE.test(text) && !text.includes(':'))
    .slice(0, 6);
  const issuer = issuerOf(names);
  return issuer && { value: issuerText(issuer), from: names.join('\n'), ...issuer };
}

function kindAndSubject(body: readonly Line[], below: readonly string[], number: Proposal | null): Pick<FirstPage, 'kind' | 'subject'> {
  const byNumber = number && kindOfNumber(number.value);
  const about = below.findIndex((text) => ABOUT.test(text));
  if (about >= 0) {
    const lines = goingOn(below.slice(about));
    const value = withoutLead(lines.join(' '));
    const kind = byNumber && number ? { value: byNumber, from: number.value } : { value: 'Công văn', from: lines[0] as string };
    return { kind, subject: value === '' ? null : { value, from: lines.join('\n') } };
  }
  const [first, ...rest] = body;
  const title = first && titleOf(first.text);
  if (!first || title === undefined) {
    if (first && !byNumber && ADDRESSEE.test(foldedLine(first.text))) return { kind: { value: 'Công văn', from: first.text }, subject: null };
    return { kind: byNumber && number ? { value: byNumber, from: number.value } : null, subject: null };
  }
  const beside = kindNamed(first.text) === undefined ? first.text.split(' ').slice(title.split(' ').length).join(' ') : '';
  const lines = [...(beside === '' ? [] : [beside]), ...subjectLines(first, rest, beside)];
  const value = withoutLead(lines.join(' '));
  return { kind: { value: title, from: first.text }, subject: value === '' ? null : { value, from: lines.join('\n') } };
}

/** What a letter is about ends where another thing begins in the left block. */
function goingOn(texts: readonly string[]): string[] {
  const end = texts.findIndex(
    (text, index) => index > 0 && (RULE.test(text) || isCapitals(text) || NO_NAME.test(foldedLine(text)) || /^(?:s[ốô]|ngày|đến|chuyển) ?:/iu.test(text)),
  );
  return texts.slice(0, Math.min(end < 0 ? texts.length : end, MOST_SUBJECT_LINES));
}

/** The lines under the title that are its subject. */
function subjectLines(title: Line, below: readonly Line[], beside: string): string[] {
  const lines: string[] = [];
  let above = title;
  for (const line of below) {
    const { text } = line;
    const previous = lines.at(-1) ?? beside;
    if (lines.length >= MOST_SUBJECT_LINES || RULE.test(text) || HEADING.test(text) || text.startsWith('(') || ADDRESSEE.test(foldedLine(text))) break;
    if (/^can cu /.test(foldedLine(text))) break;
    if (above.y !== undefined && line.y !== undefined && line.y - above.y > SUBJECT_GAP * Math.max(above.height ?? 0, line.height ?? 0)) break;
    if (previous !== '' && !NAME_GOES_ON.test(previous) && beginsAnew(title, line)) break;
    lines.push(text);
    above = line;
  }
  return lines;
}

/** Whether a line after a subject no longer belongs to it: who decides, or the first sentence of the text. */
function beginsAnew(title: Line, { text, centre }: Line): boolean {
  const folded = foldedLine(text);
  if (isCapitals(text) && AUTHORITY.test(folded)) return true;
  if (!/^["“]?\p{Lu}/u.test(text) || isCapitals(text)) return false;
  if (BASIS.test(folded)) return true;
  return centre !== undefined && title.centre !== undefined && Math.abs(centre - title.centre) > CENTRED;
}
