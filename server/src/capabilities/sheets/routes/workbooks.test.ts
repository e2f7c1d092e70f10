import { randomUUID } from 'node:crypto';
import { crc32, createDeflateRaw } from 'node:zlib';
import { MOST_WORKBOOK_BYTES } from '@parindex/core/contracts/limits';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '../../../file-inspection/kinds.ts';
import { CELL, editWorkbook, partsOf } from '../../../file-inspection/testing/edit-workbook.ts';
import { makeDocx, makeXlsx, paragraph } from '../../../file-inspection/testing/office.ts';
import { rawZip, zipOf } from '../../../file-inspection/testing/zip.ts';
import { addPerson } from '../../../testing/add-person.ts';
import { wrongByDocument } from '../../../testing/answers-by-document.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, change, makeWorld, type Person, type World } from '../../../testing/world.ts';

const SHEET = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
const OTHER = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-02';
const [ITEMS, FIGURES, ABOUT] = ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml', 'xl/worksheets/sheet4.xml'] as const;

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer('2023-01-15T02:00:00Z');
  world = await makeWorld(server);
});
afterAll(() => server.close());

async function download(person: Person, sheet = SHEET, language = 'vi'): Promise<Buffer> {
  const headers = { cookie: `parindex_session=${person.token}`, 'accept-language': language };
  const response = await server.app.inject({ method: 'GET', url: `${sheet}/workbook`, headers });
  expect([response.statusCode, response.headers['content-type'], response.headers['content-security-policy']]).toEqual([
    200,
    KINDS.xlsx.mediaType,
    "sandbox; default-src 'none'",
  ]);
  return response.rawPayload;
}

async function load(person: Person, bytes: Buffer, sheet = SHEET) {
  const url = `${sheet}/workbook`;
  const headers = { cookie: `parindex_session=${person.token}`, 'content-type': KINDS.xlsx.mediaType };
  const response = await server.app.inject({ method: 'POST', url, headers, payload: bytes });
  const body = response.json();
  const wrong = await wrongByDocument(server.app, 'POST', url, response.statusCode, body);
  expect(wrong).toBeUndefined();
  return { status: response.statusCode, body };
}

/** Where rows of a workbook stand, by their hidden names. */
async function rowsIn(bytes: Buffer, part: string): Promise<ReadonlyMap<string, number>> {
  const parts = await partsOf(bytes);
  const strings = [...String(parts['xl/sharedStrings.xml']).matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) => String(si).replaceAll(/<[^>]+>/g, ''));
  const cells = String(parts[part]).matchAll(/<c r="A(\d+)" t="s"[^>]*><v>(\d+)<\/v>/g);
  return new Map([...cells].map(([, row, index]) => [strings[Number(index)] as string, Number(row)]));
}

const kept = async () =>
  (await server.owner.query<{ entries: string; acts: string }>('SELECT (SELECT count(*) FROM entry) AS entries, (SELECT count(*) FROM audit) AS acts')).rows[0];

const figuresOf = (type: string) => world.scheme.figures.filter((figure) => figure.type === type).map(({ id }) => id);

interface ChangeAnswer {
  readonly target: { readonly kind: 'item' | 'figure'; readonly id: string };
  readonly field: string;
  readonly after: unknown;
}

/** Entries for what a preview told, as the workspace makes them. */
const entriesFor = (changes: readonly ChangeAnswer[], base: number) =>
  [...Map.groupBy(changes, ({ target }) => `${target.kind} ${target.id}`).values()].map((group) => {
    const { kind, id } = (group[0] as ChangeAnswer).target;
    return { id: randomUUID(), [kind]: id, base, changes: Object.fromEntries(group.map(({ field, after }) => [field, after])) };
  });

