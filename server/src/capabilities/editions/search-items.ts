import { itemsOfDomains, type Scheme, searchFit, searchKey } from '@parindex/core';
import { keysOf } from '@parindex/core/text/abbreviations';
import type { ReadyEdition } from './ready.ts';

interface Fitting {
  readonly edition: ReadyEdition;
  readonly code: string;
  readonly title: Scheme['title'];
}

/** Ranks after codes and whole phrases: all words typed, wherever they occur in the title. */
const SCATTERED = 5;

/** How well an item fits: its code, the beginning of its code, its title; undefined if not at all. */
function gradeOf(typed: string, keys: readonly string[], code: string, titles: readonly string[]): number | undefined {
  if (code === typed) return 0;
  if (code.startsWith(typed)) return 1;
  const fits = titles.flatMap((title) => keys.flatMap((key) => searchFit(key, title) ?? []));
  if (fits.length > 0) return 2 + Math.min(...fits);
  const isScattered = (title: string) => keys.some((key) => key.split(' ').every((word) => searchFit(word, title) !== undefined));
  return titles.some(isScattered) ? SCATTERED : undefined;
}

/** Items of editions by code and words of their titles in either language, common abbreviations too; best fits first, equal ones in the order of the editions. */
export function searchItems(editions: readonly ReadyEdition[], typed: string): Fitting[] {
  const keys = keysOf(searchKey(typed));
  return editions
    .flatMap((edition) =>
      itemsOfDomains(edition.scheme.domains).flatMap(({ code, title }) => {
        const grade = gradeOf(typed, keys, code, [title.vi, title.en ?? []].flat());
        return grade === undefined ? [] : [{ edition, code, title, grade }];
      }),
    )
    .toSorted((a, b) => a.grade - b.grade)
    .map(({ grade, ...fitting }) => fitting);
}
