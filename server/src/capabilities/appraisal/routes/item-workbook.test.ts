import { randomUUID } from 'node:crypto';
import { itemsOfDomains } from '@parindex/core';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KINDS } from '../../../file-inspection/kinds.ts';
import { CELL, editWorkbook, partsOf } from '../../../file-inspection/testing/edit-workbook.ts';
import { makeXlsx } from '../../../file-inspection/testing/office.ts';
import { zipOf } from '../../../file-inspection/testing/zip.ts';
import { wrongByDocument } from '../../../testing/answers-by-document.ts';
import { appraiseAllDomains, type RatioItem, ratioItems } from '../../../testing/appraised-round.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, change, makeWorld, type PersonName, type World } from '../../../testing/world.ts';

const ROUND = '/api/rounds/minh-hoa-2022';
const [OURS, THEIRS, THIRD] = ['tinh-minh-hoa-01', 'tinh-minh-hoa-02', 'tinh-minh-hoa-03'] as const;
const [BODIES, ABOUT] = ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'] as const;
const SOURCE = 'Công văn số 15/BMH (minh họa)';
const WORDS = 'Theo báo cáo của Bộ (minh họa)';

let server: TestServer;
let world: World;
let ratio: RatioItem;
beforeEach(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  await appraiseAllDomains(server, world);
  [ratio] = ratioItems(world);
  for (const [person, body] of [
    ['an', OURS],
    ['chi', THEIRS],
  ] as const)
    await as(person, 'POST', `${ROUND}/sheets/${body}/entries`, {
      entries: [change({ figure: ratio.whole }, 0, { value: '10' }), change({ figure: ratio.part }, 0, { value: '10' })],
    });
  server.clock.set('2023-02-10T03:00:00Z');
});
afterEach(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

const as = (person: PersonName, method: 'GET' | 'POST' | 'PATCH', url: string, body?: unknown) => ask(server, world.people[person], method, url, body);
const addressOf = (item: string) => `${ROUND}/appraisal/items/${item}/workbook`;

async function download(person: PersonName = 'giang', item = ratio.code): Promise<Buffer> {
  const headers = { cookie: `parindex_session=${world.people[person].token}` };
  const response = await server.app.inject({ method: 'GET', url: addressOf(item), headers });
  expect([response.statusCode, response.headers['content-type']]).toEqual([200, KINDS.xlsx.mediaType]);
  return response.rawPayload;
}

async function load(bytes: Buffer, { person = 'giang' as PersonName, item = ratio.code } = {}) {
  const url = addressOf(item);
  const headers = { cookie: `parindex_session=${world.people[person].token}`, 'content-type': KINDS.xlsx.mediaType };
  const response = await server.app.inject({ method: 'POST', url, headers, payload: bytes });
  const body = response.json();
  expect(await wrongByDocument(server.app, 'POST', url, response.statusCode, body)).toBeUndefined();
  return { status: response.statusCode, body };
}

const letters = (column: number): string =>
  (column > 26 ? String.fromCharCode(64 + Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26));

/** Fills in cells of bodies by the hidden names of their columns. */
async function fill(bytes: Buffer, cells: Readonly<Record<string, Readonly<Record<string, string>>>>): Promise<Buffer> {
  const rows = (await readXlsx(bytes)).sheets[0]?.rows ?? [];
  const place = (body: string, key: string) => {
    const row = rows.findIndex(([name]) => String(name ?? '').split(' ')[0] === body) + 1;
    const column = (rows[0] ?? []).findIndex((name) => name === key) + 1;
    return `${letters(column)}${row}`;
  };
  const places = Object.entries(cells).flatMap(([body, of]) => Object.entries(of).map(([key, content]) => [place(body, key), content] as const));
  return editWorkbook(bytes, { [BODIES]: Object.fromEntries(places) });
}
const official = () => `official ${ratio.part}`;
const changed = () => `new figure ${ratio.part} value`;
const kept = async () => (await server.owner.query('SELECT count(*)::int AS entries FROM entry')).rows[0].entries as number;

/** Sends a line of a preview as the page does: its official figures, then its verdict. */
async function accept(line: { body: { id: string }; seq: number; official: object[]; verdict: Record<string, unknown> | null }) {
  const named = (figures: object[]) => figures.map((one) => ({ id: randomUUID(), ...one }));
  const sheet = `${ROUND}/sheets/${line.body.id}`;
  const figures = named(line.official).map(({ id, figure, changes }: Record<string, unknown>) => ({ id, figure, changes }));
  if (figures.length > 0) {
    const recorded = await as('giang', 'POST', `${sheet}/appraisal/${ratio.code}/official-figures`, { origin: 'import', base: line.seq, figures });
    expect(recorded.status).toBe(201);
  }
  if (!line.verdict) return undefined;
  const { changes, figures: of, reason } = line.verdict;
  const id = randomUUID();
  const answer = await as('giang', 'POST', `${sheet}/items/${ratio.code}/appraisal`, {
    ...{ id, origin: 'import', base: line.seq, changes, figures: named(of as object[]), reason },
  });
  // The history says that it came by a workbook, of each entry.
  if (answer.status === 201) {
    const { rows } = await server.owner.query('SELECT DISTINCT origin FROM entry WHERE id = $1 OR cause = $1 OR id = ANY ($2)', [
      id,
      figures.map((one) => one.id),
    ]);
    expect(rows).toEqual([{ origin: 'import' }]);
  }
  return answer;
}

describe('[F37] one item over all bodies as a workbook', () => {
  it('comes back untouched and decides nothing; filled in, it shows each body first and is written by the page’s own acts', async () => {
    const made = await download();
    const before = await kept();
    expect((await load(made)).body).toMatchObject({ lines: [], left: [], refused: [] });

    const filled = await fill(made, {
      [OURS]: {
        ...{ [official()]: CELL.number('2'), source: CELL.text(SOURCE), date: CELL.text('01/02/2023') },
        ...{ conclusion: CELL.text('Lấy số liệu chính thức'), reason: CELL.text('Theo số liệu chính thức của cơ quan quản lý'), text: CELL.text(WORDS) },
      },
      [THEIRS]: { conclusion: CELL.text('Chấp nhận như tự chấm') },
    });
    const { body } = await load(filled);
    expect(body).toMatchObject({ left: [], refused: [] });
    expect(await kept()).toBe(before);
    const value = { value: '2', source: SOURCE, date: '2023-02-01' };
    expect(body.lines).toMatchObject([
      {
        ...{ body: { id: OURS }, seq: 2, since: [], official: [{ figure: ratio.part, changes: value }] },
        verdict: { conclusion: 'official', figures: [{ figure: ratio.part, changes: value }], reason: { code: 'officialFigure', text: WORDS }, second: false },
      },
      { body: { id: THEIRS }, official: [], verdict: { conclusion: 'accept', figures: [], changes: {}, reason: null, said: '' } },
    ]);
    const [ours, theirs] = body.lines;
    expect(ours.verdict.after).not.toBe(ours.verdict.now);
    expect([(await accept(ours))?.status, (await accept(theirs))?.status]).toEqual([201, 201]);
    const { rows } = (await as('giang', 'GET', `${ROUND}/appraisal/items/${ratio.code}`)).body;
    const of = (id: string) => rows.find((one: { body: { id: string } }) => one.body.id === id);
    expect(of(OURS)).toMatchObject({
      verdict: 'changed',
      last: { reason: { code: 'officialFigure' } },
      figures: expect.arrayContaining([expect.objectContaining({ claimed: '10', now: '2' })]),
    });
    expect(of(THEIRS)).toMatchObject({ verdict: 'accepted' });
    // Loaded once more it has nothing to take, and what was decided since stands beside what is left.
    const again = (await load(filled)).body;
    expect(again.refused).toMatchObject([{ code: 'noOfficialFigure' }]);
    expect(again.lines).toMatchObject([{ body: { id: THEIRS }, official: [], since: ['Hoàng Thị Giang đã thẩm định sau khi lập bảng tính.'] }]);
  });

  it('of another round, another item, an older edition, with macros, too long or of somebody’s own: refused by name, nothing written', async () => {
    const made = await download();
    const other = itemsOfDomains(world.scheme.domains).find(({ code }) => code !== ratio.code)?.code as string;
    const before = await kept();
    const refusedOf = async (bytes: Buffer, item?: string) => {
      const { body } = await load(bytes, item === undefined ? {} : { item });
      expect(body.lines).toEqual([]);
      return body.refused;
    };
    expect(await refusedOf(made, other)).toMatchObject([{ cell: 'Hướng dẫn!C6', code: 'otherItem', message: expect.stringContaining(ratio.code) }]);
    const altered = await editWorkbook(made, { [ABOUT]: { C5: CELL.text('minh-hoa-2021'), C8: CELL.text('0') } });
    expect(await refusedOf(altered)).toMatchObject([{ code: 'otherRound' }, { code: 'editionChanged' }]);
    expect(await refusedOf(await zipOf({ ...(await partsOf(made)), 'xl/vbaProject.bin': 'x' }))).toMatchObject([{ cell: null, code: 'macros' }]);
    const rows = Array.from({ length: 100_000 }, (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${index}</v></c></row>`).join('');
    expect(await refusedOf(await makeXlsx({ 'Trang 1': rows }))).toMatchObject([{ code: 'tooManyRows' }]);
    expect(await refusedOf(await makeXlsx({ 'Trang 1': '<row r="1"><c r="A1"><v>1</v></c></row>' }))).toMatchObject([{ cell: null, code: 'notThisWorkbook' }]);
    expect(await refusedOf(Buffer.from('x'))).toMatchObject([{ cell: null, code: 'unknownKind' }]);
    expect(await kept()).toBe(before);
    for (const person of ['an', 'minh'] as const) expect((await load(made, { person })).body.code).toBe('refused');
    expect((await as('giang', 'POST', addressOf(ratio.code), {})).body.code).toBe('wrongMediaType');
  });

  it('each fault stands at its cell: no reason, no conclusion, a value outside the rule, a formula, no source; the other bodies are shown', async () => {
    const made = await download();
    const reason = CELL.text('Số liệu kê khai chưa chính xác');
    const [changing, because] = [{ conclusion: CELL.text('Thay đổi số liệu, nội dung chấm') }, { reason, text: CELL.text(WORDS) }];
    const codes = async (cells: Readonly<Record<string, string>>) => {
      const { body } = await load(await fill(made, { [OURS]: cells, [THEIRS]: { conclusion: CELL.text('Chấp nhận như tự chấm') } }));
      expect(body.lines).toMatchObject([{ body: { id: THEIRS } }]);
      return body.refused.map(({ code }: { code: string }) => code);
    };
    expect(await codes({ ...changing, [changed()]: CELL.number('5') })).toEqual(['missingKey', 'missingKey']);
    expect(await codes({ ...because, [changed()]: CELL.number('5') })).toEqual(['conclusionMissing']);
    expect(await codes({ ...changing, ...because })).toEqual(['nothingChanged']);
    expect(await codes({ ...changing, ...because, [changed()]: CELL.formula('1+1', '2') })).toEqual(['formula']);
    expect(await codes({ ...changing, ...because, [changed()]: CELL.number('-5') })).toEqual(['outOfRange']);
    expect(await codes({ conclusion: CELL.text('Không công nhận (0 điểm)'), ...because, [changed()]: CELL.number('5') })).toEqual(['conclusionElse']);
    expect(await codes({ conclusion: CELL.text('Xác nhận không phát sinh, không đánh giá'), ...because })).toEqual(['unknownChoice']);
    expect(await codes({ conclusion: CELL.text('Lấy số liệu chính thức'), ...because })).toEqual(['noOfficialFigure']);
    expect(await codes({ [official()]: CELL.number('5') })).toEqual(['missingKey', 'missingKey']);
  });

  it('what changed since it went out is shown first; a change beyond the threshold waits for a second person; others’ bodies are named and left out', async () => {
    const made = await download();
    await as('giang', 'POST', `${ROUND}/sheets/${OURS}/items/${ratio.code}/appraisal`, {
      ...{ id: randomUUID(), base: 2, changes: {}, reason: { code: 'wrongFigure', text: WORDS } },
      figures: [{ id: randomUUID(), figure: ratio.part, changes: { value: '5' } }],
    });
    const { version } = (await as('dung', 'GET', ROUND)).body;
    await as('dung', 'PATCH', ROUND, { version, secondPersonOver: '0' });
    await as('giang', 'POST', `${ROUND}/interests`, { id: randomUUID(), body: THEIRS, kind: 'kin', reason: 'Người thân công tác tại cơ quan (minh họa)' });
    const lowered = {
      ...{ conclusion: CELL.text('Thay đổi số liệu, nội dung chấm'), [changed()]: CELL.number('1') },
      ...{ reason: CELL.text('Số liệu kê khai chưa chính xác'), text: CELL.text(WORDS) },
    };
    const filled = await fill(made, { [OURS]: lowered, [THEIRS]: { conclusion: CELL.text('Chấp nhận như tự chấm') } });
    const { body } = await load(filled);
    expect(body.left).toMatchObject([{ body: { id: THEIRS } }]);
    expect(body.lines).toMatchObject([{ body: { id: OURS }, seq: 4, verdict: { second: true } }]);
    expect(body.lines[0].since.join(' ')).toMatch(/Hoàng Thị Giang đã thẩm định.*từ 10 thành 5/);
    expect((await accept(body.lines[0]))?.status).toBe(201);
    const proposed = await server.owner.query(`SELECT DISTINCT standing FROM entry WHERE body_id = $1 AND act = 'appraise' AND seq > 4`, [OURS]);
    expect(proposed.rows).toEqual([{ standing: 'proposed' }]);
    // The next workbook has no line of the body that the asker does not appraise.
    const texts = JSON.stringify((await readXlsx(await download())).sheets[0]?.rows);
    expect(texts).toContain(THIRD);
    expect(texts).not.toContain(`${THEIRS} `);
    expect(texts).toContain('Không gồm các cơ quan mà Ông/Bà không thẩm định: Tỉnh Minh họa 02');
  });
});
