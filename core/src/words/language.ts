/** Vietnamese first; English at a switch. */
export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The text of a title in a language; Vietnamese where there is no other. */
export const inLanguage = (title: { vi?: string | undefined; en?: string | undefined } | undefined, language: Language): string | undefined =>
  title && (language === 'en' ? (title.en ?? title.vi) : title.vi);

/** A text in quotes, alike in both languages. */
export const quote = (text: string): string => `“${text}”`;

/** English counts one thing otherwise than many: "1 point", "2 points". */
export const counted = (count: string | number, one: string, many = `${one}s`): string => `${count} ${String(count) === '1' ? one : many}`;

/** A text as a sentence or a label begins. */
export const beginning = (text: string): string => text.replace(/^./u, (letter) => letter.toUpperCase());
