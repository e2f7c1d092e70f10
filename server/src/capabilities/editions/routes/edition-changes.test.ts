import { randomUUID } from 'node:crypto';
import { readJson } from '@parindex/core';
import { draftChanged, draftChangesSince, draftConflict } from '@parindex/core/contracts/schemas/index';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type Person, type World } from '../../../testing/world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  // Lan is a second owner of the same body; Minh owns the scheme of another one.
  const own = (person: Person, body: string) =>
    server.owner.query(`INSERT INTO membership (account_id, body_id, role, from_date, granted_at) VALUES ($1, $2, 'owner', '2022-01-01', now())`, [
      person.account,
      body,
    ]);
  await own(world.people.an, 'bo-minh-hoa');
  await own(world.people.minh, 'so-minh-hoa-a');
});
afterAll(() => server.close());

const TEXT = `# Bản thảo của tổ soạn thảo
format: parindex-scheme/1
id: nhap
title: { vi: "Bộ tiêu chí minh họa" }
status: illustrative
domains:
  - code: "1"
    title: { vi: "Chỉ đạo, điều hành" } # đã họp
    criteria:
      - { code: "1.1", title: { vi: "Kế hoạch" }, maximum: 2, source: appraised, rule: { kind: yesNo } }
      - { code: "1.2", title: { vi: "Báo cáo" }, maximum: 1, source: appraised, rule: { kind: yesNo } }
`;
const CASES = `- { item: "1.1", answer: { yes: true }, expect: { points: "2" } } # Điều 3\n`;

const begin = async (id: string, document = TEXT, cases = CASES) => {
  const kept = await ask(server, world.people.dung, 'POST', '/api/editions', { document: document.replace('id: nhap', `id: ${id}`), cases });
  expect(kept.status).toBe(201);
};
const write = (who: Person, id: string, version: number, steps: unknown, save: string = randomUUID()) =>
  ask(server, who, 'POST', `/api/editions/${id}/changes`, { id: save, version, steps: typeof steps === 'string' ? steps : JSON.stringify(steps) });
const since = (who: Person, id: string, version: number) => ask(server, who, 'GET', `/api/editions/${id}/changes?since=${version}`);
const text = async (id: string, part: 'document' | 'cases' = 'document') => (await ask(server, world.people.dung, 'GET', `/api/editions/${id}/${part}`)).body;
const set = (at: unknown[], value: unknown) => ({ in: 'document', operation: { operation: 'set', at, value } });
const title = (index: number, vi: string) => set(['domains', 0, 'criteria', index, 'title', 'vi'], vi);

