import { bytesOf1252, bytesOf1258, textOf1258 } from './single-bytes.ts';
import { textOfTcvn3 } from './tcvn3.ts';
import { textOfVni } from './vni-windows.ts';
import { isVietnamese } from './written-words.ts';

/**
 * What a Vietnamese text may be written in, besides Unicode: the fonts' codes TCVN3 and VNI, code page 1258, UTF-8 that was taken for a single-byte
 * code and encoded once more, and Unicode with the Icelandic eth (Ð) in place of đ, which looks the same as a capital.
 */
export const OLD_ENCODINGS = ['tcvn3', 'vni', 'windows1258', 'utf8Twice', 'ethForD'] as const;
export type OldEncoding = (typeof OLD_ENCODINGS)[number];

export interface Reading {
  readonly encoding: OldEncoding;
  readonly text: string;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What bytes say in UTF-8; undefined where they are none. */
export function textOfUtf8(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

const inFonts = (bytes: Uint8Array): readonly (readonly [OldEncoding, string | undefined])[] => [
  ['tcvn3', textOfTcvn3(bytes)],
  ['vni', textOfVni(bytes)],
  ['windows1258', textOf1258(bytes)],
  ['utf8Twice', textOfUtf8(bytes)],
];

/** Everything that a text may have been before it was seen in a wrong code, and that is Vietnamese throughout. What reads alike stands once; the text itself is left out. */
export function readingsOf(text: string): Reading[] {
  const [western, vietnamese] = [bytesOf1252(text), bytesOf1258(text)];
  const all: (readonly [OldEncoding, string | undefined])[] = [
    ...(western ? inFonts(western) : []),
    ['utf8Twice', vietnamese && textOfUtf8(vietnamese)],
    ['ethForD', text.replaceAll('Ð', 'Đ').replaceAll('ð', 'đ')],
  ];
  const readings = new Map<string, Reading>();
  for (const [encoding, read] of all)
    if (read !== undefined && read !== text && !readings.has(read) && isVietnamese(read)) readings.set(read, { encoding, text: read });
  return [...readings.values()];
}
