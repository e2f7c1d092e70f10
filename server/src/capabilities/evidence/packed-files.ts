import type { FileKind } from '@parindex/core/evidence/file-codes';
import { packageNames } from '@parindex/core/evidence/index';
import { KINDS } from '../../file-inspection/kinds.ts';
import type { PackedObject } from '../../zip/zip-entry.ts';
import { type ShownDocument, type ShownFile, type ShownVersion, standingOf, type VersionStanding } from './version-standing.ts';

/** A version listed in a package, and the folder for its file. */
export interface PackageEntry {
  readonly document: ShownDocument;
  readonly version: ShownVersion;
  readonly folder: string;
  /** The beginning of its file name; empty: the number of the document. */
  readonly mark: string;
}

export interface PlacedEntry extends PackageEntry {
  readonly standing: VersionStanding;
  /** The path of its file; undefined if the file is not included. */
  readonly path: string | undefined;
}

/** Kinds that are compressed already. */
const NOT_COMPRESSED: readonly FileKind[] = ['txt', 'csv', 'tiff'];

const nameParts = ({ version: { number, facts }, mark }: PackageEntry, file: ShownFile): string[] => [
  mark,
  facts.number ?? '',
  number > 1 ? `bản ${number}` : '',
  facts.subject ?? file.name.replace(/\.[^.]*$/, ''),
];

/** Gives each file a readable path, and only one for versions with the same bytes. */
export function placeFiles(entries: readonly PackageEntry[]): { readonly entries: readonly PlacedEntry[]; readonly objects: readonly PackedObject[] } {
  const standing = entries.map((entry) => ({ ...entry, standing: standingOf(entry.document, entry.version) }));
  const first = new Map<string, (typeof standing)[number]>();
  for (const entry of standing) if (entry.standing.file && !first.has(entry.standing.file.sha256)) first.set(entry.standing.file.sha256, entry);
  const objects: PackedObject[] = [];
  for (const [folder, inside] of Map.groupBy(first.values(), (entry) => entry.folder)) {
    const files = inside.map((entry) => ({ entry, file: entry.standing.file as ShownFile }));
    const names = packageNames(files.map(({ entry, file }) => ({ parts: nameParts(entry, file), extension: `.${KINDS[file.kind].endings[0]}` })));
    for (const [index, { file }] of files.entries())
      objects.push({ path: `${folder}/${names[index]}`, sha256: file.sha256, bytes: file.bytes, stored: !NOT_COMPRESSED.includes(file.kind) });
  }
  const paths = new Map(objects.map(({ sha256, path }) => [sha256, path]));
  return { entries: standing.map((entry) => ({ ...entry, path: entry.standing.file && paths.get(entry.standing.file.sha256) })), objects };
}
