import { searchKey } from '../text/search-key.ts';
import type { BodyName } from './types.ts';

/** The delimiter around each name in the search text; it never occurs in a search key. */
export const NAME_EDGE = '|';
/** Stands before an abbreviation, which fits as a whole only: its beginning says nothing of the name. */
export const ABBREVIATED = '=';

const initialsOf = (key: string): string =>
  key
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join('');

/** Search keys of a name as people write it for short: `hcm`, `tphcm`, `tp hcm` of Thành phố Hồ Chí Minh; `snv` of Sở Nội vụ. */
export function abbreviationsOf(name: Pick<BodyName, 'full' | 'sort'>): readonly string[] {
  const [full, sort] = [searchKey(name.full), searchKey(name.sort)];
  const kind = full.endsWith(` ${sort}`) ? initialsOf(full.slice(0, -sort.length - 1)) : '';
  const own = initialsOf(sort);
  const all = [initialsOf(full), own, ...(kind === '' ? [] : [`${kind} ${own}`])];
  return [...new Set(all)].filter((abbreviation) => abbreviation.length > 1);
}

/**
 * The three forms of a name and its abbreviations as one search text: `|tinh minh hoa|minh hoa|=tmh|=mh|=t mh|`. A whole
 * name is between two delimiters, a beginning follows one, the beginning of a word follows a space.
 */
export function nameSearchText(name: Pick<BodyName, 'full' | 'short' | 'sort'>): string {
  const names = [name.full, name.short, name.sort].map(searchKey);
  const abbreviations = abbreviationsOf(name).map((abbreviation) => `${ABBREVIATED}${abbreviation}`);
  return `${NAME_EDGE}${[...new Set([...names, ...abbreviations])].join(NAME_EDGE)}${NAME_EDGE}`;
}
