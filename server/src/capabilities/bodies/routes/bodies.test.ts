import { readFileSync } from 'node:fs';
import { type RawDocument, readJson } from '@parindex/core';
import { type BodyRegistry, readBodies, searchBodies } from '@parindex/core/bodies/index';
import { bodyDetail, bodyImportAnswer, bodyList, bodyTree } from '@parindex/core/contracts/schemas/index';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inBackgroundOf } from '../../../db/background.ts';
import { connectPool, queriesOver } from '../../../db/connect.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type Person, type World } from '../../../testing/world.ts';
import { loadBodies, loadInventedBodies } from '../acts/load-bodies.ts';
import { bodiesQuery } from '../queries/bodies.ts';

const DOCUMENT = readFileSync(new URL('../../../../../data/bodies.json', import.meta.url), 'utf8');

let server: TestServer;
let world: World;
let lan: Person;
beforeAll(async () => {
  server = await startTestServer('2025-09-01T02:00:00Z');
  world = await makeWorld(server);
  lan = world.people.lan;
});
afterAll(() => server.close());

const importing = (body: unknown, query = '') => ask(server, lan, 'POST', `/api/bodies/import${query}`, body);
const get = (url: string, person: Person = lan) => ask(server, person, 'GET', url);
const idsOf = (answer: { body: { items: { id: string }[] } }) => answer.body.items.map(({ id }) => id);

const invented = (id: string, kind: string, more: Record<string, unknown> = {}) => {
  const name = `Đơn vị Minh họa ${id}`;
  return { id, kind, names: [{ full: name, short: name, sort: name }], ...more };
};
const document = (...bodies: unknown[]) => ({ format: 'parindex-bodies/1', bodies });

