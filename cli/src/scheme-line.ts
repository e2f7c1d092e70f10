import { inLanguage, type Language, PHRASES, type Scheme } from '@parindex/core';

/** By which edition, and what that edition is: stands wherever points are printed. */
export function schemeLine(scheme: Scheme, language: Language): string {
  const { status } = PHRASES[language];
  return `${language === 'vi' ? 'Bộ tiêu chí' : 'Scheme'}: ${inLanguage(scheme.title, language)} (${status[scheme.status]})`;
}
