import { searchKey } from '../text/search-key.ts';
import { DOCUMENT_KINDS, kindAtStart } from './document-kinds.ts';
import { documentNumberKey, type FoundNumber, findNumbers } from './document-number.ts';
import { plainLine } from './plain-line.ts';
import { withoutLead } from './subject.ts';
import { findAnnouncedDate, findBareDate } from './written-date.ts';

/** A document named by its number, as a clerk cites it. */
export interface Reference {
  readonly number: string;
  /** yyyy-mm-dd */
  readonly date: string | null;
  readonly subject: string | null;
  /** The line of the pasted text, from 1. */
  readonly line: number;
}

/** What can be wrong with a part of a pasted list. The sentences for people stand in the phrases, under `evidence.reference`. */
export const REFERENCE_FAULTS = ['noNumber', 'badDate', 'doubled', 'tooMany'] as const;
export type ReferenceFaultCode = (typeof REFERENCE_FAULTS)[number];

export interface ReferenceFault {
  readonly code: ReferenceFaultCode;
  readonly line: number;
  /** The part as it was written, shortened; for a bad date the date. */
  readonly found: string;
}

/** More than any item needs; the rest is reported, not read. */
export const MOST_REFERENCES = 1_000;
const LONGEST_FOUND = 120;

const KIND_NAMES = DOCUMENT_KINDS.map(({ name }) => name).join('|');
/** What may stand between two references of one line: their comma, the kind, "số". */
const JOINT = new RegExp(`^(?:[\\s,&+)(-]|và(?= ))*(?:(?:${KIND_NAMES}) ?)?(?:số ?[:.]? ?)?$`, 'iu');
const AFTER_COMMA = new RegExp(`, ?(?:và )?(?:(?:${KIND_NAMES}) ?)?(?:số ?[:.]? ?)?$`, 'iu');
const BULLET = /^(?:[-+*•·▪]+ ?|\(?\d{1,3}[.)] |\(?[a-zđ][.)] )+/u;
const LEAD_WORDS = /^(?:căn cứ|thực hiện|theo|tại|xem)(?= )/iu;

const shortened = (text: string) => (text.length > LONGEST_FOUND ? `${text.slice(0, LONGEST_FOUND).toWellFormed()}…` : text);

/**
 * Reads a pasted list of documents: "123/KH-UBND ngày 05/02/2026; 7/QĐ-TTg". References end at ";", at the end of a line,
 * and at a comma before another number. Returns the references in order, and a fault for each part without a number, each
 * invalid date (the reference stays, without it), and each duplicate (the first stays, completed by the second).
 */
export function readReferences(pasted: string): { readonly references: readonly Reference[]; readonly faults: readonly ReferenceFault[] } {
  const references: Reference[] = [];
  const faults: ReferenceFault[] = [];
  const seen = new Map<string, number[]>();
  const take = (read: Reference) => {
    const key = documentNumberKey(read.number);
    const places = seen.get(key) ?? [];
    const at = places.find((place) => isSame(references[place] as Reference, read));
    if (at === undefined) seen.set(key, [...places, references.push(read) - 1]);
    else {
      const first = references[at] as Reference;
      references[at] = { ...first, date: first.date ?? read.date, subject: first.subject ?? read.subject };
      faults.push({ code: 'doubled', line: read.line, found: read.number });
    }
  };
  for (const [index, written] of pasted.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
    for (const part of written.split(/[;；]/)) {
      const line = index + 1;
      const text = plainLine(part);
      if (!/[\p{L}\p{N}]/u.test(text)) continue;
      if (references.length >= MOST_REFERENCES) {
        faults.push({ code: 'tooMany', line, found: shortened(text) });
        return { references, faults };
      }
      const heads = headsOf(text);
      if (heads.length === 0) faults.push({ code: 'noNumber', line, found: shortened(text) });
      for (const [place, head] of heads.entries()) {
        const before = place === 0 ? text.slice(0, head.start) : '';
        const { reference, badDate } = referenceOf(head, before, text.slice(head.end, heads[place + 1]?.start), line);
        if (badDate !== undefined) faults.push({ code: 'badDate', line, found: badDate });
        take(reference);
      }
    }
  }
  return { references, faults };
}