describe('Lan, administrator, imports the registry of bodies', () => {
  it('[F49] first sees what would change, then has it kept, and once only', async () => {
    const tried = await importing(DOCUMENT, '?dryRun=true');
    expect(server.logged).toEqual([]);
    expect(tried.body).toMatchObject({ dryRun: true, counts: { told: 110, added: 110, changed: 0 } });
    expect((await get('/api/bodies/binh-duong')).status).toBe(404);

    const kept = await importing(DOCUMENT);
    expect(kept.status).toBe(200);
    expect(kept.body).toMatchObject({ dryRun: false, counts: tried.body.counts });
    expect((await importing(DOCUMENT)).body).toMatchObject({ counts: { told: 110, added: 0, changed: 0, unchanged: 110 }, changes: [] });

    const { rows } = await server.owner.query("SELECT content, payload_id FROM audit WHERE act = 'body.import' ORDER BY n");
    expect(rows).toHaveLength(2);
    expect(rows[0].content).toMatchObject({ added: '110', changed: '0', form: 'json', hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('[F50] finds what Bình Dương became, with the day and the decision', async () => {
    const found = await get('/api/bodies?search=binh%20duong', world.people.an);
    expect(found.body.items).toMatchObject([
      {
        id: 'binh-duong',
        exists: false,
        closed: '2025-06-30',
        name: { full: 'Tỉnh Bình Dương' },
        became: [
          {
            body: { id: 'ho-chi-minh-2025', name: 'Thành phố Hồ Chí Minh' },
            changedOn: '2025-07-01',
            decision: { number: 'Nghị quyết số 202/2025/QH15', date: '2025-06-12' },
          },
        ],
      },
    ]);
    const then = await get('/api/bodies?search=B%C3%ACnh%20D%C6%B0%C6%A1ng&on=2024-12-31');
    expect(then.body.items).toMatchObject([{ id: 'binh-duong', exists: true }]);
  });

  it('[F49] finds by any name ever had, as the core grades: whole names, beginnings, words; those of now first', async () => {
    const hue = await get('/api/bodies?search=thua%20thien');
    expect(hue.body.items).toMatchObject([
      { id: 'hue', name: { full: 'Thành phố Huế' }, found: { full: 'Tỉnh Thừa Thiên Huế', to: '2024-12-31' }, type: 'city', code: '46' },
    ]);
    const registry = readBodies((readJson(DOCUMENT) as RawDocument).value).registry as BodyRegistry;
    for (const search of ['Hoà', 'hoa binh', 'Đà Nẵng', 'bo', 'Bộ Y tế', 'nam', 'h', 'tinh', 'giao thong', 'không có ở đâu']) {
      const real = idsOf(await get(`/api/bodies?search=${encodeURIComponent(search)}&limit=200`)).filter((id) => !id.includes('minh-hoa'));
      expect(new Set(real), search).toEqual(new Set(searchBodies(registry, search).map(({ body }) => body.id)));
    }
    const graded = idsOf(await get('/api/bodies?search=Ho%C3%A0&limit=200')).filter((id) => !id.includes('minh-hoa'));
    expect(graded.slice(0, 1)).toEqual(['hoa-binh']);
    expect(new Set(graded.slice(1, 4))).toEqual(new Set(['thanh-hoa', 'khanh-hoa-2025', 'bo-van-hoa-the-thao-va-du-lich']));
    expect(new Set(graded.slice(4))).toEqual(new Set(['khanh-hoa', 'bo-ke-hoach-va-dau-tu']));
    expect(idsOf(await get('/api/bodies?search=Da%20Nang'))).toEqual(['da-nang-2025', 'da-nang']);
    expect((await get('/api/bodies?search=%20%E2%80%93%20%25')).body).toEqual({ items: [], next: null });
  });

  it('[F48] lists a kind on a day in Vietnamese order, page by page', async () => {
    const all = async (on: string) => {
      const ids: string[] = [];
      const names: string[] = [];
      let after = '';
      do {
        const page = await get(`/api/bodies?kind=province&on=${on}&limit=20${after}`);
        ids.push(...idsOf(page));
        names.push(...page.body.items.map((row: { name: { full: string } }) => row.name.full.replace(/^(Tỉnh|Thành phố) /, '')));
        after = page.body.next ? `&after=${page.body.next}` : '';
      } while (after);
      return { ids: ids.filter((id) => !id.includes('minh-hoa')), names: names.filter((name) => !name.includes('Minh họa')) };
    };
    const [before, since] = [await all('2025-06-30'), await all('2025-07-01')];
    expect([before.ids.length, since.ids.length]).toEqual([63, 34]);
    expect(new Set(before.ids).size).toBe(63);
    expect(since.names).toEqual(since.names.toSorted(new Intl.Collator('vi').compare));
  });

  it('a page goes on where it ended, though the body there has closed meanwhile; an end that no page had is a fault', async () => {
    const first = await get('/api/bodies?kind=ministry&limit=2');
    const last = first.body.items[1].id;
    const whole = idsOf(await get('/api/bodies?kind=ministry&limit=200'));
    await server.owner.query("UPDATE body SET closed = '2025-08-31' WHERE id = $1", [last]);
    try {
      expect(idsOf(await get(`/api/bodies?kind=ministry&limit=200&after=${first.body.next}`))).toEqual(whole.slice(2));
    } finally {
      await server.owner.query('UPDATE body SET closed = NULL WHERE id = $1', [last]);
    }
    const cursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');
    for (const wrong of ['abc', cursor(['1', true]), cursor([0, false, '\u0000', 'x']), cursor({}), cursor([0, false, 'x', 'y', 'z'])])
      expect((await get(`/api/bodies?after=${wrong}`)).body.faults).toMatchObject([{ path: '/query/after' }]);
  });

  it('[F52] shows a body as it was on a day, and all that is dated of it', async () => {
    const then = await get('/api/bodies/hue?on=2024-12-31');
    expect(then.headers['etag']).toBe('"1"');
    expect(then.body).toMatchObject({
      names: [
        { full: 'Tỉnh Thừa Thiên Huế', to: '2024-12-31', type: 'province' },
        { full: 'Thành phố Huế', from: '2025-01-01', to: null, type: 'city' },
      ],
      onDay: { exists: true, name: 'Tỉnh Thừa Thiên Huế', type: 'province', code: '46', region: 'Bắc Trung Bộ và Duyên hải miền Trung' },
    });
    expect((await get('/api/bodies/hue')).body.onDay).toMatchObject({ day: '2025-09-01', name: 'Thành phố Huế', region: 'Bắc Trung Bộ' });
    const made = await get('/api/bodies/ho-chi-minh-2025?on=2025-06-30');
    expect(made.body.onDay).toMatchObject({ exists: false, name: null, code: null });
    expect(made.body.predecessors.map((one: { body: { id: string } }) => one.body.id).toSorted()).toEqual(['ba-ria-vung-tau', 'binh-duong', 'ho-chi-minh']);
    expect(made.body.predecessors[0]).toMatchObject({ changedOn: '2025-07-01', decision: { number: 'Nghị quyết số 202/2025/QH15' } });
  });
});

describe('Lan imports invented departments and communes', () => {
  const HEAD = 'id;kind;type;name;short;code;parent;region;block;opened;closed;predecessors;decisionNumber;decisionDate';

  it('[F48] takes 3,321 communes as CSV, and shows the tree', async () => {
    const rows = Array.from({ length: 3_321 }, (_, n) => `xa-minh-hoa-${n};commune;xã;Xã Minh họa ${n};;${n};tinh-minh-hoa-0${1 + (n % 3)};;;;;;;`);
    const kept = await importing({ csv: `\uFEFF${[HEAD, ...rows].join('\r\n')}` });
    expect(kept.body).toMatchObject({ counts: { told: 3_321, added: 3_321, changed: 0 } });
    const tree = await get('/api/bodies/tinh-minh-hoa-01/tree?depth=2', world.people.an);
    expect(tree.body.items).toHaveLength(1_107 + 1);
    expect(tree.body.items).toContainEqual(expect.objectContaining({ id: 'xa-minh-hoa-0', parent: 'tinh-minh-hoa-01', depth: 1, type: 'commune' }));
    expect(idsOf(await get('/api/bodies?parent=tinh-minh-hoa-02&kind=commune&limit=200'))).toHaveLength(200);
    expect((await get('/api/bodies/xa-minh-hoa-0')).body.onDay.above).toEqual([{ id: 'tinh-minh-hoa-01', kind: 'province', name: 'Tỉnh Minh họa 01' }]);
  });

  it('searches all of them by the trigram index', async () => {
    await server.owner.query('ANALYZE body, body_name, body_attribute');
    const query = bodiesQuery({ key: 'binh duong', kind: undefined, parent: undefined, on: undefined, limit: 10, after: undefined });
    const client = await server.pool.connect();
    try {
      await client.query('BEGIN');
      const { rows } = await sql<{ 'QUERY PLAN': string }>`EXPLAIN ${query}`.execute(queriesOver(client));
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('body_name_search');
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  it('is told all faults at once with places and lines, and nothing is kept', async () => {
    const rows = ['so-minh-hoa-m;department;sở;Sở Minh họa M;;;khong-co;;;;;;;', 'so-minh-hoa-n;department;xã;;;;tinh-minh-hoa-01;;;2025-13-01;;;;'];
    const csv = await importing({ csv: [HEAD, ...rows].join('\n') });
    expect(csv.status).toBe(422);
    expect(csv.body.faults.map((fault: { code: string; path: string; line: number }) => [fault.code, fault.path, fault.line])).toEqual([
      ['wrongType', '/csv/1/opened', 3],
      ['missingKey', '/csv/1/name', 3],
      ['unknownValue', '/csv/1/type', 3],
      ['unknownId', '/csv/0/parent', 2],
    ]);
    const json = await importing(JSON.stringify(document(invented('a-b', 'village'), invented('A', 'commune', { parents: [{ id: 'xa-x' }] })), null, 1));
    expect(json.body.faults).toMatchObject([
      { code: 'unknownValue', path: '/bodies/0/kind', line: 6 },
      { code: 'wrongType', path: '/bodies/1/id' },
      { code: 'unknownId', path: '/bodies/1/parents/0/id' },
    ]);
    expect((await importing({ csv: 'id,kind,name\n"a' })).body).toMatchObject({ code: 'unreadable', line: 2 });
    expect((await importing({ csv: 5, more: true })).status).toBe(422);
    expect((await importing('[]')).status).toBe(422);
    expect((await importing({})).body.faults).toMatchObject([{ code: 'missingKey', path: '/format' }]);
    expect((await get('/api/bodies/so-minh-hoa-m')).status).toBe(404);
    expect(server.logged).toEqual([]);
  });

  it('is told what would break among the bodies that are there', async () => {
    const closing = await importing(document({ ...invented('tinh-minh-hoa-01', 'province'), closed: '2025-08-31' }));
    expect(closing.body.faults).toContainEqual(expect.objectContaining({ code: 'outOfRange', path: '/stored/so-minh-hoa-a/parents/0/id' }));
    expect(closing.body.faultCount ?? closing.body.faults.length).toBeGreaterThan(1_000);
    expect(closing.body.faults.length).toBeLessThanOrEqual(1_000);
    const reused = await importing(document(invented('tinh-minh-hoa-02', 'department')));
    expect(reused.body.faults).toContainEqual(expect.objectContaining({ code: 'duplicateId', path: '/bodies/0/id' }));
    const oneEnd = await importing(document(invented('so-minh-hoa-x', 'department', { predecessors: [{ id: 'so-minh-hoa-a' }] })));
    expect(oneEnd.body.faults).toMatchObject([{ code: 'missingKey', path: '/bodies/0/predecessors/0/id/successors' }]);
  });

  it('raises the version of what changes, tells the fields, and keeps the day before in the audit', async () => {
    const changed = await importing(document(invented('bo-minh-hoa-b', 'ministry', { ranked: false })));
    expect(changed.body).toMatchObject({
      counts: { added: 0, changed: 1 },
      changes: [{ id: 'bo-minh-hoa-b', change: 'changed', fields: ['ranked', 'names'] }],
    });
    expect((await get('/api/bodies/bo-minh-hoa-b')).body).toMatchObject({ version: 2, ranked: false });
    const { rows } = await server.owner.query(
      "SELECT p.content FROM audit a JOIN payload p ON p.id = a.payload_id WHERE a.act = 'body.import' ORDER BY a.n DESC LIMIT 1",
    );
    expect(rows[0].content.changes).toMatchObject([{ id: 'bo-minh-hoa-b', before: { ranked: true }, after: { ranked: false } }]);
  });

  it('An, clerk, may read but not write; a stranger may neither', async () => {
    const { an } = world.people;
    expect((await ask(server, an, 'POST', '/api/bodies/import', DOCUMENT)).body).toMatchObject({ code: 'refused' });
    expect((await ask(server, an, 'PATCH', '/api/bodies/tinh-minh-hoa-01', { version: 1, ranked: false })).status).toBe(403);
    expect((await ask(server, an, 'POST', '/api/bodies/successions', {})).status).toBe(403);
    expect((await ask(server, undefined, 'GET', '/api/bodies')).status).toBe(401);
    expect((await get('/api/bodies?on=2025-02-30&limit=0&kind=village')).body.faults.map(({ path }: { path: string }) => path)).toEqual([
      '/query/limit',
      '/query/kind',
      '/query/on',
    ]);
    expect((await get('/api/bodies/hue?on=0000-01-01')).status).toBe(422);
  });
});

describe('Lan keeps bodies up to date', () => {
  const decision = { number: '12/NQ-MH', date: '2025-06-12' };
  const patch = (id: string, body: unknown) => ask(server, lan, 'PATCH', `/api/bodies/${id}`, body);

  beforeAll(async () => {
    const under = (parent: string, code: string) => ({ parents: [{ id: parent }], codes: [{ code }] });
    const kept = await importing(
      document(
        invented('so-minh-hoa-p', 'department', { ...under('tinh-minh-hoa-03', 'P'), blocks: [{ name: 'Khối 1' }] }),
        invented('so-minh-hoa-q', 'department', under('tinh-minh-hoa-03', 'Q')),
        invented('so-minh-hoa-pq', 'department', { opened: '2025-07-01', ...under('tinh-minh-hoa-03', 'PQ') }),
        invented('phong-minh-hoa-p1', 'division', { parents: [{ id: 'so-minh-hoa-p' }] }),
      ),
    );
    expect(kept.status).toBe(200);
  });

  it('[F52] gives a body another name and block from a day on; the former ones end the day before', async () => {
    const changed = await patch('so-minh-hoa-p', {
      version: 1,
      name: { from: '2024-03-01', full: 'Sở Minh họa P đổi tên', type: 'department', basis: 'Quyết định minh họa' },
      attributes: [{ attribute: 'block', value: 'Khối 2', from: '2024-01-01' }],
    });
    expect(changed.status).toBe(200);
    expect(changed.headers['etag']).toBe('"2"');
    expect(changed.body).toMatchObject({
      version: 2,
      names: [{ to: '2024-02-29' }, { full: 'Sở Minh họa P đổi tên', from: '2024-03-01', sort: 'Minh họa P đổi tên', basis: 'Quyết định minh họa' }],
      blocks: [
        { name: 'Khối 1', to: '2023-12-31' },
        { name: 'Khối 2', from: '2024-01-01' },
      ],
    });
    expect((await get('/api/bodies/so-minh-hoa-p?on=2023-12-31')).body.onDay).toMatchObject({ block: 'Khối 1', name: 'Đơn vị Minh họa so-minh-hoa-p' });
    const found = await get('/api/bodies?search=so%20minh%20hoa%20p%20doi');
    expect(idsOf(found)).toEqual(['so-minh-hoa-p']);
  });

  it('shows both sides where an older version was seen', async () => {
    const stale = await patch('so-minh-hoa-p', { version: 1, ranked: true });
    expect(stale.status).toBe(409);
    expect(stale.body).toMatchObject({
      code: 'staleVersion',
      version: 2,
      current: { id: 'so-minh-hoa-p', version: 2, names: [{}, { full: 'Sở Minh họa P đổi tên' }] },
    });
  });

  it('is told all that is wrong with a change', async () => {
    const wrong = await patch('so-minh-hoa-p', {
      version: 2,
      close: { lastDay: '2024-02-01', decision: { number: '', date: '2024-01-01' } },
      name: { from: '2024-03-01', full: 'x'.repeat(301), colour: 'red' },
      attributes: [
        { attribute: 'parent', value: 'khong-co', from: '2024-06-01' },
        { attribute: 'block', value: 'Khối 3', from: '2024-01-01' },
      ],
    });
    expect(wrong.body.faults.map(({ code, path }: { code: string; path: string }) => `${code} ${path}`).toSorted()).toEqual([
      'emptyText /close/decision/number',
      'outOfRange /attributes/0/from',
      'outOfRange /attributes/1/from',
      'outOfRange /name/from',
      'outOfRange /stored/phong-minh-hoa-p1/parents/0/id',
      'textTooLong /name/full',
      'unknownId /attributes/0/value',
      'unknownKey /name/colour',
    ]);
    expect((await patch('so-minh-hoa-p', { version: 2 })).body.faults).toMatchObject([{ code: 'missingKey' }]);
    expect((await patch('khong-co', { version: 1, ranked: true })).status).toBe(404);
    const circle = await patch('so-minh-hoa-p', { version: 2, attributes: [{ attribute: 'parent', value: 'phong-minh-hoa-p1', from: '2025-01-01' }] });
    expect(circle.body.faults).toContainEqual(expect.objectContaining({ code: 'cycle', path: '/attributes/0/value' }));
  });

  it('[F50] merges two departments into a third by a decision', async () => {
    const act = { predecessors: ['so-minh-hoa-p', 'so-minh-hoa-q'], successors: ['so-minh-hoa-pq'], changedOn: '2025-07-01', decision };
    const merging = (body: unknown = act) => ask(server, lan, 'POST', '/api/bodies/successions', body);
    const orphan = await merging();
    expect(orphan.body.faults).toMatchObject([{ code: 'outOfRange', path: '/stored/phong-minh-hoa-p1/parents/0/id' }]);
    expect((await patch('phong-minh-hoa-p1', { version: 1, attributes: [{ attribute: 'parent', value: 'so-minh-hoa-pq', from: '2025-07-01' }] })).status).toBe(
      200,
    );

    const merged = await merging();
    expect(merged.body).toEqual({
      changed: [
        { id: 'so-minh-hoa-p', version: 3 },
        { id: 'so-minh-hoa-pq', version: 2 },
        { id: 'so-minh-hoa-q', version: 2 },
      ],
    });
    expect((await get('/api/bodies/so-minh-hoa-p')).body).toMatchObject({
      closed: '2025-06-30',
      closedBy: decision,
      successors: [{ body: { id: 'so-minh-hoa-pq' }, changedOn: '2025-07-01', decision }],
      onDay: { exists: false },
    });
    expect((await get('/api/bodies/phong-minh-hoa-p1')).body.onDay.above.map(({ id }: { id: string }) => id)).toEqual(['so-minh-hoa-pq', 'tinh-minh-hoa-03']);
    expect((await get('/api/bodies/so-minh-hoa-p/tree?on=2025-06-30')).body.items.map(({ id }: { id: string }) => id)).toEqual(['phong-minh-hoa-p1']);

    expect((await merging({ ...act, changedOn: '2025-08-01' })).body.faults.map(({ path }: { path: string }) => path)).toEqual([
      '/predecessors/0',
      '/predecessors/1',
    ]);
    const circle = await merging({ predecessors: ['so-minh-hoa-pq'], successors: ['so-minh-hoa-p'], changedOn: '2025-06-30', decision, partly: true });
    expect(circle.status).toBe(422);
    expect(
      (await merging({ predecessors: ['x-y', 'x-y', 'Z'], successors: [], changedOn: '2025-07-41', decision, colour: 1 })).body.faults.length,
    ).toBeGreaterThanOrEqual(5);
  });

  it('[F50] refuses a circle of passings', async () => {
    const passing = (from: string, to: string, changedOn: string) =>
      ask(server, lan, 'POST', '/api/bodies/successions', { predecessors: [from], successors: [to], changedOn, decision, partly: true });
    expect((await passing('bo-minh-hoa', 'bo-minh-hoa-b', '2025-01-01')).status).toBe(200);
    const back = await passing('bo-minh-hoa-b', 'bo-minh-hoa', '2025-02-01');
    expect(back.body.faults).toContainEqual(expect.objectContaining({ code: 'cycle', path: '/successors/0' }));
    expect((await passing('bo-minh-hoa', 'bo-minh-hoa', '2025-02-01')).status).toBe(422);
  });

  it('every answer is as the API says', async () => {
    bodyList.parse((await get('/api/bodies?search=minh&limit=5')).body);
    bodyList.parse((await get('/api/bodies?search=bo&limit=50')).body);
    bodyDetail.parse((await get('/api/bodies/so-minh-hoa-p')).body);
    bodyDetail.parse((await get('/api/bodies/ho-chi-minh-2025')).body);
    bodyTree.parse((await get('/api/bodies/tinh-minh-hoa-03/tree')).body);
    bodyImportAnswer.parse((await importing(DOCUMENT, '?dryRun=true')).body);
    const { body } = await get('/api/openapi.json');
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/api/bodies', '/api/bodies/{id}', '/api/bodies/{id}/tree', '/api/bodies/import', '/api/bodies/successions', '/api/days-off']),
    );
  });

  it('two changes at once come one after the other: the second is told that it is late', async () => {
    const answers = await Promise.all([1, 2, 3].map((n) => patch('tinh-minh-hoa-03', { version: 1, note: `Ghi chú ${n}` })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  });

  it('nothing that was there can be deleted, by anybody who serves', async () => {
    await expect(server.pool.query("DELETE FROM body WHERE id = 'hue'")).rejects.toThrow(/permission denied|refused/);
  });
});

describe('an installation begins', () => {
  it('with the stored registry, and a sandbox with invented bodies only', async () => {
    const fresh = await startTestServer('2025-09-01T02:00:00Z');
    const owner = connectPool(fresh.urls.owner, 1);
    try {
      const registry = readBodies((readJson(DOCUMENT) as RawDocument).value).registry as BodyRegistry;
      const load = <T>(work: (acting: Parameters<typeof loadBodies>[0]) => Promise<T>) =>
        inBackgroundOf(owner, (db) => work({ db, account: null, membership: null, receivedAt: fresh.clock.now() }));
      expect(await load((acting) => loadBodies(acting, registry))).toEqual({ added: 110, changed: 0 });
      expect(await load((acting) => loadBodies(acting, registry))).toEqual({ added: 0, changed: 0 });
      const bodies = readBodies({ format: 'parindex-bodies/1', bodies: [invented('so-minh-hoa-a', 'department') as never] }).registry?.bodies ?? [];
      expect(await load((acting) => loadInventedBodies(acting, bodies))).toEqual({ added: 1, changed: 0 });
      await expect(load((acting) => loadInventedBodies(acting, registry.bodies))).rejects.toThrow('Thành phố Hà Nội');
    } finally {
      await owner.end();
      await fresh.close();
    }
  });
});
