import { auditHead, auditPage } from '@parindex/core/contracts/schemas/index';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealAll } from '../../../audit/testing/seal-all.ts';
import { yesNoCodes } from '../../../testing/appraised-round.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, change, makeWorld, type World } from '../../../testing/world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  const [item] = yesNoCodes(world);
  for (const base of [0, 1, 2]) {
    server.clock.pass(60_000);
    const saved = await ask(server, world.people.an, 'POST', '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01/entries', {
      entries: [change({ item }, base, { 'answer.yes': base !== 1 })],
    });
    expect(saved.status).toBe(201);
  }
});
afterAll(() => server.close());

const read = (query = '') => ask(server, world.people.khanh, 'GET', `/api/audit${query}`);
const acts = (answer: { body: { items: { act: string }[] } }) => answer.body.items.map(({ act }) => act);

describe('Khánh, auditor, reads the trail', () => {
  it('[F95] finds who did what, when and in what office, the newest first; and that he looked', async () => {
    const first = await read();
    expect(server.logged).toEqual([]);
    expect(auditPage.parse(first.body)).toEqual(first.body);
    expect(acts(first)).toEqual(['sheet.declare', 'sheet.declare', 'sheet.declare']);
    expect(first.body.items[0]).toMatchObject({
      at: '2023-01-10T02:03:00.000Z',
      actor: { id: world.people.an.account, name: 'Nguyễn Văn An' },
      office: { role: 'clerk', body: 'tinh-minh-hoa-01' },
      round: 'minh-hoa-2022',
      body: 'tinh-minh-hoa-01',
      content: { seq: '3' },
    });
    // What an entry changed is told with its item, from what to what.
    const item = String(first.body.items[0].told).replace(/^.* tại tiêu chí /u, '');
    expect(first.body.items.map(({ told }: { told: string }) => told)).toEqual([
      `đổi nội dung tự chấm từ “Không” thành “Có” tại tiêu chí ${item}`,
      `đổi nội dung tự chấm từ “Có” thành “Không” tại tiêu chí ${item}`,
      `nhập nội dung tự chấm là “Có” tại tiêu chí ${item}`,
    ]);
    const administrators = await ask(server, world.people.lan, 'GET', '/api/audit?act=sheet.');
    // Administrators read the trail, and not the sheets.
    expect(administrators.body.items.map(({ told = null }: { told?: string | null }) => told)).toEqual([null, null, null]);
    expect(acts(await read('?limit=5'))).toEqual(['audit.view', 'audit.view', 'sheet.declare', 'sheet.declare', 'sheet.declare']);
    expect((await read('?act=audit.')).body.items[0]).toMatchObject({ actor: { name: 'Đặng Văn Khánh' }, subject: 'audit', content: { asked: {} } });
  });

  it('filters by person, act, subject, round, body and time, and goes on page by page', async () => {
    const an = world.people.an.account;
    expect(acts(await read(`?actor=${an}&act=sheet.&round=minh-hoa-2022&body=tinh-minh-hoa-01`))).toHaveLength(3);
    expect(acts(await read(`?actor=${world.people.chi.account}`))).toEqual([]);
    expect(acts(await read('?act=sheet.&body=tinh-minh-hoa-02'))).toEqual([]);
    expect(acts(await read(`?act=sheet.&from=${encodeURIComponent('2023-01-10T09:02:00+07:00')}&to=2023-01-10T02:03:00Z`))).toHaveLength(1);
    const page = await read('?act=sheet.&limit=2');
    const rest = await read(`?act=sheet.&limit=2&after=${page.body.next}`);
    expect([...page.body.items, ...rest.body.items].map(({ content }) => content.seq)).toEqual(['3', '2', '1']);
    expect(rest.body.next).toBeNull();
    expect(acts(await read(`?subject=${encodeURIComponent(page.body.items[0].subject)}`))).toHaveLength(1);
  });

  it('is told all that is wrong with a question at once, with no failure whatever it holds', async () => {
    const wrong = await read(`?actor=an&act=%00&subject=%00&round=A%20B&from=0000-13-01&after=-1&limit=0&la=1`);
    const paths = new Set(wrong.body.faults.map(({ path }: { path: string }) => path));
    expect(paths).toEqual(new Set(['actor', 'act', 'subject', 'round', 'from', 'after', 'limit', 'la'].map((name) => `/query/${name}`)));
    for (const odd of ['from=0000-01-01T00:00:00Z', 'to=9999-12-31T23:59:59%2B23:59', 'after=999999999999999999', 'subject=%C4%90'])
      expect((await read(`?${odd}`)).status, odd).toBeLessThan(500);
    expect(server.logged).toEqual([]);
  });

  it('[F95] keeps the head outside: its number, hash and count', async () => {
    const before = await ask(server, world.people.khanh, 'GET', '/api/audit/head');
    expect(before.body).toMatchObject({ number: 0, hash: '0'.repeat(64), count: 0, at: null });
    const count = before.body.unsealed;
    await sealAll(server);
    const after = await ask(server, world.people.lan, 'GET', '/api/audit/head');
    expect(auditHead.parse(after.body)).toEqual(after.body);
    expect(after.body).toMatchObject({ number: 1, count, unsealed: 0, at: server.clock.now().toISOString() });
  });
});

describe('others', () => {
  it('[F94] are refused the trail: it is for administrators and auditors of the whole installation', async () => {
    for (const name of ['an', 'binh', 'dung', 'giang', 'hanh', 'minh'] as const)
      for (const url of ['/api/audit', '/api/audit/head']) expect((await ask(server, world.people[name], 'GET', url)).status, `${name} ${url}`).toBe(403);
    expect((await ask(server, undefined, 'GET', '/api/audit')).status).toBe(401);
  });
});
