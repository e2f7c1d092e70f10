import { composed } from './composed.ts';
/** How a text was encoded. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252';

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/** Control characters except tab, line feed, form feed and carriage return; including those that only legacy encodings leave undefined. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are looked for.
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/;
/** A vowel with a mark of its own: how windows-1258 writes Vietnamese. */
const MARKED_VOWEL = /[aăâeêioôơuưy][\u0300\u0301\u0303\u0309\u0323]/i;

function decoded(bytes: Uint8Array, encoding: Encoding, cut: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: cut });
  } catch {
    return undefined;
  }
}

function encodingOf(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/**
 * Decodes bytes as text; undefined if they are not text: UTF-8, UTF-16 with a byte order mark, otherwise legacy encodings
 * of Vietnamese and western Windows. `cut`: the bytes may end within a character. The text is in NFC.
 */
export function decodeStart(bytes: Uint8Array, cut: boolean): DecodedText | undefined {
  const marked = encodingOf(bytes);
  for (const encoding of marked ? [marked] : (['utf-8', 'windows-1258', 'windows-1252'] as const)) {
    const text = decoded(bytes, encoding, cut);
    if (text === undefined || CONTROL.test(text)) continue;
    if (encoding === 'windows-1258' && !MARKED_VOWEL.test(text)) continue;
    return { text: composed(text), encoding };
  }
  return undefined;
}

/** An encoding without a mark was guessed, which must be reported. */
export const isOldEncoding = (encoding: Encoding): boolean => encoding.startsWith('windows-');
