/** The house's own: fewer different words name neither what was done nor where it is written. */
export const LEAST_WORDS = 4;

/** Whether a text says something of its matter: a full stop, a word or one word over and over do not. */
export function saysSomething(text: unknown): boolean {
  if (typeof text !== 'string') return false;
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words).size >= LEAST_WORDS;
}

/** Whether a text can be a name, as of where a figure comes from: a full stop or a dash is none. */
export const namesSomething = (text: unknown): boolean => typeof text === 'string' && /[\p{L}\p{N}]{2}/u.test(text.normalize('NFC'));
