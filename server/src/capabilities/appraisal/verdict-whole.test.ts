import { randomUUID } from 'node:crypto';
import type { Item } from '@parindex/core';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inTransactionAs } from '../../db/transaction.ts';
import { addPerson } from '../../testing/add-person.ts';
import { appraiseAllDomains, type RatioItem, ratioItems, yesNoItems } from '../../testing/appraised-round.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, change, makeWorld, type Person, type PersonName, type World } from '../../testing/world.ts';

let server: TestServer;
let world: World;
let lam: Person;
let yesNo: Item;
let ratio: RatioItem;
beforeEach(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  await appraiseAllDomains(server, world);
  lam = await addPerson(server, 'lam', 'Ngô Văn Lâm', 'appraiser', 'bo-minh-hoa-b');
  [yesNo] = yesNoItems(world);
  [ratio] = ratioItems(world);
  await as('an', 'POST', `${SHEET}/entries`, {
    entries: [
      change({ figure: ratio.whole }, 0, { value: '10' }),
      change({ figure: ratio.part }, 0, { value: '10' }),
      change({ item: yesNo.code }, 0, { 'answer.yes': true }),
    ],
  });
  server.clock.set('2023-02-10T00:00:00Z');
});
afterEach(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

const ROUND = '/api/rounds/minh-hoa-2022';
const BODY = 'tinh-minh-hoa-01';
const SHEET = `${ROUND}/sheets/${BODY}`;
const as = (person: PersonName | Person, method: 'GET' | 'POST' | 'PATCH', url: string, body?: unknown) =>
  ask(server, typeof person === 'string' ? world.people[person] : person, method, url, body);
const reason = { code: 'wrongFigure', text: 'Báo cáo chỉ có một văn bản (minh họa)' };
const verdict = (person: PersonName | Person, item: string, base: number, content: object) =>
  as(person, 'POST', `${SHEET}/items/${item}/appraisal`, { id: randomUUID(), base, changes: {}, reason, ...content });
const lowered = (value = '1') => ({ figures: [{ id: randomUUID(), figure: ratio.part, changes: { value } }] });
const second = (person: PersonName | Person, item: string, proposal: string, act: string, text: string | null = null) =>
  as(person, 'POST', `${SHEET}/items/${item}/appraisal/second`, { id: randomUUID(), proposal, act, text });
const row = async (item: string, person: PersonName | Person = 'giang') =>
  (await as(person, 'GET', `${ROUND}/appraisal/bodies/${BODY}`)).body.rows.find((one: { item: { code: string } }) => one.item.code === item);
const entries = async () =>
  (
    await server.owner.query('SELECT id, seq, act, standing, target, cause, points FROM entry WHERE body_id = $1 AND stage <> $2 ORDER BY seq', [
      BODY,
      'claimed',
    ])
  ).rows;
/** The owner sets what verdicts are given by. */
const setTerms = async (terms: object) => {
  const { version } = (await as('dung', 'GET', ROUND)).body;
  return as('dung', 'PATCH', ROUND, { version, ...terms });
};

describe('[F40] a verdict is one act', () => {
  it('changes figures and decides the item at once, or nothing; said again it is answered as before', async () => {
    const id = randomUUID();
    const sent = { id, ...lowered() };
    expect((await verdict('giang', ratio.code, 3, { ...sent, reason: null })).body.faults).toMatchObject([{ code: 'missingKey', path: '/reason' }]);
    // A figure of another item is none of this verdict.
    const other = world.scheme.figures.find(({ id: figure }) => figure !== ratio.part && figure !== ratio.whole)?.id;
    const strange = [...sent.figures, { id: randomUUID(), figure: other, changes: { value: '1' } }];
    expect((await verdict('giang', ratio.code, 3, { ...sent, figures: strange })).body.faults).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'notAllowedHere', path: '/figures/1/figure' })]),
    );
    expect(await entries()).toEqual([]);

    const given = await verdict('giang', ratio.code, 3, sent);
    expect(given.status).toBe(201);
    const [figure, item] = await entries();
    expect([figure.target, figure.cause, item.target, item.cause]).toEqual([ratio.part, id, ratio.code, null]);
    const told = await row(ratio.code);
    expect(told).toMatchObject({ verdict: 'changed', last: { reason: { ...reason, name: 'Số liệu kê khai chưa chính xác' } } });
    expect(item.points).toBe(told.now.points);

    expect((await verdict('giang', ratio.code, 3, sent)).body.entries).toMatchObject([{ replayed: true }, { replayed: true }]);
    expect((await verdict('giang', ratio.code, 3, { ...sent, figures: [] })).body.code).toBe('idReused');
    expect(await entries()).toHaveLength(2);
    // Whoever has not seen it decides nothing over it.
    expect((await verdict('giang', ratio.code, 3, lowered('2'))).body.code).toBe('conflict');
    expect(await entries()).toHaveLength(2);
  });

  it('is refused while the body may still score what it is on, and of nothing else', async () => {
    await server.owner.query(
      `INSERT INTO extension (id, round_id, step, body_id, item, until, document_number, document_date, reason, granted_by, granted_at)
       VALUES ($1, $2, 'selfAssessment', $3, $4, '2023-02-20T00:00:00+07:00', '01/BMH', '2023-02-01', 'Mất điện (minh họa)', $5, now())`,
      [randomUUID(), world.round, BODY, yesNo.code, world.people.dung.account],
    );
    expect((await verdict('giang', yesNo.code, 3, { reason: null })).body).toMatchObject({ code: 'stillScoring', targets: [{ kind: 'item', id: yesNo.code }] });
    expect([await row(yesNo.code), await row(ratio.code)]).toMatchObject([{ ready: false }, { ready: true }]);
    expect((await verdict('giang', ratio.code, 3, { reason: null })).status).toBe(201);
    server.clock.set('2023-02-20T00:00:00Z');
    expect((await verdict('giang', yesNo.code, 3, { reason: null })).status).toBe(201);
  });

  it('belongs to the stage that is told: where appraisal goes on for one body alone, it does', async () => {
    server.clock.set('2023-03-02T00:00:00Z');
    expect(await row(ratio.code)).toMatchObject({ stage: null });
    expect((await verdict('giang', ratio.code, 3, { reason: null })).body.code).toBe('stepClosed');
    await server.owner.query(
      `INSERT INTO extension (id, round_id, step, body_id, until, document_number, document_date, reason, granted_by, granted_at)
       VALUES ($1, $2, 'appraisal', $3, '2023-03-05T00:00:00+07:00', '02/BMH', '2023-02-01', 'Bổ sung hồ sơ (minh họa)', $4, now())`,
      [randomUUID(), world.round, BODY, world.people.dung.account],
    );
    expect(await row(ratio.code)).toMatchObject({ stage: 'appraised' });
    expect((await verdict('giang', ratio.code, 3, { reason: null })).status).toBe(201);
  });
});

