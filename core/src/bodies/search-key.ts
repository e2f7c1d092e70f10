import { searchKey } from '../text/search-key.ts';
import type { BodyName } from './types.ts';

/** The delimiter around each name in the search text; it never occurs in a search key. */
export const NAME_EDGE = '|';

/**
 * The three forms of a name as one search text: `|tinh minh hoa|minh hoa|`. A whole name is between two delimiters, a
 * beginning follows one, the beginning of a word follows a space.
 */
export function nameSearchText({ full, short, sort }: Pick<BodyName, 'full' | 'short' | 'sort'>): string {
  return `${NAME_EDGE}${[...new Set([full, short, sort].map(searchKey))].join(NAME_EDGE)}${NAME_EDGE}`;
}
