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
export function packageName(entry: PackageEntry, taken: readonly string[] = []): string {
  return nameApart(wantedName(entry), new Set(taken.map(keyOf)), 1).name;
}

/** The names of all files of a package, each once, in the order given. */
export function packageNames(entries: readonly PackageEntry[]): string[] {
  const keys = new Set<string>();
  // Where the last one that wanted the same ended: a thousand alike are not counted from one each.
  const counts = new Map<string, number>();
  return entries.map((entry) => {
    const wanted = wantedName(entry);
    const { name, count } = nameApart(wanted, keys, counts.get(wanted.key) ?? 1);
    counts.set(wanted.key, count + 1);
    keys.add(keyOf(name));
    return name;
  });
}

interface WantedName {
  readonly stem: string;
  readonly end: string;
  readonly key: string;
}

function wantedName({ parts, extension }: PackageEntry): WantedName {
  const stem = parts
    .map(soundPart)
    .filter((part) => part !== '')
    .join(' - ');
  const sound = soundPart(extension).replace(/[^\p{L}\p{N}]/gu, '');
  const end = sound === '' ? '' : `.${fitting(sound, 16)}`;
  // Long ones that differ only where they are cut off want the same name.
  return { stem, end, key: keyOf(`${fitting(stem, LONGEST_PACKAGE_NAME - bytesOf(end) - 1)}/${end}`) };
}

function nameApart({ stem, end }: WantedName, taken: ReadonlySet<string>, from: number): { readonly name: string; readonly count: number } {
  for (let count = from; ; count++) {
    const mark = count === 1 ? '' : ` (${count})`;
    const room = LONGEST_PACKAGE_NAME - bytesOf(mark) - bytesOf(end) - 1;
    const name = safeFileName(`${fitting(stem, room).trim() || 'tep'}${mark}${end}`);
    if (!taken.has(keyOf(name))) return { name, count };
  }
}
