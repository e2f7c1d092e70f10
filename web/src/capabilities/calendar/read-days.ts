import { searchKey } from '@parindex/core/text/search-key';
import { momentIn } from '../../kit/words/format.ts';
import type { DayOff } from './queries/days-off.ts';

export type LineFault = 'pasteDay' | 'pasteYear' | 'pasteKind' | 'pasteParts' | 'pasteTwice';

export interface ReadLine {
  /** Where it stands, from 1. */
  readonly number: number;
  readonly line: string;
  readonly read: DayOff | LineFault;
}

/** What people call the two kinds, without marks. */
const KINDS: Readonly<Record<string, DayOff['kind']>> = {
  nghi: 'off',
  'nghi le': 'off',
  off: 'off',
  'lam bu': 'worked',
  'di lam': 'worked',
  worked: 'worked',
};

function readLine(line: string, year: number, seen: Set<string>): DayOff | LineFault {
  const [day = '', kindText = '', name = '', source = ''] = line.split(/[;\t]/).map((part) => part.trim());
  const date = momentIn(day)?.slice(0, 10);
  if (date === undefined) return 'pasteDay';
  if (!date.startsWith(`${year}-`)) return 'pasteYear';
  const kind = KINDS[searchKey(kindText)];
  if (kind === undefined) return 'pasteKind';
  if (name === '' || source === '') return 'pasteParts';
  if (seen.has(date)) return 'pasteTwice';
  seen.add(date);
  return { date, kind, name, source };
}

/** Reads a pasted list, line by line. */
export function readDays(text: string, year: number): ReadLine[] {
  const seen = new Set<string>();
  return text
    .split('\n')
    .map((line, index) => ({ number: index + 1, line: line.trim() }))
    .filter(({ line }) => line !== '')
    .map((one) => ({ ...one, read: readLine(one.line, year, seen) }));
}
