import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sized } from '../../../tests/soak.ts';
import { inspect } from './inspect.ts';
import { inspectFile } from './inspect-file.ts';
import { FileRefused } from './refused.ts';
import { TestFolder } from './testing/files.ts';
import { makeImage } from './testing/images.ts';
import { makeDocx, makeOpenDocument, makePptx, makeXlsx, paragraph } from './testing/office.ts';
import { makePdf } from './testing/pdf.ts';

const folder = new TestFolder();
afterAll(() => folder.remove());

let good: readonly (readonly [name: string, content: Buffer])[] = [];
beforeAll(async () => {
  const line = { text: 'Minh họa', x: 72, y: 700 };
  good = [
    ['a.pdf', makePdf({ pages: [[line], [line]], packedObjects: '<< /S /JavaScript >>' })],
    ['a.docx', await makeDocx(paragraph('một') + paragraph('hai', '<w:r><w:lastRenderedPageBreak/></w:r>'))],
    ['a.xlsx', await makeXlsx({ A: '<row><c t="s"><v>0</v></c></row>' }, { strings: '<si><t>một</t></si>' })],
    ['a.pptx', await makePptx([{ title: 'một', text: 'hai' }])],
    ['a.odt', await makeOpenDocument('text', '<text:p>một</text:p>')],
    ['a.csv', Buffer.from('một;hai\n1;2\n')],
    ['a.png', await makeImage('png')],
    ['a.jpg', await makeImage('jpeg')],
    ['a.tif', await makeImage('tiff')],
  ];
});

type Change = readonly [place: number, what: number | 'cut' | 'double'];
const changes = fc.array(fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.oneof(fc.nat(255), fc.constantFrom('cut', 'double'))), {
  minLength: 1,
  maxLength: 6,
}) as fc.Arbitrary<readonly Change[]>;

function changed(content: Buffer, all: readonly Change[]): Buffer {
  let bytes = Buffer.from(content);
  for (const [place, what] of all) {
    const at = Math.floor(place * bytes.length);
    if (typeof what === 'number') bytes[at] = what;
    else if (what === 'cut') bytes = bytes.subarray(0, Math.max(1, at));
    else bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - 40))]);
  }
  return bytes;
}

/** The only two ends that there are. */
async function ends(inspected: Promise<unknown>): Promise<void> {
  const error = await inspected.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error !== undefined) expect(error).toBeInstanceOf(FileRefused);
}

describe('whatever comes, it is an inspection or a named refusal', () => {
  test('[F28] random bytes, behind the marks of kinds that come in', async () => {
    const start = fc.constantFrom(
      '',
      '%PDF-1.7\n',
      'PK\x03\x04',
      '\x89PNG\r\n\x1a\n',
      '\xff\xd8\xff\xe0',
      'II*\0',
      'GIF89a',
      'RIFF\0\0\0\0WEBP',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    );
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 2_000 }), async (mark, rest) => {
        await ends(inspectFile(folder.keep(Buffer.concat([Buffer.from(mark, 'latin1'), rest])), 'a.txt'));
      }),
      { numRuns: sized(50, 200) },
    );
  });

  test('[F28] good files that were damaged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), changes, async (index, all) => {
        const [name, content] = good[index] ?? ['', Buffer.alloc(0)];
        await ends(inspectFile(folder.keep(changed(content, all)), name));
      }),
      { numRuns: sized(50, 200) },
    );
  });

  test('[F28] the same through the process that they meet in service, where a crash would be told as one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), changes, async (index, all) => {
        const [name, content] = good[index] ?? ['', Buffer.alloc(0)];
        const error = await inspect(folder.keep(changed(content, all)), name).then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
        if (error === undefined) return;
        expect(error).toBeInstanceOf(FileRefused);
        expect((error as FileRefused).details['reason']).not.toBe('crash');
      }),
      { numRuns: sized(6, 25) },
    );
  });
});
