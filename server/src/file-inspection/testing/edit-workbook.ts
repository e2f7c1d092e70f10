import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { zipOf } from './zip.ts';

/** All parts of a workbook, by name. */
export async function partsOf(bytes: Uint8Array): Promise<Record<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  const parts: Record<string, Buffer> = {};
  for await (const entry of zip.eachEntry()) parts[entry.fileName] = await buffer(await zip.openReadStreamPromise(entry));
  return parts;
}

const escaped = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What a program writes into a cell. */
export const CELL = {
  text: (value: string) => ` t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is>`,
  number: (written: string) => `><v>${written}</v>`,
  formula: (formula: string, result: string) => `><f>${escaped(formula)}</f><v>${result}</v>`,
  error: (code: string) => ` t="e"><v>${code}</v>`,
  empty: () => '>',
} as const;

/** The parts of a workbook changed as a program would: cells of a sheet (from 1) by their places, or any part's text. */
export async function editWorkbook(
  bytes: Uint8Array,
  edits: Readonly<Record<string, Readonly<Record<string, string>> | ((part: string) => string)>>,
): Promise<Buffer> {
  const parts = await partsOf(bytes);
  const changed: Record<string, string | Buffer> = { ...parts };
  for (const [part, edit] of Object.entries(edits)) {
    const before = parts[part]?.toString('utf8');
    if (before === undefined) throw new Error(`no part ${part}`);
    changed[part] = typeof edit === 'function' ? edit(before) : Object.entries(edit).reduce((xml, [place, content]) => withCell(xml, place, content), before);
  }
  return zipOf(changed);
}

function withCell(xml: string, place: string, content: string): string {
  const cell = new RegExp(`<c r="${place}"((?: s="\\d+")?)[^>]*?(?:/>|>.*?</c>)`, 's');
  if (!cell.test(xml)) throw new Error(`no cell ${place}`);
  return xml.replace(cell, (_, style: string) => `<c r="${place}"${style}${content}</c>`);
}
