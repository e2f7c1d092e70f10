/** Left by word processors and web pages, and seen by nobody: zero-width characters and marks of direction. */
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/g;
/** The wide forms of an input method for Chinese or Japanese: ！ … ～ stand 0xfee0 above ! … ~. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const SPACES = /[\s\u00a0\u2007\u2009\u202f\u3000]+/g;
const DASHES = /[\u2010-\u2013\u2212]/g;

/**
 * What a person typed into a field for a number or a date, written with the plain characters: any space as one space, any
 * short dash and the minus sign as "-", full-width digits and marks as ordinary ones; trimmed. Nothing that can be seen is
 * left out.
 */
export const plainTyped = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(DASHES, '-')
    .replace(SPACES, ' ')
    .trim();
