import { searchKey } from './search-key.ts';

/** 0: the whole text, 1: its beginning, 2: the beginning of a word in it. */
export type SearchFit = 0 | 1 | 2;

/**
 * How well a search key fits a text; undefined where no word of it begins so.
 * @example searchFit('quang', 'Tỉnh Quảng Ninh') === 2
 */
export function searchFit(key: string, text: string): SearchFit | undefined {
  const whole = searchKey(text);
  if (whole === key) return 0;
  if (whole.startsWith(key)) return 1;
  return whole.includes(` ${key}`) ? 2 : undefined;
}