describe('[F37] the year before at hand', () => {
  /** The next round of the same bodies, whose points of the year before are from this one. */
  async function nextRound(): Promise<void> {
    for (const table of ['round', 'participant', 'domain_owner', 'round_step']) {
      const key = table === 'round' ? 'id' : 'round_id';
      await server.owner.query(
        `INSERT INTO ${table} SELECT (jsonb_populate_record(t, jsonb_build_object('${key}', 'minh-hoa-2023', 'year', 2023, 'opens', '2024-01-01', 'closes', '2024-03-01'))).*
         FROM ${table} t WHERE t.${key} = $1 ${table === 'round_step' ? "AND t.step = 'appraisal'" : ''}`,
        [world.round],
      );
    }
    await server.owner.query(
      `INSERT INTO baseline (round_id, body_id, year, figures, items, source, stage) VALUES ('minh-hoa-2023', $1, 2022, '{}', $2, 'round:minh-hoa-2022', 'appraised')`,
      [BODY, JSON.stringify({ [ratio.code]: '0.25', [yesNo.code]: '1' })],
    );
  }

  it('whoever appraises reads what was decided of an item then, and why; who is not told of that year does not', async () => {
    await verdict('giang', ratio.code, 3, lowered());
    await verdict('giang', yesNo.code, 5, { reason: null });
    await nextRound();
    server.clock.set('2024-02-01T00:00:00Z');
    const { rows } = (await as('giang', 'GET', `/api/rounds/minh-hoa-2023/appraisal/bodies/${BODY}`)).body;
    const of = (item: string) => rows.find((one: { item: { code: string } }) => one.item.code === item);
    expect(of(ratio.code)).toMatchObject({
      before: '0.25',
      decidedBefore: { stage: 'appraised', reason: { ...reason, name: 'Số liệu kê khai chưa chính xác' } },
    });
    expect(of(yesNo.code)).toMatchObject({ before: '1', decidedBefore: { stage: 'appraised', reason: { code: null, name: null, text: null } } });
    expect(rows.filter(({ decidedBefore }: { decidedBefore: unknown }) => decidedBefore !== null)).toHaveLength(2);
    // Another body appraises this year's items and had no part in that year: the points are told, the verdicts of the round are not.
    await server.owner.query(`DELETE FROM domain_owner WHERE round_id = $1 AND body_id = 'bo-minh-hoa-b'`, [world.round]);
    const after = (await as(lam, 'GET', `/api/rounds/minh-hoa-2023/appraisal/bodies/${BODY}`)).body.rows;
    expect(after.every(({ decidedBefore }: { decidedBefore: unknown }) => decidedBefore === null)).toBe(true);
  });
});

