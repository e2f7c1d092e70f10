import { randomUUID } from 'node:crypto';
import { allContracts } from '@parindex/core/contracts/all-contracts';
import { drawPieces, hashOfPieces } from '@parindex/core/quality/draw';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '../../../db/transaction.ts';
import { textOf } from '../../../file-inspection/testing/text-of.ts';
import { MADE } from '../../../http/testing/rights-judging.ts';
import { ROWS } from '../../../http/testing/rights-rows.ts';
import { addPerson } from '../../../testing/add-person.ts';
import { appraiseAllDomains, yesNoCodes } from '../../../testing/appraised-round.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, change, makeWorld, type Person, type PersonName, type World } from '../../../testing/world.ts';

const ONE = 'tinh-minh-hoa-01';
const TWO = 'tinh-minh-hoa-02';
const ROUND = '/api/rounds/minh-hoa-2022';
/** In everything that was said of the first mark. */
const CANARY = 'chimyencuadot';
const SEED = 'Xổ số kiến thiết Minh họa ngày 12/02/2023: 40951';

let server: TestServer;
let world: World;
let items: readonly string[];
/** Who appraises beside the first marker; who leads that body too; who declared an interest in the provinces. */
let hoa: Person;
let truong: Person;
let ky: Person;

const by = (person: Person, method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown) => ask(server, person, method, `${ROUND}${url}`, body);
const as = (person: PersonName, method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown) => by(world.people[person], method, url, body);
const appraise = async (person: Person, body: string, item: string, changes: object, reason: string | null) => {
  const { seq } = (await by(person, 'GET', `/sheets/${body}`)).body;
  return by(person, 'POST', `/sheets/${body}/items/${item}/appraisal`, {
    ...{ id: randomUUID(), base: seq, changes },
    reason: reason === null ? null : { code: 'other', text: reason },
  });
};
const pieces = () => [ONE, TWO].flatMap((body) => items.map((item) => ({ body, item })));

beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  await appraiseAllDomains(server, world);
  items = yesNoCodes(world).slice(0, 6);
  expect(items).toHaveLength(6);
  for (const [person, body] of [
    ['an', ONE],
    ['chi', TWO],
  ] as const)
    for (const [index, item] of items.entries())
      expect((await as(person, 'POST', `/sheets/${body}/entries`, { entries: [change({ item }, index, { 'answer.yes': true })] })).status).toBe(201);
  hoa = await addPerson(server, 'hoa', 'Mai Thị Hoa', 'appraiser', 'bo-minh-hoa-b');
  truong = await addPerson(server, 'truong', 'Lý Văn Trường', 'appraiser', 'bo-minh-hoa-b');
  await server.owner.query(
    `INSERT INTO membership (id, account_id, body_id, role, from_date, granted_at) VALUES ($1, $2, 'bo-minh-hoa-b', 'head', '2022-01-01', $3)`,
    [randomUUID(), truong.account, server.clock.now()],
  );
  ky = await addPerson(server, 'ky', 'Ngô Văn Kỳ', 'appraiser', 'bo-minh-hoa-b');
  server.clock.set('2023-02-10T00:00:00Z');
  for (const body of [ONE, TWO])
    expect((await by(ky, 'POST', '/interests', { id: randomUUID(), body, kind: 'kin', reason: 'Có người thân (minh họa)' })).status).toBe(201);
});
afterAll(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

/** Every address that is read, about what is marked here. */
let known: readonly string[] | undefined;
const addresses = (): readonly string[] => {
  known ??= allAddresses();
  return known;
};
function allAddresses(): string[] {
  const none = randomUUID();
  const places = { world, draft: 'khong-co', item: items[0] as string, reference: none, thread: none, request: none };
  const all = allContracts
    .filter(({ method, withoutHead }) => method === 'GET' && (withoutHead ?? true))
    .map(({ url }) => ROWS[`GET ${url}`]?.url?.(places) ?? url);
  const sheet = `${ROUND}/sheets/${ONE}`;
  return [
    ...new Set([
      ...all,
      ...[`/sheets/${ONE}/entries?item=${items[0]}`, `/sheets/${ONE}/threads?item=${items[0]}`, `/appraisal/items/${items[0]}`, `/appraisal/bodies/${ONE}`].map(
        (url) => `${ROUND}${url}`,
      ),
      ...['claimed', 'appraised', 'council'].map((stage) => `${ROUND}/running-ranking?stage=${stage}`),
      ...[
        `${sheet}`,
        `${sheet}/timeline`,
        `${sheet}/workbook?kind=filled`,
        `/api/search?q=${CANARY}`,
        `${ROUND}/evidence?q=${CANARY}`,
        `${ROUND}/explanations/${ONE}`,
        `${sheet}/documents`,
      ],
    ]),
  ];
}

/** What somebody is answered at every address; of documents and workbooks, which cost most, what they say. */
async function walk(person: Person, made = true): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const url of addresses()) {
    if (!made && MADE.test(url)) continue;
    if (/\/(stream|feed)|\{/.test(url) || /event/.test(url)) continue;
    const { payload, rawPayload, statusCode, headers } = await server.app.inject({
      method: 'GET',
      url,
      headers: { cookie: `parindex_session=${person.token}` },
    });
    const [, kind] = /(spreadsheetml|wordprocessingml)/.exec(String(headers['content-type'])) ?? [];
    const told = kind === undefined ? payload : await textOf(rawPayload, kind === 'spreadsheetml' ? 'bang.xlsx' : 'van-ban.docx');
    answers.set(url, `${statusCode} ${told}`);
  }
  return answers;
}
const telling = (answers: ReadonlyMap<string, string>) => [...answers].flatMap(([url, told]) => (told.includes(CANARY) ? [url] : []));

