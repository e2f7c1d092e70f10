import type { FileKind } from '@parindex/core/evidence/file-codes';
import type { Finding } from './inspection.ts';
import { KINDS } from './kinds.ts';
import { FileRefused } from './refused.ts';

/** Families of kinds that the same programs open: within one, a wrong extension is harmless. */
type Family = 'pdf' | 'image' | 'document' | 'spreadsheet' | 'slides' | 'plain' | 'refused';

const FAMILY_OF: Readonly<Record<FileKind, Family>> = {
  pdf: 'pdf',
  png: 'image',
  jpeg: 'image',
  webp: 'image',
  gif: 'image',
  tiff: 'image',
  docx: 'document',
  odt: 'document',
  xlsx: 'spreadsheet',
  ods: 'spreadsheet',
  pptx: 'slides',
  odp: 'slides',
  txt: 'plain',
  csv: 'plain',
};

/** Extensions of kinds that are not accepted, by the programs that open them. */
const OTHER_ENDINGS: Readonly<Partial<Record<Family, string>>> = {
  image: 'heic heif avif bmp jxl ico',
  document: 'doc rtf dot dotx docm dotm',
  spreadsheet: 'xls xlt xltx xlsm xlsb xltm',
  slides: 'ppt pps ppsx pot potx pptm ppsm',
  refused:
    'exe com scr msi dll bat cmd ps1 vbs vbe js jse wsf hta jar lnk sh py php apk app iso img html htm xhtml mht mhtml svg xml url zip rar 7z gz tar tgz bz2 xz cab',
};

const FAMILY_OF_ENDING: ReadonlyMap<string, Family> = new Map([
  ...Object.entries(KINDS).flatMap(([kind, { endings }]) => endings.map((ending) => [ending, FAMILY_OF[kind as FileKind]] as const)),
  ...Object.entries(OTHER_ENDINGS).flatMap(([family, endings]) => endings.split(' ').map((ending) => [ending, family as Family] as const)),
]);

/** The extension of a file's name in lower case, empty if it has none. */
export const endingOf = (name: string): string => /\.([^./\\\s]+)\s*$/.exec(name)?.[1]?.toLowerCase() ?? '';

/**
 * Compares a name with the content. An extension of another family is refused: whoever downloads the file opens it by its
 * name, and malware disguises itself like this. Within a family ("anh.png" that is a JPEG), or if it is unknown or
 * missing, it is only reported.
 */
export function nameFindings(name: string, kind: FileKind): Finding[] {
  const ending = endingOf(name);
  if (KINDS[kind].endings.includes(ending)) return [];
  const family = FAMILY_OF_ENDING.get(ending);
  if (family !== undefined && family !== FAMILY_OF[kind]) throw new FileRefused('nameSaysOther', { ending, kind });
  return [{ code: 'endingDiffers', detail: `${ending === '' ? '—' : `.${ending}`} → .${KINDS[kind].endings[0]}` }];
}
