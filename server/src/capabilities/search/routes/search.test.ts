import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { searchAnswer } from '@parindex/core/contracts/schemas/index';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { hashOfToken } from '../../../http/admission.ts';
import { COPIED_ROUND, LIVED_AT, LIVED_ROUND, liveThroughRound } from '../../../testing/lived-round.ts';
import { adoptInStory, SMALL_CASES, smallDocument } from '../../../testing/small-edition.ts';
import { signIn, startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type Person, type PersonName, type World } from '../../../testing/world.ts';

const BODIES = readFileSync(new URL('../../../../../data/bodies.json', import.meta.url), 'utf8');
const DECIDED = '12/QĐ-BMH';
/** What makes a search cost: a query more for every edition, round or document would show. */
const MOST_QUERIES = 12;

let server: TestServer;
let world: World;
const queries: string[] = [];

beforeAll(async () => {
  server = await startTestServer(LIVED_AT);
  server.pool.on('connect', (client: pg.PoolClient) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, {
      query: (...args: unknown[]) => {
        queries.push(typeof args[0] === 'string' ? args[0] : (args[0] as { text: string }).text);
        return query(...args);
      },
    });
  });
  world = await makeWorld(server);
  await liveThroughRound(server, world);
  const { owner } = server;
  await adoptInStory(server, { document: smallDocument('mau-ban-hanh', { legalBasis: [{ number: DECIDED, date: '2022-11-10' }] }), cases: SMALL_CASES });
  await owner.query(
    `INSERT INTO exclusion (round_id, body_id, item, legal_basis) VALUES ($1, 'tinh-minh-hoa-02', '1.2', 'Công văn số 77/BMH-NỘI-BỘ (minh họa)')`,
    [COPIED_ROUND],
  );
  await owner.query(`INSERT INTO day_off (date, kind, name, source) VALUES ('2024-02-08', 'off', 'Nghỉ Tết', 'Thông báo số 900/TB-BMH (minh họa)')`);
  expect((await ask(server, world.people.lan, 'POST', '/api/bodies/import', BODIES)).status).toBe(200);
}, 60_000);
afterAll(() => server.close());

type Found = z.output<typeof searchAnswer>;