/** One number may recur in another year, or from another body: only references that agree in everything known are duplicates. */
function isSame(a: Reference, b: Reference): boolean {
  const agree = (one: string | null, other: string | null) => one === null || other === null || searchKey(one) === searchKey(other);
  return agree(a.date, b.date) && agree(a.subject, b.subject);
}

/** The numbers that begin a reference; one within a subject ("về thực hiện Kế hoạch số 12/KH-UBND") does not. */
function headsOf(text: string): FoundNumber[] {
  const heads: FoundNumber[] = [];
  for (const number of findNumbers(text)) {
    const last = heads.at(-1);
    if (!last) {
      heads.push(number);
      continue;
    }
    const between = text.slice(last.end, number.start);
    const date = findAnnouncedDate(between) ?? findBareDate(between);
    const rest = date ? between.slice(date.end) : between;
    if (AFTER_COMMA.test(between) || JOINT.test(rest)) heads.push(number);
  }
  return heads;
}

function referenceOf({ number }: FoundNumber, before: string, after: string, line: number): { reference: Reference; badDate?: string } {
  // What leads to the next reference of the line belongs to neither.
  const own = after.replace(new RegExp(`(?:,|và|\\s)+(?:(?:${KIND_NAMES}) ?)?(?:số ?[:.]?)? ?$`, 'iu'), '');
  const about = / (?:về|v\/v)[ :]/iu.exec(own)?.index ?? own.length;
  const announced = findAnnouncedDate(own);
  const bare = findBareDate(own);
  const near = bare && /^[\s,(:-]*(?:ban hành|ký|hôm)?[\s,(:-]*$/iu.test(own.slice(0, bare.start)) ? bare : undefined;
  const date = announced && announced.start <= about ? announced : near;
  const rest = date ? `${own.slice(0, date.start)} ${own.slice(date.end)}` : own;
  const reference = { number, date: date?.value ?? null, subject: subjectAfter(rest) ?? subjectBefore(before), line };
  return date && date.value === null ? { reference, badDate: shortened(own.slice(date.start, date.end)) } : { reference };
}

const trimmed = (text: string) => text.replace(/^[\s,.:()[\]-]+|[\s,.:([\]-]+$/gu, '');

/** "của UBND tỉnh về …" tells the body, then the subject. */
function subjectAfter(text: string): string | undefined {
  const rest = trimmed(text).replace(/^(?:ban hành|ký) (?=của )/iu, '');
  const whole = rest.startsWith('của ')
    ? /(?: về | v\/v |(?= (?:ban hành|phê duyệt|quy định|công bố|hướng dẫn|triển khai) )|: )(?<subject>.+)$/iu.exec(rest)?.groups?.['subject']
    : rest;
  const subject = withoutLead(trimmed(unclosed(whole ?? '')));
  return /\p{L}{2}/u.test(subject) && !kindOnly(subject) ? subject : undefined;
}

/** "Kế hoạch cải cách hành chính năm 2026 số 12/KH-UBND": the name stands first. */
function subjectBefore(text: string): string | null {
  const before = text.replace(/[\s(]*số ?[:.]? ?$/iu, '');
  // A colon leads to a list, and is no end of a name.
  if (before.trimEnd().endsWith(':')) return null;
  const name = trimmed(before.replace(BULLET, '')).replace(LEAD_WORDS, '').trim();
  return /\p{L}{2}/u.test(name) && !kindOnly(name) ? name : null;
}

/** The name of a kind, or its letters as people write them before a number: "QĐ 876/QĐ-BNV". */
const kindOnly = (text: string): boolean =>
  kindAtStart(text)?.key === searchKey(text) || text.toUpperCase() === 'CV' || DOCUMENT_KINDS.some(({ letters }) => letters === text);

/** A parenthesis that only closes belonged to what was taken away. */
const unclosed = (text: string): string => (text.includes(')') && !text.includes('(') ? text.replaceAll(')', '') : text);
