import { searchKey } from '../text/search-key.ts';
import type { BodyName } from './types.ts';

/** Stands before and after each name in the text that is searched; no search key has one. */
export const NAME_EDGE = '|';

/**
 * The three forms of a name as one text to search in: `|tinh minh hoa|minh hoa|`. A whole name stands between two edges,
 * a beginning after one, the beginning of a word after a blank.
 */
export function nameSearchText({ full, short, sort }: Pick<BodyName, 'full' | 'short' | 'sort'>): string {
  return `${NAME_EDGE}${[...new Set([full, short, sort].map(searchKey))].join(NAME_EDGE)}${NAME_EDGE}`;
}