async function search(person: PersonName | Person, q: string): Promise<Found> {
  const { status, body } = await ask(server, typeof person === 'string' ? world.people[person] : person, 'GET', `/api/search?q=${encodeURIComponent(q)}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

const nobody = { items: [], more: false };

describe('search from anywhere', () => {
  it('[F98] finds bodies without marks and case, by every name that they had, with what they became', async () => {
    for (const typed of ['ninh binh', 'NINH BÌNH', 'Ninh Bình', 'Ninh Bi\u0300nh'])
      expect(
        (await search('an', typed)).bodies.items.map(({ name }) => name.full),
        typed,
      ).toContain('Tỉnh Ninh Bình');
    expect((await search('an', 'da nang')).bodies.items.map(({ name }) => name.full)).toContain('Thành phố Đà Nẵng');
    for (const typed of ['hcm', 'TPHCM', 'tp hcm', 'TP. HCM'])
      expect(
        (await search('an', typed)).bodies.items.map(({ name }) => name.full),
        typed,
      ).toContain('Thành phố Hồ Chí Minh');
    expect((await search('an', 'hn')).bodies.items.map(({ name }) => name.full)).toContain('Thành phố Hà Nội');
    const [found] = (await search('an', 'thua thien')).bodies.items;
    expect(found).toMatchObject({ id: 'hue', found: { full: 'Tỉnh Thừa Thiên Huế' } });
  });

  it('[F98] says of a body that it takes part in none of the open rounds, though others of its kind do', async () => {
    const outside = async (typed: string) => (await search('an', typed)).bodies.items.map(({ id, outside }) => [id, outside]);
    expect(await outside('tp hcm')).toContainEqual(['ho-chi-minh-2025', true]);
    expect(await outside('tinh minh hoa 01')).toEqual([['tinh-minh-hoa-01', false]]);
    // Of a department nobody expects it where provinces take part.
    expect((await search('an', 'so minh hoa')).bodies.items.every((one) => !one.outside)).toBe(true);
  });

  it('[F98] finds a body that only the published results know, and none of them twice', async () => {
    expect((await search('an', 'tphcm')).published).toEqual(nobody);
    const apart = await startTestServer(LIVED_AT);
    const { people } = await makeWorld(apart);
    const found = async (typed: string) => (await ask(apart, people.an, 'GET', `/api/search?q=${encodeURIComponent(typed)}`)).body;
    for (const typed of ['hcm', 'TPHCM', 'tp hcm', 'TP. HCM'])
      expect((await found(typed)).published.items, typed).toContainEqual({
        ...{ id: 'ho-chi-minh-2025', name: 'Thành phố Hồ Chí Minh', formerly: null, closed: null, became: [] },
      });
    const [hue] = (await found('thua thien')).published.items;
    expect(hue).toMatchObject({ id: 'hue', name: 'Thành phố Huế', formerly: 'Tỉnh Thừa Thiên Huế' });
    expect((await found('hn')).published.items.map(({ name }: { name: string }) => name)).toContain('Thành phố Hà Nội');
    expect((await found('hn')).bodies).toEqual(nobody);
    await apart.close();
  });

  it('says where there is more than is shown', async () => {
    const { bodies } = await search('an', 'tinh');
    expect(bodies.items).toHaveLength(8);
    expect(bodies.more).toBe(true);
    expect((await search('an', 'tinh minh hoa')).bodies).toMatchObject({ items: { length: 3 }, more: false });
  });

  it('[F94] tells people only to those who may read them: not to a clerk, not to an owner, not to a token', async () => {
    for (const person of ['an', 'binh', 'dung', 'giang', 'hanh', 'minh'] as const) expect((await search(person, 'nguyen van an')).people, person).toBe(null);
    for (const person of ['lan', 'khanh'] as const)
      expect((await search(person, 'nguyen van an')).people?.items, person).toMatchObject([{ name: 'Nguyễn Văn An', email: 'an@minh-hoa.example' }]);
    const token = `pix_${randomUUID()}`;
    await server.owner.query(
      `INSERT INTO credential (account_id, totp_secret, totp_confirmed_at) VALUES ($1, 'x', $2) ON CONFLICT (account_id) DO UPDATE SET totp_secret = 'x', totp_confirmed_at = $2`,
      [world.people.lan.account, server.clock.now()],
    );
    await server.owner.query(
      `INSERT INTO personal_token (account_id, name, token_hash, scopes, created_at, expires_at) VALUES ($1, 'minh họa', $2, '{read}', $3, '2100-01-01')`,
      [world.people.lan.account, hashOfToken(token), server.clock.now()],
    );
    const { status, body } = await ask(server, undefined, 'GET', '/api/search?q=05/BMH', undefined, { authorization: `Bearer ${token}` });
    expect(status).toBe(200);
    expect(body.people).toBe(null);
    expect(JSON.stringify(body.documents)).not.toContain('"in":"handover"');
  });

  it('[F94] an administrator of a province finds those of the province alone', async () => {
    await server.owner.query(
      `INSERT INTO membership (account_id, body_id, role, from_date, granted_at) VALUES ($1, 'tinh-minh-hoa-01', 'administrator', '2022-01-01', now())`,
      [world.people.minh.account],
    );
    const names = (await search('minh', 'minh hoa example')).people?.items.map(({ name }) => name);
    expect(names).toContain('Trần Thị Bình');
    expect(names).not.toContain('Người Được Mời');
    expect(names).not.toContain('Phạm Văn Dũng');
  });

  it('finds items by the abbreviations that offices write', async () => {
    const found = async (typed: string) => (await search('an', typed)).items.items.map(({ code }) => code);
    expect(await found('tthc')).toEqual(await found('thủ tục hành chính'));
    expect(await found('giải quyết TTHC')).not.toEqual([]);
  });

  it('finds items by code and by words that stand apart, and leads a clerk into the sheet of their own', async () => {
    const { items } = await search('an', '2.4.1');
    expect(items.items[0]).toMatchObject({
      code: '2.4.1',
      edition: { id: world.scheme.id },
      round: { id: world.round, title: 'Kỳ đánh giá minh họa 2022' },
      ownSheet: { id: 'tinh-minh-hoa-01', name: 'Tỉnh Minh họa 01' },
      listsSheets: false,
    });
    const title = items.items[0]?.title.vi as string;
    const [first, ...rest] = title.split(' ');
    const apart = [...rest.slice(-2), first].join(' ').normalize('NFD').replaceAll(/\p{M}/gu, '');
    expect(
      (await search('an', apart)).items.items.map(({ code }) => code),
      apart,
    ).toContain('2.4.1');
    const codes = (await search('an', '1.1')).items.items.filter(({ edition }) => edition.id === world.scheme.id).map(({ code }) => code);
    expect(codes[0]).toBe('1.1');
    expect(codes.every((code) => code.startsWith('1.1'))).toBe(true);
  });

  it('[F98] leads into the round that is open now, however much later a closed one of the same edition is', async () => {
    await server.owner.query(
      `INSERT INTO round (id, owner_body, year, title, edition_id, state, created_at, opened_at, closed_at)
        VALUES ('ky-da-dong', 'bo-minh-hoa', 2031, 'Kỳ đã đóng (minh họa)', $1, 'closed', now(), now(), now())`,
      [world.scheme.id],
    );
    await server.owner.query(`INSERT INTO participant (round_id, body_id, position) VALUES ('ky-da-dong', 'tinh-minh-hoa-01', 1)`);
    expect((await search('an', '2.4.1')).items.items[0]).toMatchObject({ round: { id: world.round }, ownSheet: { id: 'tinh-minh-hoa-01' } });
    await server.owner.query(`DELETE FROM participant WHERE round_id = 'ky-da-dong'`);
    await server.owner.query(`DELETE FROM round WHERE id = 'ky-da-dong'`);
  });

  it('[F94] leads each only to what they may open: the list of sheets, or the edition', async () => {
    const place = async (person: PersonName) => (await search(person, '2.4.1')).items.items[0];
    expect(await place('dung')).toMatchObject({ round: { id: world.round }, ownSheet: null, listsSheets: true });
    expect(await place('hanh')).toMatchObject({ ownSheet: null, listsSheets: true });
    expect(await place('lan')).toMatchObject({ ownSheet: null, listsSheets: false });
    for (const person of ['dung', 'an', 'lan'] as const) {
      const { round, ownSheet, listsSheets } = (await place(person)) ?? {};
      if (ownSheet) expect((await ask(server, world.people[person], 'GET', `/api/rounds/${round?.id}/sheets/${ownSheet.id}`)).status).toBe(200);
      const { status } = await ask(server, world.people[person], 'GET', `/api/rounds/${round?.id}/sheets`);
      expect(status).toBe(listsSheets ? 200 : 403);
    }
  });

  it('[F94] finds documents by their numbers, and tells of each only the places that the reader may see', async () => {
    const decided = await search('an', '12/qd-bmh');
    expect(decided.documents.items[0]).toMatchObject({
      number: DECIDED,
      date: '2022-11-10',
      count: 1,
      cited: [{ in: 'edition', edition: { id: 'mau-ban-hanh' } }],
    });
    const places = async (person: PersonName | Person, q: string) => (await search(person, q)).documents.items.flatMap(({ cited }) => cited);
    // Granted, taken over and handed over by one document; who is outside the round has none of its registers.
    const all = await places('lan', '05/BMH');
    expect(new Set(all.map((one) => one.in))).toEqual(new Set(['extension', 'takeover', 'handover']));
    expect(all.find((one) => one.in === 'handover')?.handover).toMatchObject({ from: 'Lê Thị Chi', to: 'Đỗ Văn Minh' });
    expect((await places('an', '05/BMH')).map((one) => one.in)).not.toContain('handover');
    expect((await places('an', '05/BMH')).map((one) => one.round?.id)).toContain(LIVED_ROUND);
    // Handing over has ended Chi's session with her role.
    const chi = { ...world.people.chi, token: await signIn(server, world.people.chi.account) };
    expect((await places(chi, '05/BMH')).map((one) => one.in)).toContain('handover');
    const stranger = randomUUID();
    await server.owner.query(`INSERT INTO account (id, email, name, created_at) VALUES ($1, 'nguoi-la@minh-hoa.example', 'Người Lạ', now())`, [stranger]);
    const token = randomUUID();
    await server.owner.query(
      `INSERT INTO session (token_hash, account_id, created_at, seen_at, expires_at, complete_at) VALUES ($1, $2, now(), '2100-01-01', '2100-01-01', now())`,
      [hashOfToken(token), stranger],
    );
    expect(await places({ account: stranger, token, membership: undefined }, '05/BMH')).toEqual([]);
  });

  it('[F94] a draft of a round is found by those of its owner body alone', async () => {
    expect((await search('an', '77/BMH-NOI-BO')).documents).toEqual(nobody);
    const [draft] = (await search('dung', '77/BMH-NOI-BO')).documents.items;
    expect(draft?.cited).toMatchObject([
      { in: 'exclusion', round: { id: COPIED_ROUND }, body: { id: 'tinh-minh-hoa-02', name: 'Tỉnh Minh họa 02' }, item: '1.2' },
    ]);
  });

  it('finds a decision that changed many bodies once, with the first places and their number; and where days off come from', async () => {
    const [resolution] = (await search('an', '202/2025/QH15')).documents.items;
    expect(resolution?.cited).toHaveLength(4);
    expect(resolution?.count).toBeGreaterThan(50);
    expect(resolution?.cited.every((one) => one.in === 'body' && one.body !== null)).toBe(true);
    expect((await search('an', '900/TB')).documents.items[0]).toMatchObject({ cited: [{ in: 'daysOff', year: 2024 }], count: 1 });
  });

  it('hostile input finds nothing or is a fault that says so; it never finds everything', async () => {
    for (const q of ['%', '_', '%%%', '\\', "' OR 1=1 --", '|', '*', '\u0301\u0302', 'a\u0301'.repeat(60), '–', '()', '[', '😀', '%_'.repeat(80)]) {
      const found = await search('lan', q);
      for (const group of [found.bodies, found.people, found.items, found.documents]) expect(group?.items.length, q).toBeLessThan(8);
    }
    expect(await search('lan', '%')).toEqual({ bodies: nobody, published: nobody, people: nobody, items: nobody, documents: nobody });
    expect(await search('an', '\u0301')).toEqual({ bodies: nobody, published: nobody, people: null, items: nobody, documents: nobody });
    for (const q of ['', '%20%20', 'x'.repeat(10_000)]) {
      const { status, body } = await ask(server, world.people.an, 'GET', `/api/search?q=${q}`);
      expect([status, body.faults?.[0]?.path], q.slice(0, 20)).toEqual([422, '/query/q']);
    }
    for (const query of ['', '?q=a&q=b', '?q=%00', '?q=a&more=1'])
      expect((await ask(server, world.people.an, 'GET', `/api/search${query}`)).status, query).toBe(422);
    expect((await ask(server, undefined, 'GET', '/api/search?q=an')).status).toBe(401);
    expect(server.logged).toEqual([]);
  });

  it('asks few queries, however many editions, rounds and documents there are', async () => {
    const asked = async (): Promise<number> => {
      queries.length = 0;
      await search('lan', 'so');
      return queries.length;
    };
    await search('lan', 'so');
    const before = await asked();
    expect(before).toBeLessThanOrEqual(MOST_QUERIES);
    await server.owner.query(
      `INSERT INTO round (id, owner_body, year, title, edition_id, state, created_at, opened_at)
      SELECT 'ky-them-' || n, 'bo-minh-hoa', 2030, 'Kỳ thêm ' || n, $1, 'open', now(), now() FROM generate_series(1, 40) n`,
      [world.scheme.id],
    );
    await server.owner.query(
      `INSERT INTO participant (round_id, body_id, position) SELECT 'ky-them-' || n, 'tinh-minh-hoa-01', 1 FROM generate_series(1, 40) n`,
    );
    await server.owner.query(
      `INSERT INTO exclusion (round_id, body_id, item, legal_basis) SELECT 'ky-them-' || n, 'tinh-minh-hoa-01', '1.1', 'Công văn số ' || n FROM generate_series(1, 40) n`,
    );
    expect(await asked()).toBe(before);
  });
});
