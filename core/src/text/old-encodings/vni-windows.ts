import { in1252, NO_CHARACTER } from './single-bytes.ts';

/** Below are ASCII and signs. */
const FIRST_LETTER = 0xc0;

/**
 * VNI-Windows, the code of the VNI fonts: a letter is itself, or a base letter and a byte of marks after it. What the marks are called here is
 * how they are seen in Windows-1252, where both stand at the same code points.
 */
const TONES_AFTER: readonly (readonly [string, string])[] = [
  ['ù', '\u0301'],
  ['ø', '\u0300'],
  ['û', '\u0309'],
  ['õ', '\u0303'],
  ['ï', '\u0323'],
];
const CIRCUMFLEX: readonly (readonly [string, string])[] = [
  ['â', ''],
  ['á', '\u0301'],
  ['à', '\u0300'],
  ['å', '\u0309'],
  ['ã', '\u0303'],
  ['ä', '\u0323'],
];
const BREVE: readonly (readonly [string, string])[] = [
  ['ê', ''],
  ['é', '\u0301'],
  ['è', '\u0300'],
  ['ú', '\u0309'],
  ['ü', '\u0303'],
  ['ë', '\u0323'],
];
/** Letters of one byte, with their code point in Windows-1252 and what they are. */
const ALONE: readonly (readonly [string, string])[] = [
  ['ñ', 'đ'],
  ['ô', 'ơ'],
  ['ö', 'ư'],
  ['í', 'í'],
  ['ì', 'ì'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
];

const pairs = (bases: string, marks: readonly (readonly [string, string])[], mark: string, base: (letter: string) => string = (letter) => letter) =>
  [...bases].flatMap((letter) => marks.map(([after, tone]) => [letter + after, `${base(letter)}${mark}${tone}`.normalize('NFC')] as const));

const ofOneByte = new Map(ALONE);
const SMALL: readonly (readonly [string, string])[] = [
  ...ALONE,
  ...pairs('aeouyôö', TONES_AFTER, '', (letter) => ofOneByte.get(letter) ?? letter),
  ...pairs('aeo', CIRCUMFLEX, '\u0302'),
  ...pairs('a', BREVE, '\u0306'),
  // Ỵ is a letter of its own.
].filter(([code]) => code !== 'yï');

/** A capital takes its mark in capital or small form, as fonts have both. */
const VNI = new Map(
  SMALL.flatMap(([code, letter]) => {
    const [base = '', after = ''] = [...code];
    const capital = letter.toUpperCase();
    return [[code, letter] as const, [base.toUpperCase() + after.toUpperCase(), capital] as const, [base.toUpperCase() + after, capital] as const];
  }),
);

/** What bytes say in VNI-Windows; undefined where one of the codes of its letters stands where no letter has it. Signs are those of Windows-1252. */
export function textOfVni(bytes: Uint8Array): string | undefined {
  let text = '';
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    const one = in1252(byte);
    const next = bytes[at + 1];
    const pair = next === undefined || next < FIRST_LETTER ? undefined : VNI.get(one + in1252(next));
    const letter = pair ?? (byte < FIRST_LETTER ? one : VNI.get(one));
    if (letter === undefined || letter === NO_CHARACTER) return undefined;
    text += letter;
    if (pair !== undefined) at++;
  }
  return text;
}
