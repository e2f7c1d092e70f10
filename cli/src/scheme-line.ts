import { countScheme, inLanguage, type Language, PHRASES, type Scheme } from '@parindex/core';
import { texts } from '@parindex/core/words/texts';

const TEXTS = texts({
  scheme: { vi: 'Bộ tiêu chí', en: 'Scheme' },
  counts: {
    vi: (domains: number, criteria: number, sub: number, items: number) =>
      `${domains} lĩnh vực, ${criteria} tiêu chí, ${sub} tiêu chí thành phần, ${items} nội dung chấm điểm`,
    en: (domains: number, criteria: number, sub: number, items: number) => `${domains} domains, ${criteria} criteria, ${sub} sub-criteria, ${items} items`,
  },
});

/** A scheme's title with its status: never one without the other. */
export const titleWithStatus = (scheme: Scheme, language: Language): string =>
  `${inLanguage(scheme.title, language)} (${PHRASES[language].status[scheme.status]})`;

/** By which edition, and what that edition is: stands wherever points are printed. */
export const schemeLine = (scheme: Scheme, language: Language): string => `${TEXTS[language].scheme}: ${titleWithStatus(scheme, language)}`;

/** How many parts a scheme has on each level. */
export function countsLine(scheme: Scheme, language: Language): string {
  const { domains, criteria, subCriteria, items } = countScheme(scheme);
  return TEXTS[language].counts(domains, criteria, subCriteria, items);
}
