import { bytesOf, fitting, safeFileName, soundPart } from './file-name.ts';

/** What a file in a package is called by: item, number of the document, subject, and the extension with its dot. */
export interface PackageEntry {
  readonly parts: readonly string[];
  readonly extension: string;
}

/** In bytes of UTF-8: short enough for a folder's path before it on any system. */
export const LONGEST_PACKAGE_NAME = 120;

/** Windows and macOS take names for one that differ only in case. */
const keyOf = (name: string): string => name.toLowerCase().normalize('NFC');

/**
 * A name for a file in a package (ZIP), readable and of at most 120 bytes of UTF-8, that is not among those taken.
 * @example packageName({ parts: ['1.1', '12/KH-MH'], extension: '.pdf' }) === '1.1 - 12-KH-MH.pdf'
 */
export function packageName({ parts, extension }: PackageEntry, taken: readonly string[] = []): string {
  const keys = new Set(taken.map(keyOf));
  return nameApart(parts, extension, keys);
}

/** The names of all files of a package, each once, in the order given. */
export function packageNames(entries: readonly PackageEntry[]): string[] {
  const keys = new Set<string>();
  return entries.map(({ parts, extension }) => {
    const name = nameApart(parts, extension, keys);
    keys.add(keyOf(name));
    return name;
  });
}

function nameApart(parts: readonly string[], extension: string, taken: ReadonlySet<string>): string {
  const stem = parts
    .map(soundPart)
    .filter((part) => part !== '')
    .join(' - ');
  const sound = soundPart(extension).replace(/[^\p{L}\p{N}]/gu, '');
  const end = sound === '' ? '' : `.${fitting(sound, 16)}`;
  for (let count = 1; ; count++) {
    const mark = count === 1 ? '' : ` (${count})`;
    const room = LONGEST_PACKAGE_NAME - bytesOf(mark) - bytesOf(end) - 1;
    const name = safeFileName(`${fitting(stem, room).trim() || 'tep'}${mark}${end}`);
    if (!taken.has(keyOf(name))) return name;
  }
}
