import { countScheme, inLanguage, type Language, PHRASES, type Scheme } from '@parindex/core';

/** A scheme's title with its status: never one without the other. */
export const titleWithStatus = (scheme: Scheme, language: Language): string =>
  `${inLanguage(scheme.title, language)} (${PHRASES[language].status[scheme.status]})`;

/** By which edition, and what that edition is: stands wherever points are printed. */
export const schemeLine = (scheme: Scheme, language: Language): string =>
  `${language === 'vi' ? 'Bộ tiêu chí' : 'Scheme'}: ${titleWithStatus(scheme, language)}`;

/** How many parts a scheme has on each level. */
export function countsLine(scheme: Scheme, language: Language): string {
  const { domains, criteria, subCriteria, items } = countScheme(scheme);
  return language === 'vi'
    ? `${domains} lĩnh vực, ${criteria} tiêu chí, ${subCriteria} tiêu chí thành phần, ${items} nội dung chấm điểm`
    : `${domains} domains, ${criteria} criteria, ${subCriteria} sub-criteria, ${items} items`;
}