describe('the workbook of a sheet', () => {
  it('goes out, is filled in by a program, comes back as a preview, and is written by ordinary entries', async () => {
    const { an } = world.people;
    const [first = ''] = figuresOf('count');
    const empty = await download(an);
    expect((await load(an, empty)).body).toMatchObject({ changes: [], conflicts: [], refused: [], base: 0 });

    const figures = await rowsIn(empty, FIGURES);
    const items = await rowsIn(empty, ITEMS);
    const yes = [...items].find(([name]) => name.endsWith(' answer.yes')) ?? ['', 0];
    const row = figures.get(`figure ${first}`) ?? 0;
    const filled = await editWorkbook(empty, {
      [FIGURES]: { [`E${row}`]: CELL.number('1250'), [`F${row}`]: CELL.text('Báo cáo 12/BC-MH _x0041_'), [`G${row}`]: CELL.text('31/12/2022') },
      [ITEMS]: { [`G${yes[1]}`]: CELL.text('Có'), [`H${yes[1]}`]: CELL.text('Theo Kế hoạch số 12/KH-MH.\nDòng hai') },
    });
    const before = await kept();
    const { body: preview } = await load(an, filled);
    expect(await kept()).toEqual(before);
    expect(preview.refused).toEqual([]);
    expect(preview.changes).toMatchObject([
      { cell: `Bảng tự chấm điểm!G${yes[1]}`, field: 'answer.yes', before: null, after: true, afterText: 'Có' },
      { cell: `Bảng tự chấm điểm!H${yes[1]}`, field: 'justification', after: 'Theo Kế hoạch số 12/KH-MH.\nDòng hai' },
      { cell: `Số liệu!E${row}`, field: 'value', after: '1250', afterText: '1.250' },
      { cell: `Số liệu!F${row}`, field: 'source', after: 'Báo cáo 12/BC-MH A' },
      { cell: `Số liệu!G${row}`, field: 'date', after: '2022-12-31' },
    ]);

    const saved = await ask(server, an, 'POST', `${SHEET}/entries`, { origin: 'import', entries: entriesFor(preview.changes, preview.base) });
    expect(saved.status).toBe(201);
    // The same file once more: all of it stands there.
    expect((await load(an, filled)).body).toMatchObject({ changes: [], conflicts: [], refused: [], base: 0, seq: 2 });
    expect((await load(an, await download(an, SHEET, 'en'))).body).toMatchObject({ changes: [], refused: [], base: 2 });
    const { body: history } = await ask(server, an, 'GET', `${SHEET}/entries?limit=1`);
    expect(history.items).toMatchObject([{ origin: 'import', actor: { name: 'Nguyễn Văn An' } }]);
  });

  it('is locked but for the cells that are filled in, offers the values that may be chosen, and says what it was made from', async () => {
    const { sheets } = await readXlsx(await download(world.people.an), { readStyles: true });
    const [items, figures, , about, lists] = sheets;
    expect(sheets.map(({ name, protection }) => [name, protection?.sheet])).toEqual([
      ['Bảng tự chấm điểm', true],
      ['Số liệu', true],
      ['Tổng hợp điểm', true],
      ['Hướng dẫn', true],
      ['Danh mục', true],
    ]);
    const locked = (sheet: typeof figures, place: string) => sheet?.cells?.get(place)?.style?.protection?.locked !== false;
    expect([locked(figures, '5,3'), locked(figures, '5,4'), locked(items, '5,1'), locked(items, '5,7')]).toEqual([true, false, true, false]);
    expect(items?.dataValidations?.length).toBeGreaterThan(10);
    expect(items?.dataValidations?.[0]).toMatchObject({ type: 'list', formula1: expect.stringMatching(/^'Danh mục'!\$[A-Z]+\$2:\$[A-Z]+\$\d+$/) });
    expect(lists?.rows[0]?.[0]).toBe('Danh mục');
    expect(Object.fromEntries(about?.rows.slice(3, 10).map((row) => [row[0], row[2]]) ?? [])).toMatchObject({
      round: 'minh-hoa-2022',
      body: 'tinh-minh-hoa-01',
    });
  });

  it('what is written as it was never typed comes back the same: escapes, formulas as texts, long numbers', async () => {
    const { chi } = world.people;
    const [count = ''] = figuresOf('count');
    const amount = world.scheme.figures.find(({ type }) => type === 'amount' || type === 'number')?.id;
    const entries = [
      change({ figure: count }, 0, { value: 3, source: '=HYPERLINK("x")', vintage: '1.234' }),
      ...(amount === undefined ? [] : [change({ figure: amount }, 0, { value: '123456789012.123456789012', source: '_x000D_ và _x005F_' })]),
    ];
    expect((await ask(server, chi, 'POST', `${OTHER}/entries`, { entries })).status).toBe(201);
    expect((await load(chi, await download(chi, OTHER), OTHER)).body).toMatchObject({ changes: [], conflicts: [], refused: [] });
  });

  it('[F44] tells what others wrote since it was made beside what it says, and is silent where it was not touched', async () => {
    const { an, binh } = world.people;
    const [, second = '', third = ''] = figuresOf('count');
    const made = await download(an);
    const rows = await rowsIn(made, FIGURES);
    const seq = Number((await ask(server, an, 'GET', SHEET)).body.seq);
    const theirs = await ask(server, binh, 'POST', `${SHEET}/entries`, {
      entries: [change({ figure: second }, seq, { value: 4 }), change({ figure: third }, seq, { value: 5 })],
    });
    expect(theirs.status).toBe(201);
    const { body } = await load(an, await editWorkbook(made, { [FIGURES]: { [`E${rows.get(`figure ${second}`)}`]: CELL.number('6') } }));
    expect(body).toMatchObject({ base: seq, seq: seq + 2, changes: [], refused: [] });
    expect(body.conflicts).toMatchObject([{ target: { id: second }, before: '4', after: '6', seq: seq + 1 }]);
    // Entered over what was not seen it is refused, as everywhere.
    const blind = await ask(server, an, 'POST', `${SHEET}/entries`, { origin: 'import', entries: entriesFor(body.conflicts, body.base) });
    expect([blind.status, blind.body.code]).toEqual([409, 'conflict']);
    expect((await ask(server, an, 'POST', `${SHEET}/entries`, { origin: 'import', entries: entriesFor(body.conflicts, body.seq) })).status).toBe(201);
  });

  it('of another body, of another edition or of a version that never was is told as such, with the cells that say so', async () => {
    const { an, chi } = world.people;
    const foreign = await download(chi, OTHER);
    expect((await load(an, foreign)).body).toMatchObject({ base: null, changes: [], refused: [{ cell: 'Hướng dẫn!C6', code: 'otherBody' }] });
    const altered = await editWorkbook(await download(an), { [ABOUT]: { C5: CELL.text('minh-hoa-2021'), C8: CELL.text('0'), C9: CELL.text('99999') } });
    expect((await load(an, altered)).body.refused).toMatchObject([
      { cell: 'Hướng dẫn!C5', code: 'otherRound' },
      { cell: 'Hướng dẫn!C8', code: 'editionChanged' },
      { cell: 'Hướng dẫn!C9', code: 'unknownVersion' },
    ]);
  });

  it('is taken from those who may declare alone, as a workbook, and not too large', async () => {
    const { an, chi, dung } = world.people;
    const own = await download(an);
    for (const stranger of [chi, dung]) expect((await load(stranger, own)).body.code).toBe('refused');
    expect((await ask(server, an, 'POST', `${SHEET}/workbook`, {})).body.code).toBe('wrongMediaType');
    expect((await load(an, Buffer.alloc(MOST_WORKBOOK_BYTES + 1))).body.code).toBe('tooLarge');
  });
});

