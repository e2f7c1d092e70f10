import { in1252, NO_CHARACTER } from './single-bytes.ts';

/**
 * TCVN 5712:1993, set VN3, as the ABC fonts (.VnTime and its kin) have it: the letters from A1 on, one byte each; a dot stands where VN3 has no letter.
 * VN3 has capitals with a tone nowhere: a font with an H at its end (.VnTimeH) draws these very codes as capitals. The text does not say
 * which font it was in, so they are read as small letters.
 */
const FROM_A1 = 'ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ.';

const TCVN3 = new Map([...FROM_A1].flatMap((letter, index) => (letter === '.' ? [] : [[0xa1 + index, letter] as const])));

/** What bytes say in TCVN3; undefined where a byte is a letter of Windows-1252 and none of TCVN3. Signs that the set leaves free are those of Windows-1252. */
export function textOfTcvn3(bytes: Uint8Array): string | undefined {
  let text = '';
  for (const byte of bytes) {
    const letter = TCVN3.get(byte) ?? in1252(byte);
    if (!TCVN3.has(byte) && (letter === NO_CHARACTER || (byte >= 0x80 && /\p{L}/u.test(letter)))) return undefined;
    text += letter;
  }
  return text;
}

/** Whether a word that was TCVN3 is written in capitals but for its letters with marks, as text in a font of capitals comes out. */
export const isOfCapitalFont = (word: string): boolean => /[A-Z].*[A-Z]/.test(word) && !/[a-z]/.test(word) && word !== word.toUpperCase();
