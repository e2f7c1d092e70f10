import { readingsOf, textOfUtf8 } from './readings.ts';
import { recogniseLines } from './recognised-lines.ts';
import { converted, type RecognisedText, recogniseText, refused } from './recognised-text.ts';
import { seenIn1252 } from './single-bytes.ts';
import { isVietnamese } from './written-words.ts';

/** How the bytes of a file were taken: in one of the forms of Unicode, or line by line where some lines are in none. */
export const FILE_FORMS = ['utf8', 'utf16le', 'utf16be', 'singleBytes'] as const;
export type FileForm = (typeof FILE_FORMS)[number];

/** The lines of a file, without their ends; `refused` where it is no text at all. */
export type FileLines = { readonly form: FileForm; readonly lines: readonly RecognisedText[] } | { readonly refused: 'notText' };

const [LINE_FEED, RETURN] = [0x0a, 0x0d];

/** The lines of bytes of which ASCII is a part, by any of the three ends of line. */
function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte !== LINE_FEED && byte !== RETURN) continue;
    lines.push(bytes.subarray(start, at));
    if (byte === RETURN && bytes[at + 1] === LINE_FEED) at++;
    start = at + 1;
  }
  return start < bytes.length ? [...lines, bytes.subarray(start)] : lines;
}

const textLines = (text: string): string[] => {
  const lines = text.split(/\r\n|[\n\r]/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
};

/**
 * A line that is not UTF-8. Seen in Windows-1252 it is what a text of an old font is; but nothing says that Windows-1252 was meant, so that
 * what is proper there must not say something else in another code.
 */
function lineOfBytes(bytes: Uint8Array): RecognisedText {
  const seen = seenIn1252(bytes);
  const recognised = recogniseText(seen);
  if (recognised.kind !== 'unicode') return recognised;
  const readings = readingsOf(seen).map(({ text }) => text);
  if (readings.length > 0) return refused(seen, 'twoReadings', [], [seen, ...readings]);
  return isVietnamese(seen) ? converted(seen, 'windows1258') : refused(seen, 'notVietnamese');
}

/**
 * The lines of a file of text, each recognised by itself: UTF-8 with and without its mark, UTF-16 by its mark, and where a line is not UTF-8,
 * TCVN3, VNI-Windows or Windows-1258. Letters of an old font within Unicode are recognised as `recogniseLines` does.
 */
export function readFileLines(bytes: Uint8Array): FileLines {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return { form: 'utf16le', lines: recogniseLines(textLines(new TextDecoder('utf-16le').decode(bytes))) };
  if (first === 0xfe && second === 0xff) return { form: 'utf16be', lines: recogniseLines(textLines(new TextDecoder('utf-16be').decode(bytes))) };
  // No text has this byte, and UTF-16 without its mark has many.
  if (bytes.includes(0)) return { refused: 'notText' };
  const lines = linesOf(first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes);
  const inUtf8 = lines.map(textOfUtf8);
  const recognised = recogniseLines(inUtf8.map((line) => line ?? ''));
  const form = inUtf8.includes(undefined) ? 'singleBytes' : 'utf8';
  return { form, lines: lines.map((line, index) => (inUtf8[index] === undefined ? lineOfBytes(line) : (recognised[index] as RecognisedText))) };
}