/** What in two walks is not the same, but for moments, numbers of the last entry, and what is the asker's to decide. */
function different(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const plain = (told: string | undefined) => told?.replaceAll(/"(at|seq|now|version|mine|shares)":("[^"]*"|\d+|null|true|false|\{[^}]*\})/g, '');
  return [...before].flatMap(([url, told]) => (plain(after.get(url)) === plain(told) ? [] : [url]));
}

describe('[F42] a sample is marked a second time', () => {
  let before: Map<string, string>;
  it('drawn by the owner from what was decided: by a seed that is recorded, given to nobody who has seen or may see the first marks', async () => {
    before = await walk(hoa, false);
    const { giang } = world.people;
    for (const { body, item } of pieces()) {
      const changed = item === items[0] && body === ONE;
      const given = await appraise(giang, body, item, changed ? { 'answer.yes': false } : {}, changed ? `Hồ sơ chưa đủ (${CANARY})` : null);
      expect(given.status).toBe(201);
    }
    const { seq } = (await by(giang, 'GET', `/sheets/${ONE}`)).body;
    expect(
      (await by(giang, 'POST', `/sheets/${ONE}/explanation/${items[0]}/question`, { id: randomUUID(), base: seq, text: `Vì sao? ${CANARY}` })).status,
    ).toBe(201);
    const thread = { id: randomUUID(), item: items[0], kind: 'shared', comment: { id: randomUUID(), text: `Đã trừ điểm ${CANARY}`, mentions: [] } };
    expect((await by(giang, 'POST', `/sheets/${ONE}/threads`, thread)).status).toBe(201);
    // That the walk finds what it looks for.
    expect(telling(await walk(hoa, false)).length).toBeGreaterThan(4);

    const { body: quality } = await as('dung', 'GET', '/quality');
    expect(quality).toMatchObject({
      mayDraw: true,
      list: { pieces: 12, hash: hashOfPieces(pieces()), markers: 3 },
      draws: [],
      agreement: { pairs: 0, alpha: null },
    });
    const wanted = { id: randomUUID(), seed: SEED, count: 12, listHash: quality.list.hash };
    for (const person of ['an', 'giang', 'hanh', 'khanh'] as const) expect((await as(person, 'POST', '/second-markings', wanted)).status).toBe(403);
    expect((await as('dung', 'POST', '/second-markings', { ...wanted, listHash: 'cũ' })).body.code).toBe('staleVersion');
    expect((await as('dung', 'POST', '/second-markings', { ...wanted, count: 13 })).body.code).toBe('notNow');
    const drawn = await as('dung', 'POST', '/second-markings', wanted);
    expect(drawn).toMatchObject({ status: 201, body: { seed: SEED, listed: 12, drawn: 12, nobody: 0, marked: 0 } });
    // Said again it is drawn once.
    expect((await as('dung', 'POST', '/second-markings', wanted)).body).toEqual(drawn.body);
    expect((await as('dung', 'POST', '/second-markings', { ...wanted, seed: 'Số khác' })).body.code).toBe('idReused');

    const { rows } = await server.owner.query('SELECT body_id AS body, item, account_id AS person FROM second_marking_item ORDER BY body_id, item');
    expect(rows.map(({ body, item }) => ({ body, item }))).toEqual(drawPieces(pieces(), SEED, 12));
    // Neither whoever marked first, nor who leads them; nor anybody in their own cause.
    expect(new Set(rows.map(({ person }) => person))).toEqual(new Set([hoa.account]));
    expect((await by(hoa, 'GET', '/second-marks')).body.marks.every((mark: object) => !('first' in mark))).toBe(true);
    expect((await as('giang', 'GET', '/second-marks')).body.marks).toEqual([]);
  });

  it('blind: whoever marks finds no trace of the first mark, on no route and in no table, and reads again what it was once they have marked', async () => {
    const during = await walk(hoa);
    expect(telling(during)).toEqual([]);
    // As before anything was decided, but for their own list; home does not count what is not theirs to decide, and what is of themselves tells when they were here.
    expect(different(before, during).filter((url) => !/^\/api\/(me|work)\b/.test(url))).toEqual([`${ROUND}/second-marks`]);
    const table = async () =>
      inTransactionAs(server.context, hoa.account, server.clock.now(), async (db) => {
        const { rows } = await sql<{ found: string }>`
          SELECT 'entry' AS found FROM entry WHERE body_id = ${ONE} AND target = ${items[0]} AND stage <> 'claimed' UNION ALL SELECT 'cell' FROM cell WHERE body_id = ${ONE} AND target = ${items[0]} AND stage <> 'claimed'
          UNION ALL SELECT 'payload' FROM payload WHERE content::text LIKE ${`%${CANARY}%`} UNION ALL SELECT 'comment' FROM comment_thread WHERE item = ${items[0]} AND body_id = ${ONE}
          UNION ALL SELECT 'audit' FROM audit WHERE body_id = ${ONE} AND act IN ('sheet.appraise', 'sheet.ask') UNION ALL SELECT 'first mark' FROM first_mark
          UNION ALL SELECT 'draw' FROM second_marking UNION ALL SELECT 'act' FROM audit WHERE act LIKE 'quality.%' AND actor <> app.account()`.execute(db);
        return rows.map(({ found }) => found);
      });
    expect(await table()).toEqual([]);
    // Nor do they decide on it meanwhile.
    expect((await appraise(hoa, ONE, items[0] as string, {}, null)).body.code).toBe('notNow');

    const { marks } = (await by(hoa, 'GET', '/second-marks')).body;
    // What waits is told at home by its count and term alone.
    const waits = async () => (await ask(server, hoa, 'GET', '/api/work')).body.tasks.filter(({ kind }: { kind: string }) => kind === 'markSecond');
    const toMark = marks.filter(({ mark: given, open }: { mark: unknown; open: boolean }) => given === null && open).length;
    const [told] = await waits();
    expect(told).toMatchObject({ count: toMark, round: { id: world.round }, body: null, item: null, first: [] });
    const mine = marks.find(({ body, item }: { body: { id: string }; item: { code: string } }) => body.id === ONE && item.code === items[0]);
    expect(mine).toMatchObject({ open: true, mark: null });
    const { seq } = (await by(hoa, 'GET', `/sheets/${ONE}`)).body;
    const mark = { base: seq, changes: {}, figures: [], reason: null };
    expect((await by(hoa, 'PUT', `/second-marks/${mine.id}`, { ...mark, changes: { 'answer.yes': false } })).body.code).toBe('faulty');
    expect((await by(ky, 'PUT', `/second-marks/${mine.id}`, mark)).status).toBe(404);
    const given = await by(hoa, 'PUT', `/second-marks/${mine.id}`, mark);
    expect((await waits()).map(({ count }: { count: number }) => count)).toEqual(toMark === 1 ? [] : [toMark - 1]);
    expect(given.status).toBe(200);
    expect((await by(hoa, 'PUT', `/second-marks/${mine.id}`, mark)).body).toEqual(given.body);
    expect(
      (await by(hoa, 'PUT', `/second-marks/${mine.id}`, { ...mark, changes: { 'answer.yes': false }, reason: { code: 'other', text: 'Đổi ý' } })).body.code,
    ).toBe('notNow');
    expect(telling(await walk(hoa, false)).length).toBeGreaterThan(4);
    expect((await table()).filter((found) => found === 'entry')).toHaveLength(2);
    // It moves nothing: neither sheet nor ledger know of it.
    const { rows } = await server.owner.query('SELECT count(*)::int AS entries FROM entry WHERE actor = $1', [hoa.account]);
    expect(rows).toEqual([{ entries: 0 }]);
  });

  it('blind also once bodies were sent their notices: the letters tell first marks', async () => {
    const { an, dung } = world.people;
    server.clock.set('2023-03-02T00:00:00Z');
    const notice = { id: randomUUID(), stage: 'appraised', bodies: [ONE], document: { number: '12/BMH', date: '2023-03-01' }, told: ['itemsNotAppraised'] };
    expect((await by(dung, 'POST', '/appraisal-notices', notice)).status).toBe(201);
    const [letter] = (await by(an, 'GET', `/sheets/${ONE}/explanation`)).body.notices.appraised.files as { id: string }[];
    const statusFor = async (person: Person) => (await by(person, 'GET', `/files/${letter?.id}`)).status;
    expect([await statusFor(an), await statusFor(world.people.giang), await statusFor(hoa)]).toEqual([200, 200, 404]);
  });

  it('what somebody may not or cannot mark they hand back, with a reason; another is drawn for it, as blind as they were', async () => {
    const { dung } = world.people;
    const { marks } = (await by(hoa, 'GET', '/second-marks')).body;
    const [piece] = marks.filter(({ open }: { open: boolean }) => open);
    const handBack = (reason: string, who = hoa) => by(who, 'POST', `/second-marks/${piece.id}/return`, { reason });
    const draws = async () => (await by(dung, 'GET', '/quality')).body.draws;
    const [{ id: draw }] = await draws();
    const anew = (who = dung) => by(who, 'POST', `/second-markings/${draw}/markers`);
    expect((await handBack('Không phải của mình', ky)).status).toBe(404);
    expect((await anew()).body).toMatchObject({ nobody: 0, returned: [] });
    const handed = await handBack('Đi công tác dài ngày (minh họa)');
    expect([handed.status, handed.body.marks.find(({ id }: { id: string }) => id === piece.id)]).toMatchObject([201, { open: false, mark: null }]);
    expect((await handBack('Đi công tác dài ngày (minh họa)')).status).toBe(201);
    expect((await handBack('Lý do khác (minh họa)')).body.code).toBe('notNow');
    const { seq } = (await by(hoa, 'GET', `/sheets/${piece.body.id}`)).body;
    const mark = { base: seq, changes: {}, figures: [], reason: null };
    expect((await by(hoa, 'PUT', `/second-marks/${piece.id}`, mark)).body.code).toBe('notNow');
    // Not past the handlers either.
    const withMark = { drawn_id: piece.id, points: '1/1', maximum: '1/1', changes: '[]', marked_by: hoa.account, marked_at: server.clock.now() };
    await expect(
      inTransactionAs(server.context, hoa.account, server.clock.now(), (db) => db.insertInto('second_mark').values(withMark).execute()),
    ).rejects.toThrow('row-level security');
    expect(await draws()).toMatchObject([
      { nobody: 1, returned: [{ body: { id: piece.body.id }, item: piece.item.code, by: { id: hoa.account }, reason: 'Đi công tác dài ngày (minh họa)' }] },
    ]);
    // Whoever handed it back is not drawn again, nor who has said something of it.
    expect((await anew()).body.code).toBe('notNow');
    const vinh = await addPerson(server, 'vinh', 'Đỗ Quang Vinh', 'appraiser', 'bo-minh-hoa-b');
    expect((await anew(vinh)).status).toBe(404);
    expect((await anew()).body).toMatchObject({ nobody: 0, returned: [], drawn: 12 });
    const [given, ...more] = (await by(vinh, 'GET', '/second-marks')).body.marks;
    expect([given, more]).toMatchObject([{ body: piece.body, item: piece.item, open: true }, []]);
    const seen = await inTransactionAs(server.context, vinh.account, server.clock.now(), (db) =>
      sql`SELECT 1 FROM entry WHERE body_id = ${piece.body.id} AND target = ${piece.item.code} AND stage <> 'claimed' UNION ALL SELECT 1 FROM first_mark`.execute(
        db,
      ),
    );
    expect(seen.rows).toEqual([]);
    expect((await by(vinh, 'PUT', `/second-marks/${given.id}`, mark)).status).toBe(200);
  });

  it('tells whoever runs or audits the round how far the two agree, who marks lower, and what was changed; and that a few pairs say nothing of agreement', async () => {
    const one = (await as('dung', 'GET', '/quality')).body;
    expect(one.agreement).toMatchObject({ pairs: 2, same: 1, apart: 0.5, alpha: null, intraclass: null });
    expect(one.apart).toMatchObject([
      {
        body: { id: ONE },
        item: { code: items[0] },
        first: { points: '0/1', person: { id: world.people.giang.account } },
        second: { person: { id: hoa.account } },
        apart: -1,
      },
    ]);
    for (const { id, body, mark, returned } of (await by(hoa, 'GET', '/second-marks')).body.marks) {
      if (mark || returned) continue;
      const { seq } = (await by(hoa, 'GET', `/sheets/${body.id}`)).body;
      expect((await by(hoa, 'PUT', `/second-marks/${id}`, { base: seq, changes: {}, figures: [], reason: null })).status).toBe(200);
    }
    const { body: all } = await as('khanh', 'GET', '/quality');
    expect(all).toMatchObject({ mayDraw: false, draws: [{ seed: SEED, marked: 12 }] });
    expect(all.agreement).toMatchObject({ pairs: 12, same: 11, alpha: { reliance: 'unreliable' } });
    expect(all.agreement.intraclass.value).toBeLessThan(0.5);
    const giang = all.persons.find(({ person }: { person: { id: string } }) => person.id === world.people.giang.account);
    expect(giang.moved).toMatchObject({ count: 12 });
    expect(giang.moved.mean).toBeCloseTo(-1 / 12, 12);
    expect(giang.paired.mean).toBeCloseTo(-1 / 12, 12);
    expect(all.weeks).toMatchObject([{ week: '2023-02-06', moved: { count: 12 }, paired: { count: 12 } }]);
    expect(all.bodies).toMatchObject([
      { body: { id: ONE }, decided: 6, changed: 1 },
      { body: { id: TWO }, decided: 6, changed: 0 },
    ]);
    expect(all.items[0]).toMatchObject({ item: { code: items[0] }, decided: 2, changed: 1 });
    for (const person of ['an', 'giang', 'hanh'] as const) expect((await as(person, 'GET', '/quality')).status).toBe(403);
    const workbook = await server.app.inject({
      method: 'GET',
      url: `${ROUND}/quality-workbook`,
      headers: { cookie: `parindex_session=${world.people.dung.token}` },
    });
    expect(workbook.statusCode).toBe(200);
    expect(workbook.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  it('nor does whoever marks decide on an item that uses the same figure: they would over a value that stands no more', async () => {
    server.clock.set('2023-02-20T00:00:00Z');
    const [draw, moment] = [randomUUID(), server.clock.now()];
    await server.owner.query(
      `INSERT INTO second_marking (id, round_id, edition_id, seed, listed, list_hash, drawn, drawn_by, drawn_at) VALUES ($1, $2, $3, 'minh họa', 1, 'minh họa', 1, $4, $5)`,
      [draw, world.round, world.scheme.id, world.people.dung.account, moment],
    );
    await server.owner.query(
      `INSERT INTO second_marking_item (id, draw_id, round_id, body_id, edition_id, item, targets, account_id)
        VALUES ($1, $2, $3, $4, $5, '3.2.3', '{item/3.2.3,figure/filesReceived}', $6)`,
      [randomUUID(), draw, world.round, TWO, world.scheme.id, hoa.account],
    );
    const shared = await appraise(hoa, TWO, '7.2.4', {}, null);
    expect(shared.body).toMatchObject({ code: 'notNow', targets: ['item 7.2.4'] });
    expect((await appraise(hoa, TWO, '4.1.3', {}, null)).status).toBe(201);

    // Who has come to run the round acts for it by all that stands, and marks no more.
    await server.owner.query(
      `INSERT INTO membership (id, account_id, body_id, role, from_date, granted_at) VALUES ($1, $2, 'bo-minh-hoa', 'owner', '2023-01-01', $3)`,
      [randomUUID(), hoa.account, moment],
    );
    const piece = (await by(hoa, 'GET', '/second-marks')).body.marks.find(
      ({ mark, returned }: { mark: unknown; returned: unknown }) => mark === null && returned === null,
    );
    expect(piece).toMatchObject({ item: { code: '3.2.3' }, open: false });
    const { seq } = (await by(hoa, 'GET', `/sheets/${TWO}`)).body;
    expect((await by(hoa, 'PUT', `/second-marks/${piece.id}`, { base: seq, changes: {}, figures: [], reason: null })).body.code).toBe('notNow');
    expect((await appraise(hoa, TWO, '7.2.4', {}, null)).status).toBe(201);
  });
});
