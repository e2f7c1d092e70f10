/** Vietnamese first; English at a switch. */
export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The text of a title in a language; Vietnamese where there is no other. */
export const inLanguage = (title: { vi?: string | undefined; en?: string | undefined } | undefined, language: Language): string | undefined =>
  title && (language === 'en' ? (title.en ?? title.vi) : title.vi);
