import { randomUUID } from 'node:crypto';
import { readXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '../../../db/transaction.ts';
import { allAnswers } from '../../../testing/answer-all.ts';
import { askToClose } from '../../../testing/close-round.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, change, makeWorld, type PersonName, type World } from '../../../testing/world.ts';
import { readyEdition } from '../../editions/ready.ts';
import { findBoardRound } from '../../progress/queries/board.ts';
import { KeptRankings, type RankedSheet } from '../kept-rankings.ts';
import { findShownClaims } from '../queries/shown-ranking.ts';

let server: TestServer;
let world: World;
const round = '/api/rounds/minh-hoa-2022';
const [ONE, TWO, THREE] = ['tinh-minh-hoa-01', 'tinh-minh-hoa-02', 'tinh-minh-hoa-03'] as const;

beforeAll(async () => {
  server = await startTestServer('2023-01-09T02:00:00Z');
  world = await makeWorld(server);
});
afterAll(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

/** An item of a domain that nothing else here is told of. */
const CLAIMED = '2.4.1';

const as = (person: PersonName, method: 'GET' | 'PATCH' | 'POST', path: string, body?: unknown) =>
  ask(server, world.people[person], method, `${round}${path}`, body);
const ranking = async (person: PersonName, query = '') => (await as(person, 'GET', `/running-ranking${query}`)).body;
const save = async (person: PersonName, body: string, base: number, entries: ReturnType<typeof change>[]) => {
  const answer = await as(person, 'POST', `/sheets/${body}/entries`, { entries: entries.map((entry) => ({ ...entry, base })) });
  expect(answer.status).toBe(201);
  return answer.body.seq as number;
};
const show = async (rankingShown: string) => {
  const { version } = (await as('dung', 'GET', '')).body;
  expect((await as('dung', 'PATCH', '', { version, rankingShown })).body).toMatchObject({ rankingShown, version: version + 1 });
};
describe('[F71] the ranking of a round that runs', () => {
  it('ranks by index from the first entry on; who has nothing has no place; changes are on like items', async () => {
    const answers = allAnswers(world.scheme, 0);
    await save('an', ONE, 0, answers);
    server.clock.set('2023-01-10T02:00:00Z');
    await save('chi', TWO, 0, allAnswers(world.scheme, 0).slice(0, Math.ceil(answers.length / 2)));
    await server.owner.query(
      `INSERT INTO baseline (round_id, body_id, year, figures, items, source, stage) VALUES ($1, $2, 2021, '{}', $3, 'Minh họa', 'appraised')`,
      [world.round, ONE, { '1.1': '0.5' }],
    );
    const told = await ranking('dung');
    expect(told).toMatchObject({
      view: 'whole',
      shown: 'overseers',
      stage: 'claimed',
      stages: ['claimed'],
      bodies: 3,
      placed: 2,
      before: { year: 2021, stages: ['appraised'] },
    });
    expect(told.rows.map(({ body, rank, own }: { body: { id: string }; rank: number; own: boolean }) => [body.id, rank, own])).toEqual([
      [ONE, 1, false],
      [TWO, 2, false],
      [THREE, null, false],
    ]);
    const [first, second] = told.rows;
    const board = (await as('dung', 'GET', '/board')).body.rows.find(({ body }: { body: { id: string } }) => body.id === ONE);
    expect([first.points, first.maximum, first.answered]).toEqual([board.points, board.maximum, board.answered]);
    expect(Number(first.index.rounded)).toBeGreaterThan(Number(second.index.rounded));
    expect(first.change.items).toBe(1);
    expect(second.change).toBeNull();
    expect(first.domains.map(({ code }: { code: string }) => code)).toEqual(told.domains.map(({ code }: { code: string }) => code));
  });

  it('is shown to bodies as the owner has chosen: nothing, their own place, or all; the trail tells the choice', async () => {
    const closed = await ranking('an');
    expect(closed).toMatchObject({ view: 'own', shown: 'overseers', placed: 0, rows: [{ body: { id: ONE }, own: true, rank: null, blockRank: null }] });
    expect(closed.rows[0].domains.every(({ rank }: { rank: number | null }) => rank === null)).toBe(true);
    expect((await as('minh', 'GET', '/running-ranking')).status).toBe(403);
    expect((await as('giang', 'GET', '/running-ranking')).body.code).toBe('appraisalNotOpen');
    const { version } = (await as('dung', 'GET', '')).body;
    expect((await as('an', 'PATCH', '', { version, rankingShown: 'participants' })).status).toBe(403);

    await show('ownPlace');
    // While its sheet is open its place would move with each save, and so tell the points of those beside it.
    expect(await ranking('chi')).toMatchObject({ view: 'ownPlace', bodies: 3, placed: 2, rows: [{ body: { id: TWO }, rank: null, blockRank: null }] });
    const inState = (state: string) => server.owner.query(`UPDATE participant SET state = $3 WHERE round_id = $1 AND body_id = $2`, [world.round, TWO, state]);
    // Frozen it may be opened again and changed, as long as its time is not over.
    await inState('frozen');
    expect(await ranking('chi')).toMatchObject({ rows: [{ body: { id: TWO }, rank: null, blockRank: null }] });
    const closing = (when: string) =>
      server.owner.query(`UPDATE round_step SET closes = $2 WHERE round_id = $1 AND step = 'selfAssessment'`, [world.round, when]);
    await closing('2023-01-10T01:00:00Z');
    expect(await ranking('chi')).toMatchObject({ rows: [{ rank: 2 }] });
    await closing('2023-02-01T00:00:00+07:00');
    await inState('sent');
    const ended = await ranking('chi');
    expect(ended).toMatchObject({ view: 'ownPlace', rows: [{ body: { id: TWO }, rank: 2 }] });
    expect(ended.rows[0].domains.map(({ rank }: { rank: number | null }) => rank)).toEqual(ended.domains.map(() => null));
    await inState('open');
    await show('participants');
    const all = await ranking('chi');
    expect(all.rows.map(({ body, own }: { body: { id: string }; own: boolean }) => [body.id, own])).toEqual([
      [ONE, false],
      [TWO, true],
      [THREE, false],
    ]);
    // Who oversees the round is told what is claimed not to have arisen, and the year before; those who take part are not, of others.
    const { seq } = (await as('an', 'GET', `/sheets/${ONE}`)).body;
    const claim = { state: 'notApplicable', reason: 'Không phát sinh (minh họa)', justification: 'Giải trình (minh họa)' };
    await save('an', ONE, seq, [change({ item: CLAIMED }, 0, claim)]);
    const [[whole, told], [own]] = [(await Promise.all([ranking('dung'), ranking('chi')])).map(({ rows }) => rows[0]), (await ranking('an')).rows];
    expect([whole, told, own].map(({ claims, answered, change: compared }) => [claims, whole.answered - answered, compared?.items])).toEqual([
      [1, 0, 1],
      [0, 1, undefined],
      [1, 0, undefined],
    ]);
    expect([told.index, told.rank, (await ranking('chi')).before]).toEqual([whole.index, whole.rank, null]);
    // What is counted for a place is not open by that: not the sheet, not the board.
    expect((await as('chi', 'GET', `/sheets/${ONE}`)).status).toBe(403);
    expect((await as('chi', 'GET', '/board')).body.rows).toHaveLength(1);
    const { rows } = await server.owner.query(`SELECT content->'rankingShown' AS told FROM audit WHERE act = 'round.change' ORDER BY n`);
    expect(rows.map(({ told }) => told)).toEqual([
      ['overseers', 'ownPlace'],
      ['ownPlace', 'participants'],
    ]);
  });

  it('the database tells nobody of others who has no part or where it is not shown; else what points are worked out from, and no text', async () => {
    const told = (person: PersonName) =>
      inTransactionAs(server.context, world.people[person].account, server.clock.now(), async (db) => {
        const claims = await findShownClaims(db, world.round);
        const { rows } = await sql<{
          body: string;
        }>`SELECT DISTINCT body_id AS body FROM cell UNION SELECT body_id FROM entry UNION SELECT body_id FROM baseline`.execute(db);
        return { others: claims && [...(await claims.read([ONE])).values()], seen: rows.map(({ body }) => body) };
      });
    expect(await told('minh')).toEqual({ others: undefined, seen: [] });
    const { others, seen } = await told('chi');
    expect(seen).toEqual([TWO]);
    const [one] = others ?? [];
    expect(one?.cells.find(({ target }) => target === CLAIMED)?.fields).toMatchObject({ state: 'notApplicable' });
    expect(new Set(one?.cells.flatMap(({ fields }) => Object.keys(fields).map((field) => field.split('.')[0])))).toEqual(new Set(['answer', 'state', 'value']));
    expect(one?.previous).toEqual({ year: 2021, stage: null, figures: {}, items: {} });
    await show('overseers');
    expect(await ranking('chi')).toMatchObject({ view: 'own', rows: [{ rank: null }] });
    expect(await told('chi')).toEqual({ others: undefined, seen: [TWO] });
  });

  it('is ranked anew only where a sheet has changed, or in which block it stands', async () => {
    const { account } = world.people.dung;
    const edition = await inTransactionAs(server.context, account, server.clock.now(), async (db) => {
      const plan = await findBoardRound(db, world.round);
      return readyEdition(db, plan?.edition as string, plan?.editionHash as string);
    });
    const part = { points: '1/2', maximum: '1/1', scored: 1, undecided: 0, like: null };
    const stages = [{ stage: 'claimed' as const, whole: part, domains: [], items: [], apart: [] }];
    const rankings = new KeptRankings();
    const one = { body: ONE, name: ONE, code: null, state: 'open', stages, ranked: true, block: null, counts: { domains: [] } } as unknown as RankedSheet;
    const of = (change: Partial<RankedSheet> = {}) => rankings.of([{ ...one, ...change }], edition, 'claimed');
    // Two who ask at once share the work.
    const [first, again] = await Promise.all([of(), of()]);
    expect(first.rows).toMatchObject([{ rank: 1 }]);
    expect(again).toBe(first);
    for (const change of [{ block: 'a' }, { state: 'frozen' as const }, { stages: [...stages] }]) expect(await of(change)).not.toBe(first);
    expect(await of()).toBe(first);
  });

  it('as appraised only once something is, not for bodies, and ranks whose own items are all decided: what is only claimed stands below', async () => {
    server.clock.set('2023-02-10T02:00:00Z');
    let base = (await as('giang', 'GET', `/sheets/${ONE}`)).body.seq as number;
    const judge = async (item: string) => {
      const verdict = {
        id: randomUUID(),
        base,
        changes: { state: 'notAccepted', reason: 'Không đúng (minh họa)' },
        reason: { code: 'other', text: 'Đã xem tài liệu (minh họa)' },
      };
      const answer = await as('giang', 'POST', `/sheets/${ONE}/items/${item}/appraisal`, verdict);
      expect([item, answer.status]).toEqual([item, 201]);
      base = answer.body.seq;
    };
    await judge('1.1');
    await show('participants');
    const [claimed, begun, ofBody] = [await ranking('dung'), await ranking('dung', '?stage=council'), await ranking('chi', '?stage=council')];
    const rowOf = (told: typeof claimed, body: string) => told.rows.find((row: { body: { id: string } }) => row.body.id === body);
    expect(claimed.stages).toEqual(['claimed', 'appraised']);
    expect(begun).toMatchObject({ stage: 'appraised', bodies: 3, placed: 0 });
    expect(rowOf(begun, ONE)).toMatchObject({ decided: 1, rank: null });
    expect(Number(rowOf(begun, ONE).index.rounded)).toBeLessThan(Number(rowOf(claimed, ONE).index.rounded));
    expect(ofBody).toMatchObject({ stage: 'claimed', stages: ['claimed'] });
    expect(rowOf(ofBody, ONE).index).toEqual(rowOf(claimed, ONE).index);

    const { items } = (await as('dung', 'GET', `/board/bodies/${ONE}`)).body as { items: { code: string; askedOf: string; domain: string }[] };
    const own = items.filter(({ askedOf, code }) => askedOf === 'body' && code !== '1.1');
    const first = items[0]?.domain;
    const ofFirst = own.filter(({ domain }) => domain === first).map(({ code }) => code);
    for (const code of ofFirst) await judge(code);
    const inDomain = await ranking('dung', '?stage=appraised');
    const domainOf = (told: typeof claimed, body: string) => rowOf(told, body).domains.find(({ code }: { code: string }) => code === first);
    expect(domainOf(inDomain, ONE)).toMatchObject({ rank: 1, asked: domainOf(inDomain, ONE).decided });
    expect([domainOf(inDomain, TWO).rank, rowOf(inDomain, ONE).rank]).toEqual([null, null]);

    // The verdicts of the other domains, as the ledger keeps them; one more of the appraiser's own is what makes them counted.
    await server.owner.query(
      `INSERT INTO cell SELECT round_id, body_id, stage, target_kind, unnest($3::text[]), fields, seqs FROM cell
        WHERE round_id = $1 AND body_id = $2 AND stage = 'appraised' AND target = '1.1'`,
      [world.round, ONE, own.map(({ code }) => code).filter((code) => !ofFirst.includes(code))],
    );
    await judge('1.1');
    const judged = await ranking('dung', '?stage=appraised');
    expect(judged.placed).toBe(1);
    expect(judged.rows.map(({ body, rank }: { body: { id: string }; rank: number | null }) => [body.id, rank])).toEqual([
      [ONE, 1],
      [TWO, null],
      [THREE, null],
    ]);
    expect(Number(rowOf(judged, TWO).index.rounded)).toBeGreaterThan(Number(rowOf(judged, ONE).index.rounded));

    // Where no stage is named: the last at which nobody lacks a place for want of a decision.
    expect((await ranking('dung')).stage).toBe('claimed');
    const setState = (state: string) => server.owner.query('UPDATE participant SET state = $3 WHERE round_id = $1 AND body_id = $2', [world.round, ONE, state]);
    await setState('frozen');
    expect(await ranking('dung', '?among=frozen')).toMatchObject({ stage: 'appraised', bodies: 1, placed: 1 });
    await setState('open');
  });

  it('among those alone that have frozen their sheets, which only who sees the list may ask', async () => {
    await server.owner.query(`UPDATE participant SET state = 'frozen' WHERE round_id = $1 AND body_id = $2`, [world.round, TWO]);
    expect(await ranking('dung', '?among=frozen')).toMatchObject({
      among: 'frozen',
      bodies: 1,
      placed: 1,
      rows: [{ body: { id: TWO }, rank: 1, state: 'frozen' }],
    });
    await show('ownPlace');
    expect(await ranking('an', '?among=frozen')).toMatchObject({ among: 'all', bodies: 3, rows: [{ body: { id: ONE }, rank: null }] });
  });

  it('goes out as XLSX, with provisional written on every sheet', async () => {
    const { rawPayload } = await server.app.inject({
      url: `${round}/running-ranking/workbook`,
      headers: { cookie: `parindex_session=${world.people.dung.token}` },
    });
    const { sheets } = await readXlsx(rawPayload);
    expect(sheets.map(({ name }) => name)).toEqual(['Xếp hạng', 'Theo lĩnh vực']);
    for (const { rows } of sheets)
      expect(rows.slice(0, 3).map(([text]) => text)).toEqual(['BẢNG XẾP HẠNG TẠM TÍNH', 'Kỳ đánh giá minh họa 2022', 'Tạm tính, theo điểm tự chấm']);
    expect(sheets[0]?.rows.find((row) => row[1] === 'Tỉnh Minh họa 01')?.[0]).toBe(1);
  });
});

describe('once the round is closed', () => {
  it('its owner may still take back who sees the ranking, and change nothing else of it', async () => {
    await show('participants');
    const decide = await askToClose(server, world.people.dung, world.round);
    expect((await decide()).status).toBe(200);
    const { version, state } = (await as('dung', 'GET', '')).body;
    expect(state).toBe('closed');
    expect((await as('dung', 'PATCH', '', { version, rankingShown: 'overseers', title: 'Khác' })).body).toMatchObject({ status: 409, state: 'closed' });
    expect((await as('dung', 'PATCH', '', { version })).status).toBe(409);
    await show('overseers');
    expect(await ranking('chi')).toMatchObject({ view: 'own' });
  });
});
