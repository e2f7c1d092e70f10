/** Codes written out once more, letter by letter, from how each font shows its letters: so that a wrong table does not test itself. */
const LETTERS = 'à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ è ẻ ẽ é ẹ ê ề ể ễ ế ệ ì ỉ ĩ í ị ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ ù ủ ũ ú ụ ư ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ đ'.split(
  ' ',
);
const TCVN3 =
  'µ ¶ · ¸ ¹ ¨ » ¼ ½ ¾ Æ © Ç È É Ê Ë Ì Î Ï Ð Ñ ª Ò Ó Ô Õ Ö × Ø Ü Ý Þ ß á â ã ä « å æ ç è é ¬ ê ë ì í î ï ñ ò ó ô \u00ad õ ö ÷ ø ù ú û ü ý þ ®'.split(' ');
const VNI = (
  'aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä eø eû eõ eù eï eâ eà eå eã eá eä ì æ ó í ò oø oû oõ où oï oâ oà oå oã oá oä ' +
  'ô ôø ôû ôõ ôù ôï uø uû uõ uù uï ö öø öû öõ öù öï yø yû yõ yù î ñ'
).split(' ');
const CAPITALS_OF_TCVN3: Readonly<Record<string, string>> = { Ă: '¡', Â: '¢', Ê: '£', Ô: '¤', Ơ: '¥', Ư: '¦', Đ: '§' };

const table = (codes: readonly string[]): ReadonlyMap<string, string> => new Map(LETTERS.map((letter, index) => [letter, codes[index] as string]));
const TO_TCVN3 = table(TCVN3);
const TO_VNI = table(VNI);

export const VIETNAMESE_LETTERS: readonly string[] = LETTERS;

/** How a text in TCVN3 is seen in Windows-1252. Capitals with a tone have no code: they are written in small letters, as a font of capitals draws them. */
export const asTcvn3 = (text: string): string =>
  Array.from(text.normalize('NFC'), (letter) => CAPITALS_OF_TCVN3[letter] ?? TO_TCVN3.get(letter) ?? TO_TCVN3.get(letter.toLowerCase()) ?? letter).join('');

/** How a text in VNI-Windows is seen in Windows-1252. */
export const asVni = (text: string): string =>
  Array.from(text.normalize('NFC'), (letter) => TO_VNI.get(letter) ?? TO_VNI.get(letter.toLowerCase())?.toUpperCase() ?? letter).join('');

/** The bytes of a text seen in Windows-1252, for letters that stand at their own code point. */
export const octets = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const TONES_IN_1258: Readonly<Record<string, number>> = { '\u0300': 0xcc, '\u0309': 0xd2, '\u0303': 0xde, '\u0301': 0xec, '\u0323': 0xf2 };
const LETTERS_IN_1258: Readonly<Record<string, number>> = { Ă: 0xc3, Đ: 0xd0, Ơ: 0xd5, Ư: 0xdd, ă: 0xe3, đ: 0xf0, ơ: 0xf5, ư: 0xfd };
const TONED = /[\u0300\u0309\u0303\u0301\u0323]/;

/** The bytes of a text in Windows-1258: each tone after its letter, as the keyboard of Windows writes them. */
export function in1258(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const letter of text.normalize('NFC')) {
    const parts = letter.normalize('NFD');
    const tone = TONED.exec(parts)?.[0];
    const base = parts.replace(TONED, '').normalize('NFC');
    bytes.push(LETTERS_IN_1258[base] ?? base.charCodeAt(0));
    if (tone !== undefined) bytes.push(TONES_IN_1258[tone] as number);
  }
  return Uint8Array.from(bytes);
}

const IN_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** How the UTF-8 of a text is seen in Windows-1252. */
export const asUtf8Twice = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => (byte >= 0x80 && byte < 0xa0 ? IN_1252.charAt(byte - 0x80) : String.fromCharCode(byte))).join('');
