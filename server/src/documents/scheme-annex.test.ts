import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Raw, readJson, readYaml } from '@parindex/core';
import { type ImportedScheme, readSchemeTables } from '@parindex/core/studio/import/index';
import { Random } from '@parindex/core/testing/random';
import { textOf } from '@parindex/core/testing/random-document';
import { randomScheme } from '@parindex/core/testing/random-scheme';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTables } from '../file-inspection/read-workbook.ts';
import { readWorkbookApart } from '../file-inspection/read-workbook-apart.ts';
import { textOf as fileText } from '../file-inspection/testing/text-of.ts';
import { officialDocx } from './docx.ts';
import { type AnnexFormat, schemeAnnex } from './scheme-annex.ts';
import { listDocument } from './shapes.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parindex-annex-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const annex = (text: string, document: Raw, format: AnnexFormat) =>
  schemeAnnex({ text, document, isDraft: true, hash: null, decision: null, owner: null }, format);

async function broughtBack(text: string, document: Raw, format: AnnexFormat): Promise<ImportedScheme> {
  const file = path.join(folder, `annex.${format}`);
  writeFileSync(file, await annex(text, document, format));
  return readSchemeTables(await readTables(file), { id: 'tep', title: 'Tệp' });
}

describe('[F8] the table of an edition as a file', () => {
  it.each(['province-2022', 'commune-nq57-2026', 'department-illustrative', 'commune-illustrative'])('%s is brought back letter by letter', async (edition) => {
    const text = readFileSync(new URL(`../../../schemes/${edition}/scheme.yaml`, import.meta.url), 'utf8');
    for (const format of ['xlsx', 'docx'] as const) {
      const { text: back, doubts } = await broughtBack(text, readYaml(text).value, format);
      expect([back, doubts], format).toEqual([text, []]);
    }
  });

  it('is brought back whatever scheme it is of', async () => {
    for (let stream = 0; stream < 6; stream += 1) {
      const text = textOf(randomScheme(new Random(Number(process.env['SEED'] ?? 3), stream)).doc);
      for (const format of ['xlsx', 'docx'] as const) {
        const { text: back, doubts } = await broughtBack(text, readJson(text).value, format);
        expect([back, doubts], `stream ${stream} ${format}`).toEqual([text, []]);
      }
    }
  });

  it('says to whose decision it is attached, with its number once it has one', async () => {
    const text = readFileSync(new URL('../../../schemes/department-illustrative/scheme.yaml', import.meta.url), 'utf8').replace(
      'status: illustrative',
      'status: official',
    );
    const printed = { text, document: readYaml(text).value, hash: null, owner: { name: 'Tỉnh Minh họa 01', kind: 'province' as const } };
    const said = async (of: { readonly isDraft: boolean; readonly decision: { readonly number: string; readonly date: string } | null }) =>
      (await fileText(Buffer.from(await schemeAnnex({ ...printed, ...of }, 'docx')), 'phu-luc.docx')).replaceAll(/\s+/g, ' ');
    const decision = { number: '12/QĐ-UBND', date: '2026-01-09' };
    expect(await said({ isDraft: false, decision })).toContain(
      '(Kèm theo Quyết định số 12/QĐ-UBND ngày 09 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Minh họa 01)',
    );
    expect(await said({ isDraft: true, decision: null })).toMatch(/\(Kèm theo Quyết định số … ?… ngày .* của Ủy ban nhân dân tỉnh Minh họa 01\)/);
  });

  it('is read in the locked-down process, which refuses a part that is too large', async () => {
    const text = readFileSync(new URL('../../../schemes/commune-nq57-2026/scheme.yaml', import.meta.url), 'utf8');
    const read = await readWorkbookApart(await annex(text, readYaml(text).value, 'docx'), 'tables');
    expect('workbook' in read && readSchemeTables(read.workbook, { id: 'tep', title: 'Tệp' }).text).toBe(text);
    const plain = listDocument({ title: 'Bảng', about: [], columns: [['STT', 5]], rows: [['1']] });
    const hidden = Array.from({ length: 150 }, (_, each) =>
      Buffer.from(new Uint8Array(30_000).map((_, at) => (at * at * 7919 + each * 31) % 251)).toString('base64'),
    );
    expect(await readWorkbookApart(await officialDocx(plain, hidden), 'tables')).toMatchObject({ refused: { why: { code: 'file' } } });
  });
});
