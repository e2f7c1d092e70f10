import { readTypedDate } from '../quantity/typed-date.ts';
import { foldedLine } from './plain-line.ts';

/** A date as a document or a person writes it, found in a line. */
export interface FoundDate {
  /** yyyy-mm-dd; null where it is no day, or not filled in. */
  readonly value: string | null;
  /** Day or month was left blank, for the pen. */
  readonly blank: boolean;
  readonly start: number;
  readonly end: number;
}

const BLANK = '[ .…_]*';
const IN_WORDS = String.raw`ngay(?<day>${BLANK}\d{0,2}${BLANK})thang(?<month>${BLANK}\d{0,2}${BLANK})nam ?(?<year>${BLANK}\d{0,4})`;
const IN_FIGURES = String.raw`(?<figures>\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{2,4}|\d{4}-\d{1,2}-\d{1,2})(?!\d|[/.-]\d)`;
const AFTER_DAY = new RegExp(`ngay[: ]*${IN_FIGURES}|${IN_WORDS}`, 'gu');
const BARE = new RegExp(`(?<![\\d/.-])${IN_FIGURES}`, 'gu');

function found({ 0: whole, index: start, groups = {} }: RegExpExecArray): FoundDate {
  const part = (name: 'day' | 'month' | 'year') => (groups[name] ?? '').replace(/[^\d]/g, '');
  const [day, month, year] = [part('day'), part('month'), part('year')];
  const blank = groups['figures'] === undefined && (day === '' || month === '' || year.length < 4);
  const typed = blank ? undefined : readTypedDate(groups['figures'] ?? `${day}/${month}/${year}`);
  return { value: typed?.kind === 'read' ? typed.value : null, blank, start, end: start + whole.length };
}

/** The first date of a plain line that "ngày" announces, with marks or (as a scan reads it) without: "ngày 05 tháng 02 năm 2026", "ngày 5/2/2026"; blanks count as written. */
export function findAnnouncedDate(line: string): FoundDate | undefined {
  const [first] = foldedLine(line).matchAll(AFTER_DAY);
  return first && found(first);
}

/** The first date of a plain line that is written in figures. */
export function findBareDate(line: string): FoundDate | undefined {
  const [first] = line.matchAll(BARE);
  return first && found(first);
}
