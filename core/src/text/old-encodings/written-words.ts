import { isSyllable } from './vietnamese-syllable.ts';

/** Signs of Latin-1 that take the place of letters where text is seen in a wrong code: they stay with the word beside them. */
const CHUNK = /[\p{L}\p{M}\u00a1-\u00bf×÷]+/gu;
/** What of these may stand at the beginning or the end of a word in proper text: «…», ©, ABC®, 1ª, a footnote's ¹. */
const SIGNS_BEFORE = /^[«©¡¿±·°]+/u;
const SIGNS_AFTER = /[»®©ªº¹²³°·]+$/u;
/** Beyond this no language has a word; it bounds what is looked at. */
const LONGEST_WORD = 60;
const SOFT_HYPHEN = '\u00ad';
const BEYOND_ASCII = /\P{ASCII}/u;
const LETTERS = /^[\p{L}\p{M}]+$/u;
/** Capitals with a letter of Vietnamese, as HĐND, QĐ or TƯ, and the đ of đ/c. */
const ABBREVIATION = /^(?:[A-ZĐƯ]{2,8}|[Đđ])$/;
/** The sign of a millionth is a letter to Unicode, and stands before its unit. */
const SIGN_AMONG_LETTERS = /\p{L}µ/u;
const CASED = /^(?:\p{Lu}?[\p{Ll}\p{Lo}]*|\p{Lu}+)$/u;

/**
 * What a word is: `none` where it has no letter beyond ASCII; `vietnamese`; `foreign`, a word of Latin letters and ordinary case that no
 * Vietnamese syllable is; `broken`, with signs among its letters or a capital after a small letter.
 */
export type WordKind = 'none' | 'vietnamese' | 'foreign' | 'broken';

export interface WrittenWord {
  readonly text: string;
  readonly kind: WordKind;
  /** Whether it has signs beside it that may be letters of another code, or capitals where nobody sets them. */
  readonly odd: boolean;
}

function kindOf(core: string): WordKind {
  if (!BEYOND_ASCII.test(core)) return 'none';
  if (!LETTERS.test(core) || SIGN_AMONG_LETTERS.test(core)) return /\p{L}/u.test(core) ? 'broken' : 'none';
  if (isSyllable(core) || ABBREVIATION.test(core)) return 'vietnamese';
  return CASED.test(core) ? 'foreign' : 'broken';
}

/** Hyphenation parts words that are right each for itself; whatever else has its sign has it for a letter. */
function kindOfParts(core: string): WordKind {
  if (!core.includes(SOFT_HYPHEN)) return kindOf(core);
  const kinds = core.split(SOFT_HYPHEN).map(kindOf);
  if (kinds.some((kind) => kind === 'foreign' || kind === 'broken')) return 'broken';
  return kinds.includes('vietnamese') ? 'vietnamese' : 'none';
}

/** The words of a text with more than ASCII in them. */
export function writtenWords(text: string): WrittenWord[] {
  return (text.match(CHUNK) ?? []).flatMap((chunk): WrittenWord[] => {
    if (!BEYOND_ASCII.test(chunk)) return [];
    if (chunk.length > LONGEST_WORD) return [{ text: chunk, kind: 'foreign', odd: false }];
    const core = chunk.replace(SIGNS_BEFORE, '').replace(SIGNS_AFTER, '').normalize('NFC');
    const kind = kindOfParts(core);
    const signed = core !== chunk.normalize('NFC') && (/\p{L}/u.test(core) || chunk.length > 1);
    const odd = signed || core.includes(SOFT_HYPHEN) || (kind === 'vietnamese' && !CASED.test(core));
    return [{ text: chunk, kind, odd }];
  });
}

const FOLLOWING = '\u0080-\u009f€‚ƒ„†‡ˆ‰Š‹ŒŽ˜™š›œžŸ';
const TWICE = new RegExp(`[áÁ][º»][\\u00a0-\\u00bf…‘’“”•–—${FOLLOWING}]|[ÂÃĂÄÅÆ][\\u00a1-\\u00ba\\u00bc-\\u00bf${FOLLOWING}]`);

/** Whether a text has what Vietnamese letters of UTF-8 are in a single-byte code: a lead byte and one that may follow it; what may be a quote or dash after a capital is left out. */
export const looksEncodedTwice = (text: string): boolean => TWICE.test(text);

/** A letter with a sign beside it that may be a letter too; ° and ² are none in any code. */
const SIGNED = /\p{L}.*[\u00a1-\u00ae\u00b5-\u00be×÷]|[\u00a1-\u00ae\u00b5-\u00be×÷].*\p{L}/u;

/** Whether every word is Vietnamese or ASCII, in whatever case and without a sign beside it, and one at least is Vietnamese beyond ASCII. */
export function isVietnamese(text: string): boolean {
  if (text.includes(SOFT_HYPHEN) || looksEncodedTwice(text)) return false;
  const words = writtenWords(text);
  const isRead = (word: WrittenWord): boolean => word.kind === 'vietnamese' && LETTERS.test(word.text);
  return words.some(isRead) && words.every((word) => (word.kind === 'none' && !SIGNED.test(word.text)) || isRead(word));
}