describe('[F22] the reasons of verdicts', () => {
  it('are the owner’s: only what is offered is taken, and what was used stays readable by the words it had', async () => {
    expect((await verdict('giang', ratio.code, 3, { ...lowered(), reason: { ...reason, code: 'madeUp' } })).body.faults).toMatchObject([
      { code: 'unknownValue', path: '/reason/code' },
    ]);
    await verdict('giang', ratio.code, 3, lowered());
    expect((await setTerms({ verdictReasons: [{ code: 'wrongFigure', name: 'Số liệu chưa khớp (minh họa)', english: null }] })).body.verdictReasons).toEqual([
      { code: 'own1', name: 'Số liệu chưa khớp (minh họa)', english: null, retired: false },
      { code: 'wrongFigure', name: 'Số liệu kê khai chưa chính xác', english: 'The declared figure is not right', retired: true },
    ]);
    expect((await row(ratio.code)).last.reason.name).toBe('Số liệu kê khai chưa chính xác');
    const { reasons } = (await as('giang', 'GET', `${ROUND}/appraisal`)).body;
    expect(reasons).toEqual([{ code: 'own1', name: 'Số liệu chưa khớp (minh họa)' }]);
    expect((await verdict('giang', yesNo.code, 5, { changes: { 'answer.yes': false } })).body.faults).toMatchObject([{ path: '/reason/code' }]);
    expect((await as('giang', 'PATCH', ROUND, { version: 2, secondPersonOver: '1' })).status).toBe(403);
  });

  it('a round that is made has a list of its own, and a copy that of the round it comes from', async () => {
    const round = { id: 'ky-2023', ownerBody: 'bo-minh-hoa', year: 2023, title: 'Kỳ 2023 (minh họa)' };
    const made = await as('dung', 'POST', '/api/rounds', round);
    expect(made.body.verdictReasons).toHaveLength(11);
    await setTerms({ verdictReasons: [{ code: null, name: 'Lý do riêng (minh họa)', english: null }], secondPersonOver: '0.5' });
    const copied = await as('dung', 'POST', '/api/rounds', { ...round, id: 'ky-2024', year: 2024, copyFrom: world.round });
    expect(copied.body).toMatchObject({ verdictReasons: [{ name: 'Lý do riêng (minh họa)' }], secondPersonOver: '0.5' });
  });
});