/** A ZIP entry of one byte a thousandfold: what it claims is true. */
async function packedZeros(bytes: number): Promise<{ packed: Buffer; crc: number }> {
  const deflate = createDeflateRaw();
  const chunks: Buffer[] = [];
  deflate.on('data', (chunk: Buffer) => chunks.push(chunk));
  const piece = Buffer.alloc(1024 * 1024, 0x20);
  let crc = 0;
  for (let left = bytes; left > 0; left -= piece.length) {
    crc = crc32(piece, crc);
    if (!deflate.write(piece)) await new Promise((resolve) => deflate.once('drain', resolve));
  }
  deflate.end();
  await new Promise((resolve) => deflate.once('end', resolve));
  return { packed: Buffer.concat(chunks), crc };
}

/** A million rows, each with a number in it. */
const manyRows = (): string => Array.from({ length: 1_000_000 }, (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${index}</v></c></row>`).join('');

const CFB = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1_000), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(3_000)]);

describe('a workbook that is none, or a trap', () => {
  const merged = (part: string) => part.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="E3:E4"/></mergeCells>');
  const CASES: readonly (readonly [what: string, make: (own: Buffer) => Promise<Buffer> | Buffer, refused: object])[] = [
    ['nothing at all', () => Buffer.from('x'), { cell: null, code: 'unknownKind' }],
    ['a web page', () => Buffer.from('<html><script>1</script></html>'), { cell: null, code: 'webPage' }],
    ['a Word document', () => makeDocx(paragraph('x')), { cell: null, code: 'unknownKind' }],
    ['a workbook of somebody’s own', () => makeXlsx({ 'Trang 1': '<row r="1"><c r="A1"><v>1</v></c></row>' }), { cell: null, code: 'notThisWorkbook' }],
    ['one with a password', () => CFB, { cell: null, code: 'passwordNeeded' }],
    ['one with macros', async (own) => zipOf({ ...(await partsOf(own)), 'xl/vbaProject.bin': 'x' }), { cell: null, code: 'macros' }],
    [
      'one with an archive in it',
      async (own) => zipOf({ ...(await partsOf(own)), 'xl/more.zip': await zipOf({ a: 'b' }) }),
      { cell: null, code: 'archiveInside' },
    ],
    ['one cut off', (own) => own.subarray(0, own.length / 2), { cell: null, code: 'malformed' }],
    [
      'entities of its own',
      (own) => editWorkbook(own, { [FIGURES]: (part) => part.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet') }),
      { cell: null, code: 'unsafeXml' },
    ],
    ['merged cells', (own) => editWorkbook(own, { [FIGURES]: merged }), { cell: 'Số liệu!E3:E4', code: 'mergedCells' }],
    [
      'a hidden sheet',
      (own) => editWorkbook(own, { 'xl/workbook.xml': (part) => part.replace(/<sheet (?=[^>]*sheetId="5")/, '<sheet state="veryHidden" ') }),
      { cell: 'Danh mục', code: 'hiddenSheet' },
    ],
    ['a million rows', () => makeXlsx({ 'Trang 1': manyRows() }), { cell: 'Trang 1!A5001', code: 'tooManyRows' }],
    ['a cell far to the right', () => makeXlsx({ 'Trang 1': '<row r="1"><c r="ZZ1"><v>1</v></c></row>' }), { cell: 'Trang 1!ZZ1', code: 'tooManyColumns' }],
    [
      'more text than any sheet has',
      () => makeXlsx({ 'Trang 1': `<row r="1"><c r="A1" t="inlineStr"><is><t>${'x y'.repeat(1_400_000)}</t></is></c></row>` }),
      { code: expect.stringMatching(/^(tooMuchText|suspiciousCompression|tooComplex)$/) },
    ],
    ['texts that are not there', () => makeXlsx({ 'Trang 1': '<row r="1"><c r="A1" t="s"><v>7</v></c></row>' }), { cell: null, code: 'malformed' }],
    [
      'cells out of their order',
      () => makeXlsx({ 'Trang 1': '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>' }),
      { cell: null, code: 'malformed' },
    ],
    ['one that lies about its size', () => rawZip([{ name: '[Content_Types].xml', content: ' '.repeat(50_000_000), claims: 1_000 }]), { cell: null }],
  ];
  it.each(CASES)('%s: refused with its reason, and nothing is written', async (_, make, refused) => {
    const { an } = world.people;
    const bytes = await make(await download(an));
    const before = await kept();
    const { status, body } = await load(an, bytes);
    expect([status, body.changes, body.conflicts]).toEqual([200, [], []]);
    expect(body.refused).toMatchObject([refused]);
    expect(body.refused[0].message).toMatch(/\p{L}{2}/u);
    expect(await kept()).toEqual(before);
  });

  it('a bomb of a quarter of a gigabyte is refused before it is unpacked', async () => {
    const { packed, crc } = await packedZeros(256 * 1024 * 1024);
    const bytes = storedDeflate('xl/worksheets/sheet1.xml', packed, crc, 256 * 1024 * 1024);
    const { body } = await load(world.people.an, bytes);
    expect(body.refused).toMatchObject([{ cell: null, code: 'suspiciousCompression' }]);
  });

  it('cells that cannot be taken stand beside those that can, each with its address and why', async () => {
    const { an } = world.people;
    const own = await download(an);
    const rows = await rowsIn(own, FIGURES);
    const counts = figuresOf('count')
      .filter((id) => rows.has(`figure ${id}`))
      .toSorted((a, b) => Number(rows.get(`figure ${a}`)) - Number(rows.get(`figure ${b}`)))
      .slice(3, 8);
    const at = (index: number) => `E${rows.get(`figure ${counts[index]}`)}`;
    const filled = await editWorkbook(own, {
      [FIGURES]: {
        [at(0)]: CELL.formula('SUM(A1:A2)', '12'),
        [at(1)]: CELL.text('khoảng 12'),
        [at(2)]: CELL.number('12.5'),
        [at(3)]: CELL.error('#N/A'),
        [at(4)]: CELL.number('12'),
      },
    });
    const { body } = await load(an, filled);
    expect(body.refused).toMatchObject([
      { cell: `Số liệu!${at(0)}`, code: 'formula' },
      { cell: `Số liệu!${at(1)}`, code: 'typedNumber' },
      { cell: `Số liệu!${at(2)}`, code: 'typedNumber' },
      { cell: `Số liệu!${at(3)}`, code: 'errorValue' },
    ]);
    expect(body.changes).toMatchObject([{ cell: `Số liệu!${at(4)}`, after: '12' }]);
  });
});

/** A ZIP of one entry that is packed already. */
function storedDeflate(name: string, packed: Buffer, crc: number, size: number): Buffer {
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc, 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(size, 18);
  common.writeUInt16LE(Buffer.byteLength(name), 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed]);
  const directory = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, directory, end]);
}

describe('the workbook of a department', () => {
  it('[F33] holds what the department has in hand alone, and what comes back is proposed', async () => {
    const hoa = await addPerson(server, 'hoa', 'Ngô Thị Hoa', 'clerk', 'so-minh-hoa-a');
    const given = await ask(server, world.people.an, 'POST', `${SHEET}/assignments`, {
      to: 'so-minh-hoa-a',
      targets: [{ id: randomUUID(), item: '1.1' }],
    });
    expect(given.status).toBe(204);
    const theirs = await download(hoa);
    const figures = await rowsIn(theirs, FIGURES);
    expect([...figures.keys()].filter((name) => name.startsWith('figure ')).toSorted()).toEqual(['figure planTasksAssigned', 'figure planTasksDone']);
    const filled = await editWorkbook(theirs, { [FIGURES]: { [`E${figures.get('figure planTasksDone')}`]: CELL.number('7') } });
    const { body: preview } = await load(hoa, filled);
    expect(preview).toMatchObject({ refused: [], conflicts: [], changes: [{ target: { kind: 'figure', id: 'planTasksDone' }, after: '7' }] });
    const saved = await ask(server, hoa, 'POST', `${SHEET}/entries`, { origin: 'import', entries: entriesFor(preview.changes, preview.seq) });
    expect(saved.status).toBe(201);
    const { body: history } = await ask(server, hoa, 'GET', `${SHEET}/entries?figure=planTasksDone&limit=1`);
    expect(history.items).toMatchObject([{ act: 'propose', standing: 'proposed', origin: 'import', changes: { value: '7' } }]);
  });
});
