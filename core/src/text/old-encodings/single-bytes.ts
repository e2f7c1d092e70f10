/** What stands where a code page has nothing at a byte. */
export const NO_CHARACTER = '\ufffd';

/** What Windows code page 1252 has from 80 to 9F, in its order. From A0 on a byte is its own code point. */
const FROM_80_IN_1252 = '€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ';

/** Windows code page 1258 (Vietnamese), where it differs from 1252; the five tones combine with the letter before them. */
const IN_1258: ReadonlyMap<number, string> = new Map([
  [0x8a, NO_CHARACTER],
  [0x8e, NO_CHARACTER],
  [0x9a, NO_CHARACTER],
  [0x9e, NO_CHARACTER],
  [0xc3, 'Ă'],
  [0xcc, '\u0300'],
  [0xd0, 'Đ'],
  [0xd2, '\u0309'],
  [0xd5, 'Ơ'],
  [0xdd, 'Ư'],
  [0xde, '\u0303'],
  [0xe3, 'ă'],
  [0xec, '\u0301'],
  [0xf0, 'đ'],
  [0xf2, '\u0323'],
  [0xf5, 'ơ'],
  [0xfd, 'ư'],
  [0xfe, '₫'],
]);

/** The character of a byte in Windows-1252; `NO_CHARACTER` where it has none. */
export const in1252 = (byte: number): string => (byte >= 0x80 && byte < 0xa0 ? FROM_80_IN_1252.charAt(byte - 0x80) : String.fromCharCode(byte));

/** The character of a byte in Windows-1258; `NO_CHARACTER` where it has none. */
export const in1258 = (byte: number): string => IN_1258.get(byte) ?? in1252(byte);

const BYTES = Array.from({ length: 256 }, (_, byte) => byte);
const bytesBy = (character: (byte: number) => string): ReadonlyMap<string, number> => {
  const known = BYTES.flatMap((byte) => (character(byte) === NO_CHARACTER ? [] : [[character(byte), byte] as const]));
  // A program that found nothing at a byte kept it as a control character.
  return new Map([...BYTES.slice(0x80, 0xa0).map((byte) => [String.fromCharCode(byte), byte] as const), ...known]);
};
const OF_1252 = bytesBy(in1252);
const OF_1258 = bytesBy(in1258);

function bytesIn(known: ReadonlyMap<string, number>, text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const byte = known.get(text.charAt(at));
    if (byte === undefined) return undefined;
    bytes[at] = byte;
  }
  return bytes;
}

/** What bytes say in Windows-1258, its tones joined with their letters; undefined where a byte has no character. */
export function textOf1258(bytes: Uint8Array): string | undefined {
  const text = Array.from(bytes, in1258).join('');
  return text.includes(NO_CHARACTER) ? undefined : text.normalize('NFC');
}

/** How bytes are seen in Windows-1252, where what has no character stays a control character. */
export const seenIn1252 = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => (in1252(byte) === NO_CHARACTER ? String.fromCharCode(byte) : in1252(byte))).join('');

/** The bytes that were taken for a text in Windows-1252; undefined where a character has none. */
export const bytesOf1252 = (text: string): Uint8Array | undefined => bytesIn(OF_1252, text);

/** The same in Windows-1258. */
export const bytesOf1258 = (text: string): Uint8Array | undefined => bytesIn(OF_1258, text);
