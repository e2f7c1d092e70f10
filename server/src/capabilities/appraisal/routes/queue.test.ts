import { randomUUID } from 'node:crypto';
import { type Item, itemsOfDomains } from '@parindex/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appraiseAllDomains, yesNoCodes } from '../../../testing/appraised-round.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, change, makeWorld, type PersonName, type World } from '../../../testing/world.ts';
import { sendStatistics } from '../../imports/testing/send-statistics.ts';

let server: TestServer;
let world: World;
beforeEach(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterEach(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

const ROUND = '/api/rounds/minh-hoa-2022';
const ONE = 'tinh-minh-hoa-01';
const TWO = 'tinh-minh-hoa-02';
const as = (person: PersonName, method: 'GET' | 'POST', url: string, body?: unknown) => ask(server, world.people[person], method, `${ROUND}${url}`, body);
const queue = async (person: PersonName) => (await as(person, 'GET', '/appraisal')).body;
const verdict = (person: PersonName, body: string, item: string, base: number, content: object) =>
  as(person, 'POST', `/sheets/${body}/items/${item}/appraisal`, { id: randomUUID(), base, ...content });
const domainOf = (item: string) => world.scheme.domains.find((domain) => itemsOfDomains([domain]).some(({ code }) => code === item))?.code as string;
const reason = { code: 'noEvidence', text: 'Không thấy văn bản nào (minh họa)' };

describe('[F37] what is to be appraised', () => {
  it('is what the asker’s bodies appraise, by item and by body; accepted, changed, left; and of all for whoever oversees the round', async () => {
    const [first, second] = yesNoCodes(world);
    // Giang’s ministry has one item by itself; the rest of its domain is somebody else’s.
    await server.owner.query(`INSERT INTO body (id, kind) VALUES ('bo-minh-hoa-c', 'ministry')`);
    await server.owner.query('DELETE FROM domain_owner');
    await server.owner.query(
      `INSERT INTO domain_owner (round_id, domain, item, body_id) VALUES ($1, $2, $3, 'bo-minh-hoa-b'), ($1, $2, '', 'bo-minh-hoa-c'), ($1, $4, $5, 'bo-minh-hoa-b')`,
      [world.round, domainOf(first), first, domainOf(second), second],
    );
    for (const [person, body] of [
      ['an', ONE],
      ['chi', TWO],
    ] as const)
      await as(person, 'POST', `/sheets/${body}/entries`, { entries: [change({ item: first }, 0, { 'answer.yes': true })] });
    expect((await as('giang', 'GET', '/appraisal')).body.code).toBe('appraisalNotOpen');
    server.clock.set('2023-02-10T00:00:00Z');

    const before = await queue('giang');
    expect(before).toMatchObject({ mine: true, steps: [{ step: 'appraisal', open: true }, { step: 'secondAppraisal', open: false }, { step: 'council' }] });
    expect(before.items.map(({ code, toAppraise, decided }: Record<string, unknown>) => [code, toAppraise, decided])).toEqual([
      [first, 3, 0],
      [second, 3, 0],
    ]);

    // Accepting says nothing more; a change says why.
    expect((await verdict('giang', ONE, first, 1, { changes: {} })).status).toBe(201);
    expect((await verdict('giang', TWO, first, 1, { changes: { 'answer.yes': false } })).body.faults).toMatchObject([{ code: 'missingKey', path: '/reason' }]);
    expect((await verdict('giang', TWO, first, 1, { changes: { 'answer.yes': false }, reason })).status).toBe(201);

    const after = await queue('giang');
    expect(after.items[0]).toMatchObject({ code: first, toAppraise: 3, decided: 2, changed: 1, openClaims: 0 });
    expect(
      after.bodies.map(({ body, toAppraise, decided, changed }: { body: { id: string } } & Record<string, unknown>) => [body.id, toAppraise, decided, changed]),
    ).toEqual([
      [ONE, 2, 1, 0],
      [TWO, 2, 1, 1],
      ['tinh-minh-hoa-03', 2, 0, 0],
    ]);
    // Whoever oversees the round sees all of it: as many items as bodies score themselves.
    const whole = await queue('dung');
    const board = (await as('dung', 'GET', '/board')).body.rows[0];
    expect(whole.mine).toBe(false);
    expect(whole.bodies[0]).toMatchObject({ toAppraise: board.asked, decided: 1 });
    expect((await as('an', 'GET', '/appraisal')).status).toBe(403);
  });

  it('is read one item over all bodies, and one body over all items: claim, verdict, who, why, the year before', async () => {
    const [item, claimed] = [yesNoCodes(world)[0], itemsOfDomains(world.scheme.domains).find(({ notArisen }) => notArisen)?.code as string];
    await server.owner.query('DELETE FROM domain_owner');
    for (const code of [item, claimed])
      await server.owner.query(`INSERT INTO domain_owner (round_id, domain, item, body_id) VALUES ($1, $2, $3, 'bo-minh-hoa-b')`, [
        world.round,
        domainOf(code),
        code,
      ]);
    await server.owner.query(`INSERT INTO baseline (round_id, body_id, year, figures, items, source) VALUES ($1, $2, 2021, '{}', $3, 'Minh họa')`, [
      world.round,
      TWO,
      { [item]: '0.25' },
    ]);
    await as('chi', 'POST', `/sheets/${TWO}/entries`, {
      entries: [
        change({ item }, 0, { 'answer.yes': true }),
        change({ item: claimed }, 0, { state: 'notApplicable', reason: 'Không phát sinh trong năm (minh họa)' }),
      ],
    });
    server.clock.set('2023-02-10T00:00:00Z');
    expect((await queue('giang')).items.find(({ code }: { code: string }) => code === claimed)).toMatchObject({ openClaims: 1, decided: 0 });
    await verdict('giang', TWO, item, 2, { changes: { 'answer.yes': false }, reason });
    await verdict('giang', TWO, claimed, 3, { changes: { state: 'notApplicable' }, reason: { code: 'confirmed', text: 'Đã đối chiếu (minh họa)' } });

    const over = (await as('giang', 'GET', `/appraisal/items/${item}`)).body;
    expect(over).toMatchObject({ item: { code: item, domain: domainOf(item) }, mine: true });
    expect(over.rows).toHaveLength(3);
    expect(over.rows[1]).toMatchObject({
      body: { id: TWO, name: 'Tỉnh Minh họa 02' },
      claimed: { state: 'answered' },
      now: { state: 'answered', points: '0/1' },
      verdict: 'changed',
      last: { stage: 'appraised', at: '2023-02-10T00:00:00.000Z', by: { name: 'Hoàng Thị Giang' }, reason },
      before: '0.25',
    });
    expect(over.rows[0]).toMatchObject({ verdict: 'waiting', last: null, before: null, claimed: { state: 'unanswered' } });

    const of = (await as('giang', 'GET', `/appraisal/bodies/${TWO}`)).body;
    const row = (code: string) => of.rows.find((one: { item: { code: string } }) => one.item.code === code);
    expect([row(item).verdict, row(claimed).verdict, row(claimed).now.state]).toEqual(['changed', 'confirmed', 'notApplicable']);
    expect(of.rows.filter(({ mine }: { mine: boolean }) => mine)).toHaveLength(2);
    expect((await as('giang', 'GET', '/appraisal/items/9.9.9')).status).toBe(404);
    expect((await as('giang', 'GET', '/appraisal/bodies/bo-minh-hoa')).status).toBe(404);
  });

  it('[F40] many are accepted at once only where official statistics say all of an item: not where its body said otherwise, nor where somebody has decided', async () => {
    await appraiseAllDomains(server, world);
    const found = itemsOfDomains(world.scheme.domains).find(
      ({ rule, conditions }) => rule.kind === 'bands' && conditions.length === 0 && 'of' in rule && 'ratio' in rule.of && rule.of.over === 'refuse',
    ) as Item;
    const [part, whole] = (found.rule as unknown as { of: { ratio: [string, string] } }).of.ratio;
    const item = found.code;
    server.clock.set('2023-01-15T02:00:00Z');
    const statistics = ['01', '02', '03'].flatMap((body) => [part, whole].map((figure) => ({ body: `Tỉnh Minh họa ${body}`, figure, value: '10' })));
    await sendStatistics(server, world.people.dung, ROUND, statistics);
    const three = await ask(server, world.people.chi, 'GET', `${ROUND}/sheets/${TWO}`);
    await as('chi', 'POST', `/sheets/${TWO}/entries`, { entries: [change({ figure: part }, three.body.seq, { value: '9' })] });
    server.clock.set('2023-02-10T00:00:00Z');

    type Row = { readonly body: { readonly id: string }; readonly official: boolean; readonly stage: string; readonly ready: boolean; readonly seq: number };
    const rows = async (): Promise<Row[]> => (await as('giang', 'GET', `/appraisal/items/${item}`)).body.rows;
    const before = await rows();
    expect(before.map(({ body, official, stage, ready }) => [body.id, official, stage, ready])).toEqual([
      [ONE, true, 'appraised', true],
      [TWO, false, 'appraised', true],
      ['tinh-minh-hoa-03', true, 'appraised', true],
    ]);
    expect((await verdict('giang', ONE, item, before[0]?.seq as number, { changes: {}, reason: null })).status).toBe(201);
    expect((await rows()).map(({ official }) => official)).toEqual([false, false, true]);
  });
});
