const MARKS = /\p{M}/gu;

/**
 * The form in which names are compared when searching: without tone and vowel marks, đ as d, lower case,
 * every run of other signs as one space. Old and new tone placement come out alike, as the marks are gone.
 * The only home of this rule, for server, web, site and import.
 * @example searchKey('Thừa Thiên – Huế') === 'thua thien hue'
 */
export const searchKey = (text: string): string =>
  text
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