describe('[F1] a draft that several write at once', () => {
  it('takes in no value, and replaces none, that lies too deep to be told and undone', async () => {
    const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    await begin('sau', `${TEXT}x: ${deep(198)}\n`);
    const steps = [[set(['y'], JSON.parse(deep(110)))], [set(['x'], 'gọn')]];
    for (const each of steps) {
      const { status, body } = await write(world.people.dung, 'sau', 1, each);
      expect(status, JSON.stringify(body)).toBe(400);
    }
    expect(server.logged).toEqual([]);
    expect((await ask(server, world.people.dung, 'GET', '/api/editions/sau')).body.version).toBe(1);
  });

  it('takes in the steps of two authors on one version: remarks stay, each is told what the other wrote', async () => {
    const { dung, an } = world.people;
    await begin('hai-nguoi');
    const first = await write(dung, 'hai-nguoi', 1, [title(0, 'Kế hoạch cải cách')]);
    expect([first.status, server.logged]).toEqual([200, []]);
    expect(draftChanged.parse(first.body)).toEqual(first.body);
    expect(first.body).toMatchObject({ version: 2, others: '[]' });
    const added = { code: '1.0', title: { vi: 'Chỉ đạo' }, maximum: 1, source: 'appraised', rule: { kind: 'yesNo' } };
    await write(dung, 'hai-nguoi', 2, [{ in: 'document', operation: { operation: 'add', into: ['domains', 0, 'criteria'], index: 0, value: added } }]);

    const second = await write(an, 'hai-nguoi', 1, [title(1, 'Báo cáo định kỳ')]);
    expect(second.body.version).toBe(4);
    // It landed one place further down.
    expect(JSON.parse(second.body.own)).toMatchObject([
      { in: 'document', version: 4, own: true, changes: [{ at: ['domains', 0, 'criteria', 2, 'title', 'vi'] }] },
    ]);
    expect(JSON.parse(second.body.others)).toMatchObject([
      { version: 2, by: { name: 'Phạm Văn Dũng' }, own: false, told: 'Sửa tên của tiêu chí 1.1' },
      { version: 3, told: 'Thêm tiêu chí 1.0' },
    ]);
    const written = await text('hai-nguoi');
    for (const each of ['# Bản thảo của tổ soạn thảo', '# đã họp', 'Kế hoạch cải cách', 'Báo cáo định kỳ', 'code: "1.0"']) expect(written).toContain(each);
    const told = await since(an, 'hai-nguoi', 1);
    expect(draftChangesSince.parse(told.body)).toEqual(told.body);
    expect(JSON.parse(told.body.others).map(({ own }: { own: boolean }) => own)).toEqual([false, false, true]);
    expect((await since(an, 'hai-nguoi', 4)).body).toEqual({ version: 4, others: '[]' });
  });

  it('writes nothing where both changed the same, and tells every conflict at once', async () => {
    const { dung, an } = world.people;
    await begin('xung-dot');
    await write(dung, 'xung-dot', 1, [title(0, 'Một'), { in: 'document', operation: { operation: 'remove', at: ['domains', 0, 'criteria', 1] } }]);
    const before = await text('xung-dot');
    const refused = await write(an, 'xung-dot', 1, [title(0, 'Hai'), title(1, 'Ba'), set(['title', 'vi'], 'Tên mới')]);
    expect(refused.body).toMatchObject({ status: 409, code: 'conflict', version: 2 });
    const { version, others, conflicts } = refused.body;
    expect(draftConflict.parse({ version, others, conflicts })).toEqual({ version, others, conflicts });
    expect(conflicts).toMatchObject([
      { code: 'bothChanged', ours: 0, theirs: 0, told: 'Hai người cùng sửa tiêu chí 1.1.', by: 'Phạm Văn Dũng' },
      { code: 'removedAndChanged', ours: 1, theirs: 1, told: 'Một người xóa, một người sửa tiêu chí 1.2.' },
    ]);
    expect(await text('xung-dot')).toBe(before);
  });

  it('is answered as the first time when a save is sent again, and refuses another under its id', async () => {
    const { dung, an } = world.people;
    await begin('gui-lai');
    const save = randomUUID();
    const first = await write(dung, 'gui-lai', 1, [title(0, 'Một')], save);
    await write(an, 'gui-lai', 2, [title(1, 'Hai')]);
    expect((await write(dung, 'gui-lai', 1, [title(0, 'Một')], save)).body).toEqual(first.body);
    expect((await write(dung, 'gui-lai', 1, [title(0, 'Khác')], save)).body.code).toBe('idReused');
    expect((await since(dung, 'gui-lai', 3)).body.version).toBe(3);
  });

  it('takes back by the inverse of its changes, to the letter', async () => {
    const { dung } = world.people;
    await begin('hoan-tac');
    const before = await text('hoan-tac');
    const { body } = await write(dung, 'hoan-tac', 1, [title(0, 'Một')]);
    const [{ changes }] = JSON.parse(body.own);
    const inverse = changes.map(({ before: was, after, ...change }: Record<string, unknown>) => ({ ...change, before: after, after: was }));
    expect((await write(dung, 'hoan-tac', 2, [{ in: 'document', changes: inverse }])).body.version).toBe(3);
    expect(await text('hoan-tac')).toBe(before);
    expect((await write(dung, 'hoan-tac', 3, [title(0, 'Kế hoạch')])).body).toEqual({ version: 3, others: '[]', own: '[]' });
  });

  it('lets the cases follow a code that is another, and writes cases too', async () => {
    const { dung } = world.people;
    await begin('doi-ma');
    const renamed = await write(dung, 'doi-ma', 1, [{ in: 'document', operation: { operation: 'rename', at: ['domains', 0, 'criteria', 0], to: '1.9' } }]);
    expect(JSON.parse(renamed.body.own).map((each: { in: string; told: string }) => `${each.in}: ${each.told}`)).toEqual([
      'document: Đổi mã của tiêu chí 1.1 thành “1.9”',
      'cases: Cập nhật mã trong các ví dụ tính điểm',
    ]);
    expect(await text('doi-ma', 'cases')).toBe(CASES.replace('1.1', '1.9'));
    const value = { item: '1.2', answer: { yes: true }, expect: { points: '1' } };
    const added = await write(dung, 'doi-ma', 2, [{ in: 'cases', operation: { operation: 'add', into: [], index: 1, value } }]);
    expect(JSON.parse(added.body.own)).toMatchObject([{ in: 'cases', told: 'Thêm ví dụ tính điểm của nội dung 1.2' }]);
    expect(await text('doi-ma', 'cases')).toContain('# Điều 3\n- ');
    const { body } = await ask(server, dung, 'GET', '/api/editions/doi-ma');
    expect(body).toMatchObject({ version: 3, cases: { run: 2, failed: 0 } });
  });

  it('begins the cases of a draft that has none', async () => {
    await begin('chua-co', TEXT, '');
    const value = { item: '1.2', answer: { yes: true }, expect: { points: '1' } };
    expect((await write(world.people.dung, 'chua-co', 1, [{ in: 'cases', operation: { operation: 'add', into: [], index: 0, value } }])).status).toBe(200);
    expect(await text('chua-co', 'cases')).toContain('item: "1.2"');
  });

  it('keeps a draft in JSON one, each number with its digits', async () => {
    const { dung } = world.people;
    const document = JSON.stringify(JSON.parse(JSON.stringify({ format: 'parindex-scheme/1', id: 'nhap-json', title: { vi: 'Nháp' }, domains: [] })));
    await begin('nhap-json', document.replace('"domains"', '"note":1.50,"domains"'));
    const kept = await write(dung, 'nhap-json', 1, '[{"in":"document","operation":{"operation":"set","at":["total"],"value":2.500}}]');
    expect(kept.status).toBe(200);
    expect(JSON.parse(kept.body.own)[0].changes[0].after).toBe(2.5);
    const written = await text('nhap-json');
    expect(written).toMatch(/"note": 1\.50,[\s\S]*"total": 2\.500/);
    expect(readJson(written).doubled).toEqual([]);
    expect((await write(dung, 'nhap-json', 2, '[{"in":"document","operation":{"operation":"set","at":["total"],"value":.5}}]')).body.code).toBe('unreadable');
  });

  it('tells all refused steps, and takes none', async () => {
    const { dung } = world.people;
    await begin('tu-choi');
    const refused = await write(dung, 'tu-choi', 1, [
      title(7, 'Không có'),
      title(0, 'Một'),
      { in: 'document', operation: { operation: 'remove', at: ['domains', 9] } },
      { in: 'document', changes: [{ change: 'insert', at: ['domains', 99_999], value: {} }] },
      set(['id'], 'ma-khac'),
    ]);
    expect(refused.body).toMatchObject({ status: 422, code: 'faulty' });
    expect(refused.body.faults.map(({ code, path }: Record<string, string>) => `${code} ${path}`)).toEqual([
      'noSuchPlace /steps/0',
      'noSuchPlace /steps/2',
      'noSuchPlace /steps/3',
      'unknownValue /document/id',
    ]);
    expect(await text('tu-choi')).toBe(TEXT.replace('id: nhap', 'id: tu-choi'));
  });

  it('is known to those alone who may write it', async () => {
    const { dung, minh, binh } = world.people;
    await begin('cua-bo');
    await write(dung, 'cua-bo', 1, [title(0, 'Một')]);
    for (const other of [minh, binh]) {
      expect((await write(other, 'cua-bo', 2, [title(0, 'Hai')])).status).toBe(404);
      expect((await since(other, 'cua-bo', 1)).status).toBe(404);
    }
    expect((await since(dung, 'khong-co', 1)).status).toBe(404);
  });

  it('loads anew whoever was behind a text that was replaced whole, or is ahead', async () => {
    const { dung, an } = world.people;
    await begin('thay-ca');
    const document = TEXT.replace('id: nhap', 'id: thay-ca').replace('Kế hoạch', 'Khác');
    expect((await ask(server, an, 'PUT', '/api/editions/thay-ca', { document, cases: CASES, version: 1 })).status).toBe(200);
    expect((await write(dung, 'thay-ca', 1, [title(0, 'Một')])).body).toMatchObject({ status: 409, code: 'staleVersion', version: 2 });
    expect((await since(dung, 'thay-ca', 1)).body.code).toBe('staleVersion');
    expect((await since(dung, 'thay-ca', 9)).body.code).toBe('staleVersion');
    expect((await write(dung, 'thay-ca', 2, [title(0, 'Một')])).body.version).toBe(3);
    expect((await ask(server, dung, 'DELETE', '/api/editions/thay-ca?version=3')).status).toBe(204);
    const { rows } = await server.owner.query(`SELECT count(*)::int FROM edition_change WHERE edition_id = 'thay-ca'`);
    expect(rows).toEqual([{ count: 0 }]);
  });

  it('refuses what is too much, or was made to do harm', async () => {
    const { dung } = world.people;
    await begin('pha');
    const harmful: [unknown, number][] = [
      [Array.from({ length: 100_000 }, () => 1), 422],
      [Array.from({ length: 1_001 }, () => title(0, 'a')), 422],
      ['{', 400],
      ['{}', 422],
      ['[null, 1, {"in":"document"}, {"in":"x","operation":{}}, {"in":"document","changes":[{"change":"set"}, 7]}]', 422],
      [[set(['domains', 999_999_999, 'title'], 'a')], 422],
      [[set(['domains', 0, '\u0000'], 'a')], 422],
      [[set(['title', 'vi'], 'a\u0007')], 422],
      [`[${'{"in":"document","changes":'.repeat(150)}0${'}'.repeat(150)}]`, 422],
      [[{ in: 'document', changes: [{ change: 'move', at: ['domains', 0], to: ['domains', 0, 'criteria', 0] }] }], 422],
      [[{ in: 'document', changes: [{ change: 'set', at: [], after: 1, order: 0 }] }], 422],
    ];
    for (const [steps, status] of harmful)
      expect([JSON.stringify(steps).slice(0, 80), (await write(dung, 'pha', 1, steps)).status]).toEqual([JSON.stringify(steps).slice(0, 80), status]);
    const deep = `[{"in":"document","operation":{"operation":"set","at":["domains",0,"criteria",0,"title"],"value":${'['.repeat(196)}${']'.repeat(196)}}}]`;
    expect((await write(dung, 'pha', 1, deep)).body.code).toBe('unreadable');
    const proto = await write(dung, 'pha', 1, '[{"in":"document","operation":{"operation":"set","at":["title","__proto__"],"value":{"vi":"a"}}}]');
    expect(proto.status).toBe(200);
    expect(await text('pha')).toContain('__proto__');
    expect(({} as Record<string, unknown>)['vi']).toBeUndefined();
    expect(server.logged).toEqual([]);
  });

  it('is not larger than a draft that is sent whole', async () => {
    const { dung } = world.people;
    await begin('qua-lon', TEXT, '');
    const large = 'a '.repeat(950_000);
    let version = 1;
    const statuses: number[] = [];
    for (const key of ['a', 'b', 'c']) {
      const { status, body } = await write(dung, 'qua-lon', version, [set(['title', key], large)]);
      statuses.push(status);
      version = body.version ?? version;
    }
    expect(statuses).toEqual([200, 200, 413]);
  });
});
