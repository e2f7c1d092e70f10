import { type OldEncoding, type Reading, readingsOf } from './readings.ts';
import { bytesOf1252, NO_CHARACTER } from './single-bytes.ts';
import { isOfCapitalFont } from './tcvn3.ts';
import { looksEncodedTwice, type WrittenWord, writtenWords } from './written-words.ts';

/**
 * Why a text is not taken: two readings are Vietnamese; letters that Vietnamese does not have, in no code; some words are of another code than
 * the rest; letters were lost for good, as ? or U+FFFD; a single word that may be a foreign name as well.
 */
export const LETTER_REFUSALS = ['twoReadings', 'notVietnamese', 'mixedEncodings', 'lostLetters', 'tooLittle'] as const;
export type LetterRefusal = (typeof LETTER_REFUSALS)[number];

interface ProperText {
  readonly kind: 'unicode';
  readonly text: string;
}

interface ConvertedText {
  readonly kind: 'converted';
  readonly text: string;
  readonly encoding: OldEncoding;
  /** Whether words in capitals have small letters with marks: a font drew them as capitals, and the text does not say so. */
  readonly capitalsByFont: boolean;
}

export interface RefusedText {
  readonly kind: 'refused';
  /** As it was given. */
  readonly text: string;
  readonly reason: LetterRefusal;
  /** The words in doubt, each once. */
  readonly words: readonly string[];
  /** What it may say. */
  readonly readings: readonly string[];
}

export type RecognisedText = ProperText | ConvertedText | RefusedText;

const BEYOND_ASCII = /\P{ASCII}/u;
const LOST = /\p{L}\?\p{L}/u;
const ADDRESS = /[/=&@]/;

/** Whether a program wrote a question mark within a word for a letter that its code lacks; in an address it is none. */
const hasLostLetters = (text: string): boolean =>
  text.includes(NO_CHARACTER) || (text.includes('?') && text.split(/\s+/).some((part) => LOST.test(part) && !ADDRESS.test(part)));

/** Of a small à in UTF-8 nothing is seen but a capital and a space that does not break. */
const A_GRAVE_TWICE = 'Ã\u00a0';

export const refused = (text: string, reason: LetterRefusal, words: readonly WrittenWord[] = [], readings: readonly string[] = []): RefusedText => ({
  kind: 'refused',
  text,
  reason,
  words: [...new Set(words.map((word) => word.text))],
  readings,
});

const textsOf = (readings: readonly Reading[]): string[] => readings.map(({ text }) => text);

/** Whether a word taken for itself is Vietnamese in another code. */
const isElsewhereVietnamese = ({ text }: WrittenWord): boolean => readingsOf(text).length > 0;

const isDoubtful = (word: WrittenWord): boolean => word.kind === 'foreign' || word.kind === 'broken' || (word.odd && isElsewhereVietnamese(word));

/** Whether a word is written as nobody writes a word of any language: signs or capitals among its letters, or signs alone that spell one in another code. */
const isNoWord = ({ kind, text, odd }: WrittenWord): boolean =>
  kind === 'broken' || (kind === 'vietnamese' && /\p{Ll}\p{Lu}/u.test(text)) || (kind === 'none' && odd && !/\p{L}/u.test(text));

const isSingleByte = (text: string): boolean => bytesOf1252(text) !== undefined;

/** A converted text, with what its font may have hidden. */
export const converted = (text: string, encoding: OldEncoding): ConvertedText => ({
  kind: 'converted',
  text,
  encoding,
  capitalsByFont: encoding === 'tcvn3' && writtenWords(text).some((word) => isOfCapitalFont(word.text)),
});

/**
 * What a text says whose letters may be codes of an old font. A text in which every word is Vietnamese, ASCII, or a foreign word that no code makes
 * Vietnamese comes back as it is. Else it is converted where just one code makes every word a Vietnamese syllable, and its words cannot
 * be a foreign name: one has a sign or a capital among small letters, or there are two of them. All else is refused, with what is in doubt.
 */
export function recogniseText(text: string): RecognisedText {
  if (hasLostLetters(text)) return refused(text, 'lostLetters');
  if (!BEYOND_ASCII.test(text)) return { kind: 'unicode', text };
  const words = writtenWords(text);
  const doubtful = words.filter(isDoubtful);
  const twice = looksEncodedTwice(text);
  if (doubtful.length > 0 || twice) return readDoubtful(text, doubtful, twice);
  const [reading] = text.includes(A_GRAVE_TWICE) ? readingsOf(text) : [];
  if (!reading) return { kind: 'unicode', text };
  return words.some(({ odd }) => odd) ? converted(reading.text, reading.encoding) : refused(text, 'twoReadings', [], [text, reading.text]);
}

function readDoubtful(text: string, doubtful: readonly WrittenWord[], twice: boolean): RecognisedText {
  const readings = readingsOf(text);
  const [reading, other] = readings;
  if (reading && other) return refused(text, 'twoReadings', doubtful, textsOf(readings));
  if (reading && hasLostLetters(reading.text)) return refused(text, 'lostLetters');
  if (reading) {
    const surely = reading.encoding === 'utf8Twice' || (reading.encoding === 'ethForD' && !isSingleByte(text));
    const certain = surely || doubtful.length > 1 || doubtful.some(isNoWord);
    return certain ? converted(reading.text, reading.encoding) : refused(text, 'tooLittle', doubtful, [reading.text]);
  }
  const elsewhere = doubtful.filter(isElsewhereVietnamese);
  if (elsewhere.length > 0) return refused(text, 'mixedEncodings', elsewhere);
  // A word with letters that no single byte stands for was typed in Unicode, however odd it is.
  const unreadable = doubtful.filter((word) => word.kind === 'broken' && isSingleByte(word.text));
  return twice || unreadable.length > 0 ? refused(text, 'notVietnamese', unreadable) : { kind: 'unicode', text };
}
