import { displayDecimal } from '../quantity/display.ts';
import type { ToldChange, ToldPart } from '../studio/comparing/told-comparison.ts';
import { CHANGE_KIND_NAMES, COMPARISON_WORDS, DIFFERENCE_NAMES } from './comparison-words.ts';
import { beginning, type Language } from './language.ts';

/** A row of a table of comparison: of which part, what is other, and the lines of both sides. */
export interface ComparisonRow {
  /** Empty where several parts were divided or joined: they are named on their sides. */
  readonly code: string;
  readonly title: string;
  /** Whether it is the first of its part: the next do not repeat the title. */
  readonly first: boolean;
  readonly change: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const linesOf = (parts: readonly ToldPart[], language: Language): string[] =>
  parts.flatMap(({ code, title, points, rule }) => [COMPARISON_WORDS[language].part(`${code} ${title}`, displayDecimal(points, language)), ...rule]);

/** A row for each difference, so that both sides of it stand beside one another; what is new, dropped, divided or joined has one. */
export function comparisonRows({ kind, before, after, differences, likeTitle }: ToldChange, language: Language): ComparisonRow[] {
  const [part, another] = [...after, ...before];
  const { code, title } = part && (differences.length > 0 || !another) ? part : { code: '', title: '' };
  if (differences.length === 0)
    return [{ code, title, first: true, change: CHANGE_KIND_NAMES[language][kind], before: linesOf(before, language), after: linesOf(after, language) }];
  return differences.map(({ difference, before: was, after: is }, at) => ({
    code,
    title: likeTitle && at === 0 ? `${title} (${COMPARISON_WORDS[language].likeTitle})` : title,
    first: at === 0,
    change: beginning(DIFFERENCE_NAMES[language][difference]),
    before: was,
    after: is,
  }));
}
