import { readFileSync } from 'node:fs';
import { ANY_FILE } from '@parindex/core/contracts/media-types';
import { schemeFilePreview } from '@parindex/core/contracts/schemas/index';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { recordAuditedTables } from '../../../audit/record-audited-tables.ts';
import { inBackground } from '../../../db/background.ts';
import { makeDocx, makeXlsx } from '../../../file-inspection/testing/office.ts';
import { tablesAsDocx, tablesAsXlsx, type WrittenTable } from '../../../file-inspection/testing/tables.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type World } from '../../../testing/world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  await inBackground(server.owner, 'BEGIN', (db) => recordAuditedTables({ db, account: null, membership: null, receivedAt: server.clock.now() }));
});
afterAll(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

async function send(url: string, bytes: Buffer, who: 'dung' | 'an' = 'dung') {
  const response = await server.app.inject({
    method: 'POST',
    url: `/api/editions/files${url}`,
    headers: { cookie: `parindex_session=${world.people[who].token}`, 'content-type': ANY_FILE },
    payload: bytes,
  });
  return { status: response.statusCode, body: response.json() };
}
const preview = (bytes: Buffer, who?: 'dung' | 'an') => send('/preview', bytes, who);
const draft = (bytes: Buffer, digest: string, rules: string, more: Record<string, string> = {}, who?: 'dung' | 'an') =>
  send(`?${new URLSearchParams({ name: 'Phụ lục I.xlsx', id: 'so-minh-hoa-2027', title: 'Bộ tiêu chí minh họa', digest, rules, ...more })}`, bytes, who);

const TABLE: WrittenTable = {
  name: 'Phụ lục I',
  rows: [
    ['STT', 'Tiêu chí', 'Điểm tối đa', 'Cách tính điểm'],
    ['I', 'Cải cách thể chế', '4', ''],
    ['1', 'Rà soát văn bản', '1', 'Tỷ lệ văn bản được rà soát từ 90% trở lên: 1; dưới 90%: 0'],
    ['2', 'Sáng kiến <b>mới</b>', '2', 'Mỗi sáng kiến được 1 điểm, tối đa 2'],
    ['3', 'Ban hành văn bản', '1', 'Theo hướng dẫn của Sở Minh họa'],
  ],
};
const told = ({ body }: { body: { parts: { doubts: { place: string; code: string }[] }[]; doubts: { place: string; code: string }[] } }) =>
  [...body.parts.flatMap(({ doubts }) => doubts), ...body.doubts].map(({ place, code }) => `${place} ${code}`).toSorted();

describe('[F8] Dũng brings in a table of criteria', () => {
  it('sees how it was read, from a workbook and from a document, and nothing is stored', async () => {
    for (const bytes of [await tablesAsXlsx([TABLE]), await tablesAsDocx([TABLE])]) {
      const seen = await preview(bytes);
      expect([seen.status, schemeFilePreview.parse(seen.body)]).toEqual([200, seen.body]);
      expect(seen.body.counts).toEqual({ domains: 1, criteria: 3, items: 3, rules: { read: 2, doubtful: 0, toChoose: 1 } });
      const [domain, first, second, third] = seen.body.parts;
      expect(domain).toMatchObject({ level: 'domain', code: 'I', points: '4', sum: '4', isItem: false, rule: null });
      expect(first).toMatchObject({ code: '1', points: '1', isItem: true, words: 'Tỷ lệ văn bản được rà soát từ 90% trở lên: 1; dưới 90%: 0' });
      expect([first.rule.doubtful, first.rule.sentence.join(' ')]).toEqual([false, expect.stringMatching(/90%.*1 điểm/)]);
      expect(second.doubts).toMatchObject([{ code: 'markup', place: expect.stringMatching(/!B4$/), message: expect.stringMatching(/HTML/) }]);
      expect([third.rule, third.doubts.map(({ code }: { code: string }) => code)]).toEqual([null, ['ruleToChoose']]);
    }
    const editions = await ask(server, world.people.dung, 'GET', '/api/editions');
    expect(editions.body.items.map(({ state }: { state: string }) => state)).not.toContain('draft');
  });

  it('and cells that are merged, in a document', async () => {
    const layout = parse(readFileSync(new URL('../../../../../core/src/studio/import/layouts/merged-cells.yaml', import.meta.url), 'utf8'));
    expect(told(await preview(await tablesAsDocx(layout.sheets)))).toEqual(layout.doubts);
  });

  it('makes a draft with the rules alone that he confirmed; the trail says from which file', async () => {
    const bytes = await tablesAsXlsx([TABLE]);
    const { body: seen } = await preview(bytes);
    const made = await draft(bytes, seen.digest, '2-3');
    expect([made.status, made.body.id, made.body.state, made.body.ownerBody]).toEqual([201, 'so-minh-hoa-2027', 'draft', 'bo-minh-hoa']);
    expect(made.body.faults.map(({ code, path }: { code: string; path: string }) => `${path} ${code}`)).toEqual([
      '/domains/0/criteria/0/rule missingKey',
      '/domains/0/criteria/2/rule missingKey',
    ]);
    const { body: document } = await ask(server, world.people.hanh, 'GET', '/api/editions/so-minh-hoa-2027/document');
    const written = parse(document);
    expect(written.figures).toHaveLength(1);
    expect(written.domains[0].criteria.map(({ rule, guidance }: { rule?: { kind: string }; guidance: { vi: string } }) => [rule?.kind, guidance.vi])).toEqual([
      [undefined, 'Tỷ lệ văn bản được rà soát từ 90% trở lên: 1; dưới 90%: 0'],
      ['perUnit', 'Mỗi sáng kiến được 1 điểm, tối đa 2'],
      [undefined, 'Theo hướng dẫn của Sở Minh họa'],
    ]);
    const { rows } = await server.owner.query(`SELECT content FROM audit WHERE subject = 'edition:so-minh-hoa-2027'`);
    expect(rows).toMatchObject([{ content: { fileHash: seen.sha256, confirmedRules: '1' } }]);
    expect((await draft(bytes, seen.digest, '')).body.code).toBe('alreadyThere');
  });

  it('makes none of a file that he has not seen so, nor without the right', async () => {
    const bytes = await tablesAsXlsx([TABLE]);
    const { body: seen } = await preview(bytes);
    const other = await tablesAsXlsx([{ ...TABLE, rows: [...TABLE.rows, ['4', 'Thêm', '1', '']] }]);
    const id = { id: 'khac-2027' };
    expect((await draft(other, seen.digest, '1-3', id)).body).toMatchObject({ status: 409, code: 'notNow' });
    expect((await draft(bytes, 'x', '', id)).status).toBe(422);
    expect([(await preview(bytes, 'an')).status, (await draft(bytes, seen.digest, '', id, 'an')).status]).toEqual([403, 403]);
    expect((await ask(server, world.people.dung, 'GET', '/api/editions/khac-2027')).status).toBe(404);
  });
});

const HEAD = ['STT', 'Tiêu chí', 'Điểm tối đa', 'Cách tính'];
const sheet = (...rows: (string | number | null)[][]): WrittenTable => ({ name: 'Bảng', rows: [HEAD, ...rows] });

describe('[F8] what is wrong with a table is told at its cell, and the rest is read', () => {
  it.each([
    ['no codes', [sheet(['', 'Thể chế', '2', ''], ['', 'Văn bản', '2', 'Có: 2; Không: 0'])], ['Bảng!B2 codeMissing', 'Bảng!B3 codeMissing']],
    ['a code twice', [sheet(['1', 'A', '2', ''], ['1.1', 'B', '1', 'Có: 1; Không: 0'], ['1.1', 'C', '1', 'Có: 1; Không: 0'])], ['Bảng!B4 codeDoubled']],
    ['points that do not sum', [sheet(['1', 'A', '3', ''], ['1.1', 'B', '1', 'Có: 1; Không: 0'])], ['Bảng!C2 doesNotAddUp']],
    [
      'bands that overlap',
      [sheet(['1', 'A', '2', ''], ['1.1', 'B', '2', 'Tỷ lệ hồ sơ đúng hạn từ 80% trở lên: 2; từ 50% đến dưới 85%: 1; dưới 50%: 0'])],
      ['Bảng!B3 rule.overlap'],
    ],
    ['a formula', [sheet(['1', 'A', '2', ''], ['1.1', 'B', '=1+1', 'Có: 2; Không: 0'])], ['Bảng!C3 formula']],
    ['a script', [sheet(['1', 'A', '2', ''], ['1.1', '<script>alert(1)</script>', '2', 'Có: 2; Không: 0'])], ['Bảng!B3 markup']],
    [
      'two sheets that contradict',
      [sheet(['1', 'A', '2', ''], ['1.1', 'B', '2', 'Có: 2; Không: 0']), { name: 'Chi tiết', rows: [HEAD, ['1.1', 'B', '1,5', 'Có: 2; Không: 0']] }],
      ['Chi tiết!C2 contradicts'],
    ],
    [
      'no table at all',
      [
        {
          name: 'Chữ',
          rows: [
            ['một', 'hai'],
            ['ba', 'bốn'],
          ],
        },
      ],
      ['Chữ noTable'],
    ],
  ] as [string, WrittenTable[], string[]][])('%s', async (_, tables, doubts) => {
    const seen = await preview(await tablesAsXlsx(tables));
    expect([seen.status, told(seen).filter((doubt) => doubts.includes(doubt))]).toEqual([200, doubts]);
  });

  it('and a file that may not come in is refused with the reason', async () => {
    const long = Array.from({ length: 100_000 }, (_, at) => ['1', `Tiêu chí ${at}`, '1', '']);
    const cases: [Buffer, RegExp][] = [
      [await tablesAsXlsx([sheet(...long)]), /^Bảng!A5001: .*5000/],
      [await makeXlsx({ A: '' }, { parts: { 'xl/vbaProject.bin': 'x' } }), /macro/i],
      [await makeDocx('', { parts: { 'word/vbaProject.bin': 'x' } }), /macro/i],
      [Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(200)]), /mật khẩu/i],
      [Buffer.from('STT;Tiêu chí'), /./],
    ];
    for (const [bytes, why] of cases) {
      const refused = await preview(bytes);
      expect([refused.status, refused.body.code, refused.body.detail]).toEqual([400, 'unreadable', expect.stringMatching(why)]);
    }
  });
});
