import type { FileKind } from '@parindex/core/evidence/file-codes';
import { FILE_KIND_WORDS } from '@parindex/core/words/file-words';
import type { InBoth } from '@parindex/core/words/texts';

export interface KindFacts {
  /** What it is called. */
  readonly name: InBoth;
  readonly mediaType: string;
  /** Its file name extensions, the usual one first. */
  readonly endings: readonly [string, ...string[]];
}

const facts = (kind: FileKind, mediaType: string, ...endings: [string, ...string[]]): KindFacts => ({ name: FILE_KIND_WORDS[kind], mediaType, endings });

const OOXML = 'application/vnd.openxmlformats-officedocument';
const ODF = 'application/vnd.oasis.opendocument';

/** The allow-list: other kinds are not accepted. */
export const KINDS: Readonly<Record<FileKind, KindFacts>> = {
  pdf: facts('pdf', 'application/pdf', 'pdf'),
  png: facts('png', 'image/png', 'png'),
  jpeg: facts('jpeg', 'image/jpeg', 'jpg', 'jpeg', 'jpe', 'jfif'),
  webp: facts('webp', 'image/webp', 'webp'),
  gif: facts('gif', 'image/gif', 'gif'),
  tiff: facts('tiff', 'image/tiff', 'tif', 'tiff'),
  docx: facts('docx', `${OOXML}.wordprocessingml.document`, 'docx'),
  xlsx: facts('xlsx', `${OOXML}.spreadsheetml.sheet`, 'xlsx'),
  pptx: facts('pptx', `${OOXML}.presentationml.presentation`, 'pptx'),
  odt: facts('odt', `${ODF}.text`, 'odt'),
  ods: facts('ods', `${ODF}.spreadsheet`, 'ods'),
  odp: facts('odp', `${ODF}.presentation`, 'odp'),
  txt: facts('txt', 'text/plain; charset=utf-8', 'txt'),
  csv: facts('csv', 'text/csv; charset=utf-8', 'csv'),
};