describe('[F41] a verdict that moves an item far', () => {
  it('takes two persons whatever one owner or one appraiser would have: once appraisal has begun the threshold is lowered alone, and the database holds both', async () => {
    server.clock.set('2023-01-20T00:00:00Z');
    for (const over of ['0.1', '0.5']) expect((await setTerms({ secondPersonOver: over })).status).toBe(200);
    server.clock.set('2023-02-10T00:00:00Z');
    for (const over of ['0.6', null]) expect((await setTerms({ secondPersonOver: over })).body.code).toBe('notNow');
    expect((await setTerms({ secondPersonOver: '0.2' })).status).toBe(200);
    const { dung, giang } = world.people;
    const past = (person: Person, text: string) => inTransactionAs(server.context, person.account, server.clock.now(), (db) => sql.raw(text).execute(db));
    for (const over of ['NULL', `'0.3'`]) await expect(past(dung, `UPDATE round SET second_person_over = ${over}`)).rejects.toThrow(/"round_second_person"/);

    // Past the handler, in one's own name: refused where it moves far, kept where it does not.
    const write = (id: string, points: string, { who = giang, act = 'appraise', stage = 'appraised' } = {}) =>
      past(
        who,
        `INSERT INTO entry (id, round_id, body_id, seq, target_kind, target, act, stage, standing, actor, office, received_at, base, edition_id, changes, texts, points, origin, hash)
         VALUES ('${id}', '${world.round}', '${BODY}', 4, 'item', '${yesNo.code}', '${act}', '${stage}', 'effective', '${who.account}', '${who.membership}',
           app.moment(), 3, '${world.scheme.id}', '{}', '{}', '${points}', 'api', '\\x00')`,
      );
    const { points } = (await row(yesNo.code)).now;
    await expect(write(randomUUID(), '0')).rejects.toThrow(/"entry_of_two"/);
    await write(randomUUID(), points);
    // Nor out of the step, nor an answer where nobody explains, nor anything once the round is closed.
    await expect(write(randomUUID(), points, { stage: 'second' })).rejects.toThrow(/"entry_in_time"/);
    await expect(write(randomUUID(), points, { who: world.people.an, act: 'reply', stage: 'claimed' })).rejects.toThrow(/"entry_in_time"/);
    await server.owner.query(`UPDATE round SET state = 'closed', closed_at = now()`);
    await expect(write(randomUUID(), points)).rejects.toThrow(/"entry_in_time"/);
  });

  it('counts nowhere until another person of the same body has confirmed it, with all that it changes', async () => {
    await setTerms({ secondPersonOver: '0.1' });
    const claimed = (await row(ratio.code)).now;
    const id = randomUUID();
    expect((await verdict('giang', ratio.code, 3, { id, ...lowered() })).status).toBe(201);
    const waits = await row(ratio.code);
    expect(waits).toMatchObject({ verdict: 'waiting', now: claimed, last: null, proposed: { id, by: { name: 'Hoàng Thị Giang' }, acts: ['recall'], reason } });
    const [figure, item] = await entries();
    expect([figure.standing, item.standing]).toEqual(['proposed', 'proposed']);
    expect(item.points).not.toBe(claimed.points);
    expect((await as('dung', 'GET', `${ROUND}/board`)).body.rows[0].appraised).toBe(0);

    // Whoever closes the round is told of it.
    const atClosing = async () => (await as('dung', 'GET', `${ROUND}/closing`)).body.open.find(({ code }: { code: string }) => code === 'verdictsWaiting');
    expect(await atClosing()).toMatchObject({ about: [BODY], text: expect.stringMatching(/^1 kết quả thẩm định của 1 cơ quan chờ người thứ hai xác nhận; /) });

    // It waits for somebody else, and nothing else is decided meanwhile.
    const queue = async (person: PersonName | Person) => (await as(person, 'GET', `${ROUND}/appraisal`)).body.bodies[0];
    expect([(await queue('giang')).toConfirm, (await queue(lam)).toConfirm]).toEqual([0, 1]);
    const task = async (person: PersonName | Person) =>
      (await as(person, 'GET', '/api/work')).body.tasks.find(({ kind }: { kind: string }) => kind === 'confirmVerdicts')?.count;
    expect([await task('giang'), await task(lam)]).toEqual([undefined, 1]);
    expect((await verdict(lam, ratio.code, 5, { reason: null })).body.code).toBe('verdictWaits');
    expect((await second('giang', ratio.code, id, 'accept')).body.code).toBe('anotherAppraiser');
    expect((await second(lam, ratio.code, id, 'recall')).body.code).toBe('anotherAppraiser');
    expect((await second(lam, yesNo.code, id, 'accept')).status).toBe(404);

    const confirmed = await second(lam, ratio.code, id, 'accept');
    expect(confirmed.status).toBe(201);
    expect(await atClosing()).toBeUndefined();
    const after = await row(ratio.code);
    expect(after).toMatchObject({ verdict: 'changed', proposed: null, now: { points: item.points }, last: { by: { name: 'Ngô Văn Lâm' }, reason } });
    expect((await entries()).slice(2).map(({ act, standing, cause }) => [act, standing, cause])).toEqual([
      ['accept', 'effective', figure.id],
      ['accept', 'effective', item.id],
    ]);
    expect((await second(lam, ratio.code, id, 'accept')).body.code).toBe('notNow');
    // What stands may be kept by anybody; further from the claim takes two again.
    expect((await verdict('giang', ratio.code, 7, { reason: null })).status).toBe(201);
    expect((await row(ratio.code)).verdict).toBe('changed');

    // The body reads what counts, once it is told, and never what waited.
    server.clock.set('2023-03-10T00:00:00Z');
    const { items: history } = (await as('an', 'GET', `${SHEET}/entries?item=${ratio.code}`)).body;
    expect(history.map(({ act, standing }: { act: string; standing: string }) => [act, standing])).toEqual([
      ['appraise', 'effective'],
      ['accept', 'effective'],
    ]);
    const { items: whole } = (await as('dung', 'GET', `${SHEET}/entries?item=${ratio.code}`)).body;
    expect(whole.map(({ standing }: { standing: string }) => standing)).toEqual(['effective', 'effective', 'proposed']);
  });

  it('is returned with words, or taken back, and is given anew; what changed meanwhile nobody confirms', async () => {
    await setTerms({ secondPersonOver: '0.1' });
    const no = { changes: { 'answer.yes': false } };
    const give = async (base: number) => {
      const id = randomUUID();
      expect((await verdict('giang', yesNo.code, base, { id, ...no })).status).toBe(201);
      return id;
    };
    const first = await give(3);
    expect((await second(lam, yesNo.code, first, 'return')).body.faults).toMatchObject([{ code: 'missingKey', path: '/text' }]);
    expect((await second(lam, yesNo.code, first, 'return', 'Chưa xem trang 2 (minh họa)')).status).toBe(201);
    expect(await row(yesNo.code)).toMatchObject({ verdict: 'waiting', proposed: null });
    // Its author finds it at home until they have decided anew.
    const returned = async (person: PersonName | Person) =>
      (await as(person, 'GET', '/api/work')).body.tasks.find(({ kind }: { kind: string }) => kind === 'returnedVerdicts');
    expect([await returned('giang'), await returned(lam)]).toMatchObject([{ count: 1, item: yesNo.code, body: { id: BODY } }, undefined]);
    const again = await give(5);
    expect(await returned('giang')).toBeUndefined();
    expect((await second('giang', yesNo.code, again, 'recall')).status).toBe(201);

    const third = await give(7);
    await server.owner.query(
      `INSERT INTO extension (id, round_id, step, body_id, item, until, document_number, document_date, reason, granted_by, granted_at)
       VALUES ($1, $2, 'selfAssessment', $3, $4, '2023-02-20T00:00:00+07:00', '01/BMH', '2023-02-01', 'Mất điện (minh họa)', $5, now())`,
      [randomUUID(), world.round, BODY, yesNo.code, world.people.dung.account],
    );
    await as('an', 'POST', `${SHEET}/entries`, { entries: [change({ item: yesNo.code }, 3, { 'answer.yes': false })] });
    server.clock.set('2023-02-21T00:00:00Z');
    expect((await second(lam, yesNo.code, third, 'accept')).body.code).toBe('conflict');
    // It lapses with its step.
    server.clock.set('2023-03-12T00:00:00Z');
    expect((await second(lam, yesNo.code, third, 'accept')).body.code).toBe('notNow');
    expect((await row(yesNo.code)).verdict).toBe('waiting');
  });

  it('is held by the database too: whoever proposed it cannot make it count', async () => {
    await setTerms({ secondPersonOver: '0.1' });
    const id = randomUUID();
    await verdict('giang', yesNo.code, 3, { id, changes: { 'answer.yes': false } });
    const decides = async (person: Person, act: string) => {
      const { rows } = await server.owner.query('SELECT body_id FROM membership WHERE id = $1', [person.membership]);
      expect(rows).toEqual([{ body_id: 'bo-minh-hoa-b' }]);
      return inTransactionAs(server.context, person.account, server.clock.now(), async (db) => {
        const found = await sql<{ may: boolean }>`
          SELECT app.decides_proposed_verdict(${id}, ${world.round}, ${BODY}, 'appraised', 'item', ${yesNo.code}, ${act}, ${person.membership}) AS may`.execute(
          db,
        );
        return found.rows[0]?.may;
      });
    };
    expect([await decides(world.people.giang, 'accept'), await decides(world.people.giang, 'recall')]).toEqual([false, true]);
    expect([await decides(lam, 'accept'), await decides(lam, 'recall')]).toEqual([true, false]);
    await second(lam, yesNo.code, id, 'accept');
    expect(await decides(lam, 'accept')).toBe(false);
  });
});
