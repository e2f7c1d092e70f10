import type { WorkbookSheet } from '@parindex/core/imports/workbook/cells';
import { CARRIED_SHEET } from '@parindex/core/studio/annex/carried';
import type { Archive } from './archive-guard.ts';
import { FileRefused } from './refused.ts';
import { readXml } from './xml.ts';

/** What a DOCX of the product carries besides its text, in the form of the hidden sheet of a workbook. Office programs number such parts anew. */
export async function docxCarried(archive: Archive, mostCharacters: number): Promise<WorkbookSheet[]> {
  for (const name of archive.names.filter((each) => /^customXml\/item\d+\.xml$/i.test(each))) {
    const stream = await archive.open(name);
    const pieces = stream ? await piecesIn(stream, mostCharacters) : [];
    const cells = pieces.map((text, index) => ({ row: index + 1, column: 1, kind: 'text', format: 'general', text }) as const);
    if (cells.length > 0) return [{ name: CARRIED_SHEET, hidden: true, cells, merges: [] }];
  }
  return [];
}

/** The texts of a part of ours; none of others, which are not read to their end. */
async function piecesIn(stream: Parameters<typeof readXml>[0], mostCharacters: number): Promise<string[]> {
  const pieces: string[] = [];
  let isOurs: boolean | undefined;
  let inPiece = false;
  let left = mostCharacters;
  await readXml(stream, {
    open(name, attributes) {
      isOurs ??= name === 'carried' && Object.values(attributes).includes('urn:parindex:carried');
      inPiece = isOurs && name === 'piece';
      if (inPiece) pieces.push('');
    },
    close() {
      inPiece = false;
    },
    text(text) {
      if (!inPiece) return;
      left -= text.length;
      if (left < 0) throw new FileRefused('tooComplex', { reason: 'text that is carried' });
      pieces.push((pieces.pop() ?? '') + text);
    },
    enough: () => isOurs === false,
  });
  return isOurs ? pieces : [];
}
