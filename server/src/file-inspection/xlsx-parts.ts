import type { Archive } from './archive-guard.ts';
import { mainPart, refuseRepeated, relationshipsOf } from './opc.ts';
import { FileRefused } from './refused.ts';
import { attribute, readXml } from './xml.ts';

/** The sheets of a workbook, and the paths of its other parts. */
export interface XlsxParts {
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly hidden: boolean }[];
  /** Days are counted from 1904, as on old Macs. */
  readonly since1904: boolean;
  readonly strings: string | undefined;
  readonly styles: string | undefined;
}

/** Reads the main part of an XLSX. */
export async function xlsxParts(archive: Archive): Promise<XlsxParts> {
  const part = await mainPart(archive);
  const stream = part === undefined ? undefined : await archive.open(part);
  if (part === undefined || !stream) throw new FileRefused('malformed', { reason: 'workbook' });
  const relationships = await relationshipsOf(archive, part);
  const targets = new Map(relationships.map(({ id, target }) => [id, target]));
  const sheets: { name: string; part: string; hidden: boolean }[] = [];
  let since1904 = false;
  await readXml(stream, {
    open(name, attributes) {
      if (name === 'workbookPr') since1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const state = attribute(attributes, 'state') ?? 'visible';
      sheets.push({ name: attribute(attributes, 'name') ?? '', part: targets.get(attribute(attributes, 'id') ?? '') ?? '', hidden: state !== 'visible' });
    },
  });
  refuseRepeated(sheets.map((sheet) => sheet.part));
  const partOf = (type: string) => relationships.find((each) => each.type === type)?.target;
  return { sheets, since1904, strings: partOf('sharedStrings'), styles: partOf('styles') };
}

interface StringReader {
  /** Whether the text with this index is needed. */
  takes(index: number, piece: string): boolean;
  end(index: number, text: string): void;
  enough(): boolean;
}

/** Reads a workbook's shared texts in order, without phonetic readings for Japanese. */
export async function readSharedStrings(archive: Archive, part: string | undefined, reader: StringReader): Promise<void> {
  const stream = part === undefined ? undefined : await archive.open(part);
  if (!stream) return;
  let index = 0;
  let current = '';
  let inText = false;
  let phonetic = false;
  await readXml(stream, {
    open(name) {
      if (name === 't') inText = true;
      else if (name === 'rPh') phonetic = true;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') {
        reader.end(index, current);
        index += 1;
        current = '';
      }
    },
    text(text) {
      if (inText && !phonetic && reader.takes(index, text)) current += text;
    },
    enough: () => reader.enough(),
  });
}
