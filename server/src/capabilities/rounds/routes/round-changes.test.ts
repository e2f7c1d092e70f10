import { randomUUID } from 'node:crypto';
import { extensionRegister, sheetTakeovers, takeoverList } from '@parindex/core/contracts/schemas/index';
import { domain, item } from '@parindex/core/testing/small-round';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { queriesOver } from '../../../db/connect.ts';
import { askToClose } from '../../../testing/close-round.ts';
import { openPlanned } from '../../../testing/plan-round.ts';
import { adoptInStory, SMALL_CASES, smallDocument } from '../../../testing/small-edition.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, change, makeWorld, type World } from '../../../testing/world.ts';
import { cellsOf, rebuildSheet } from '../../sheets/rebuild.ts';

let server: TestServer;
let world: World;
let round: string;
let made = 0;

const setClock = async (moment: string) => {
  server.clock.set(moment);
  await server.owner.query(`UPDATE session SET seen_at = $1, expires_at = $1::timestamptz + interval '12 hours'`, [server.clock.now()]);
};

beforeAll(async () => {
  server = await startTestServer('2024-01-10T02:00:00Z');
  world = await makeWorld(server);
  await adoptInStory(server, { document: smallDocument('mau-cu'), cases: SMALL_CASES });
  const after = smallDocument('mau-moi', {
    figures: [
      { id: 'tasksAll', type: 'count' },
      { id: 'tasksDone', type: 'yesNo' },
    ],
    domains: [
      domain('1', [item('1.1', { rule: { kind: 'given' } }), item('1.2', { maximum: '2' })]),
      domain('3', [item('3.1', { rule: { kind: 'given' }, maximum: '0.25' })]),
    ],
  });
  await adoptInStory(server, { document: after, cases: '- { item: "1.2", answer: { yes: true }, expect: { points: "2" } }' });
  await server.owner.query(
    `INSERT INTO membership (account_id, body_id, role, from_date, granted_at) VALUES ($1, 'so-minh-hoa-a', 'owner', '2022-01-01', now())`,
    [world.people.minh.account],
  );
});
afterAll(() => server.close());
beforeEach(async () => {
  await setClock('2024-01-10T02:00:00Z');
  made += 1;
  round = `ky-${made}`;
  await openPlanned(server, world.people.dung, {
    id: round,
    edition: 'mau-cu',
    year: 2023,
    participants: ['tinh-minh-hoa-01', 'tinh-minh-hoa-02'],
    domains: ['1', '2'],
  });
});

const asDung = (method: 'GET' | 'POST' | 'PUT' | 'PATCH', part: string, body?: unknown) =>
  ask(server, world.people.dung, method, `/api/rounds/${round}${part}`, body);
const sheetOf = (body: string) => `/api/rounds/${round}/sheets/${body}`;
const declare = (who: keyof World['people'], body: string, entries: object[]) =>
  ask(server, world.people[who], 'POST', `${sheetOf(body)}/entries`, { entries });
/** Saves whatever others do: after a conflict once more, on what was seen then. */
async function declareAnyhow(who: keyof World['people'], body: string, target: { item: string }, changes: Record<string, unknown>) {
  for (let base = 0; ; ) {
    const answer = await declare(who, body, [change(target, base, changes)]);
    if (answer.body.code !== 'conflict') return answer;
    base = answer.body.seq;
  }
}
const faultsOf = (answer: { body: { faults: { code: string; path: string }[] } }) => answer.body.faults.map(({ code, path }) => `${code} ${path}`);

const DOCUMENT = { number: '05/BMH-CCHC', date: '2024-01-09' };
const extension = (changes: object = {}) => ({
  id: randomUUID(),
  step: 'selfAssessment',
  until: '2024-02-05T17:00:00+07:00',
  document: DOCUMENT,
  reason: 'Mất điện diện rộng (minh họa)',
  told: ['extensionWithoutDecision'],
  ...changes,
});

describe('[F36] extensions', () => {
  it('give one body, or one item of it, more time by a document, and nobody else', async () => {
    const forBody = await asDung('POST', '/extensions', extension({ body: 'tinh-minh-hoa-01', until: '2024-02-03T00:00:00+07:00' }));
    expect(server.logged).toEqual([]);
    expect(forBody.status).toBe(201);
    const forItem = await asDung('POST', '/extensions', extension({ body: 'tinh-minh-hoa-02', item: '1.1' }));
    expect(forItem.body).toMatchObject({ item: '1.1', edition: 'mau-cu', grantedBy: { name: 'Phạm Văn Dũng' }, document: DOCUMENT });
    await setClock('2024-02-02T16:59:59.999Z');
    const said = async (who: 'an' | 'chi', body: string, code: string) => {
      const { seq } = (await ask(server, world.people[who], 'GET', sheetOf(body))).body;
      const changes = code === '1.1' ? { 'answer.yes': true } : { 'answer.points': '0.5' };
      return (await declare(who, body, [change({ item: code }, seq, changes)])).body.code ?? 'kept';
    };
    expect([await said('an', 'tinh-minh-hoa-01', '1.1'), await said('an', 'tinh-minh-hoa-01', '2.1')]).toEqual(['kept', 'kept']);
    expect([await said('chi', 'tinh-minh-hoa-02', '1.1'), await said('chi', 'tinh-minh-hoa-02', '2.1')]).toEqual(['kept', 'stepClosed']);
    await setClock('2024-02-02T17:00:00.000Z');
    expect([await said('an', 'tinh-minh-hoa-01', '1.1'), await said('chi', 'tinh-minh-hoa-02', '1.1')]).toEqual(['stepClosed', 'kept']);
    await setClock('2024-02-05T10:00:00.000Z');
    expect(await said('chi', 'tinh-minh-hoa-02', '1.1')).toBe('stepClosed');
  });

  it('cite a document and a reason, never shorten, and name only what is in the round: all faults at once', async () => {
    const wrong = await asDung('POST', '/extensions', {
      id: 'x',
      step: 'council',
      body: 'tinh-minh-hoa-03',
      item: '9.9',
      until: '2024-02-05T17:00:00+07:00',
      document: {},
    });
    expect(faultsOf(wrong)).toEqual([
      'wrongType /id',
      'missingKey /document/number',
      'missingKey /document/date',
      'missingKey /reason',
      'unknownId /body',
      'unknownId /item',
      'unknownId /step',
    ]);
    expect(faultsOf(await asDung('POST', '/extensions', extension({ until: '2024-02-01T00:00:00+07:00' })))).toEqual(['outOfRange /until']);
    expect((await asDung('POST', '/extensions', extension({ body: 'tinh-minh-hoa-01' }))).status).toBe(201);
    const shorter = extension({ body: 'tinh-minh-hoa-01', until: '2024-02-05T16:59:00+07:00' });
    expect(faultsOf(await asDung('POST', '/extensions', shorter))).toEqual(['outOfRange /until']);
    expect((await asDung('POST', '/extensions', { ...shorter, body: 'tinh-minh-hoa-02' })).status).toBe(201);
    await setClock('2024-03-01T00:00:00Z');
    expect(faultsOf(await asDung('POST', '/extensions', extension({ until: '2024-02-28T00:00:00Z' })))).toEqual(['outOfRange /until']);
  });

  it('the same id again answers what was stored, with other content it is refused', async () => {
    const one = extension({ body: 'tinh-minh-hoa-01' });
    const first = await asDung('POST', '/extensions', one);
    expect((await asDung('POST', '/extensions', one)).body).toEqual(first.body);
    expect((await asDung('POST', '/extensions', { ...one, reason: 'Lý do khác' })).body).toMatchObject({ code: 'idReused', id: one.id });
    const register = (await asDung('GET', '/extensions')).body;
    expect(extensionRegister.parse(register)).toEqual({ items: [first.body], next: null });
    expect(register).toEqual({ items: [first.body], next: null });
    const { rows } = await server.owner.query(`SELECT count(*)::int AS n FROM audit WHERE act = 'round.extend' AND subject = $1`, [`extension:${one.id}`]);
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('stand in a register that all in the round can read, and that nobody can change', async () => {
    await asDung('POST', '/extensions', extension());
    const readBy = async (who: keyof World['people']) => (await ask(server, world.people[who], 'GET', `/api/rounds/${round}/extensions`)).status;
    expect(await Promise.all((['an', 'binh', 'chi', 'dung', 'giang', 'hanh', 'khanh'] as const).map(readBy))).toEqual(Array(7).fill(200));
    expect(await readBy('minh')).toBe(403);
    for (const who of ['an', 'giang', 'hanh', 'minh'] as const)
      expect((await ask(server, world.people[who], 'POST', `/api/rounds/${round}/extensions`, extension())).status, who).toBe(403);
    for (const url of [server.urls.app, server.urls.owner]) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      for (const change of [`UPDATE extension SET until = now()`, 'DELETE FROM extension', 'TRUNCATE extension CASCADE'])
        await expect(client.query(change)).rejects.toMatchObject({ code: '42501' });
      await client.end();
    }
  });

  it('and a closing that races with many saves leaves none behind it', async () => {
    const decide = await askToClose(server, world.people.dung, round);
    const saves = Array.from({ length: 24 }, (_, index) => {
      const [who, body] = index % 2 === 0 ? (['an', 'tinh-minh-hoa-01'] as const) : (['chi', 'tinh-minh-hoa-02'] as const);
      return declareAnyhow(who, body, { item: '2.1' }, { 'answer.points': '0.5' });
    });
    const [closed, ...answers] = await Promise.all([decide(), ...saves]);
    expect(closed.body.decided.decision).toBe('carriedOut');
    const { rows } = await server.owner.query<{ act: string }>('SELECT act FROM audit WHERE round_id = $1 ORDER BY n', [round]);
    expect(rows.at(-1)?.act).toBe('round.close');
    expect(rows.filter(({ act }) => act === 'sheet.declare')).toHaveLength(answers.filter(({ status }) => status === 201).length);
    // On a slow machine some wait for the closing longer than they are let.
    expect(answers.every(({ status, body }) => status === 201 || ['notNow', 'notReady'].includes(body.code))).toBe(true);
  });
});

describe('[F22] a later edition takes over in mid-round', () => {
  const MAPPING = { items: { '1.1': '1.2', '1.2': null, '2.1': '3.1' }, figures: { tasks: 'tasksAll', tasksDone: 'tasksDone' } };
  const takeover = (changes: object = {}) => ({
    number: 1,
    toEdition: 'mau-moi',
    mapping: MAPPING,
    document: { number: '06/QĐ-BMH', date: '2024-01-15' },
    ...changes,
  });
  const cellsShown = async (body: string) =>
    (
      await server.owner.query(
        `SELECT stage, target_kind, target, fields, seqs FROM cell WHERE round_id = $1 AND body_id = $2 ORDER BY stage, target_kind, target`,
        [round, body],
      )
    ).rows;
  const rebuilt = async (body: string) => {
    // By the owner's connection: row security shows the server only what the asker may see.
    const cells = cellsOf(await rebuildSheet(queriesOver(server.owner as unknown as pg.PoolClient), round, body));
    const key = ({ stage, target_kind, target }: (typeof cells)[number]) => `${stage} ${target_kind} ${target}`;
    return cells.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  };
  const declareAll = () =>
    declare('an', 'tinh-minh-hoa-01', [
      change({ item: '1.1' }, 0, { 'answer.yes': true, justification: 'Theo kế hoạch (minh họa)' }),
      change({ item: '1.2' }, 0, { justification: 'Sẽ mất chỗ' }),
      change({ item: '2.1' }, 0, { 'answer.points': '0.5', justification: 'Vẫn còn' }),
      change({ figure: 'tasks' }, 0, { value: '4', source: 'Báo cáo' }),
      change({ figure: 'tasksDone' }, 0, { value: '3' }),
    ]);

  it('by a mapping that names everything that holds data, each place once: all faults at once', async () => {
    await declareAll();
    await asDung('PUT', '/exclusions', {
      version: (await asDung('GET', '')).body.version,
      exclusions: [{ body: 'tinh-minh-hoa-02', item: '2.1', legalBasis: 'Công văn' }],
      told: ['exclusionWithoutDecision'],
    });
    const wrong = await asDung(
      'POST',
      '/takeovers',
      takeover({ number: 2, mapping: { items: { '1.1': '1.2', '2.1': '1.2', '8.8': '9.9' }, figures: { tasks: 'khong-co' } } }),
    );
    expect(faultsOf(wrong)).toEqual([
      'outOfRange /number',
      'duplicateId /mapping/items/2.1',
      'unknownId /mapping/items/8.8',
      'missingKey /mapping/items/1.2',
      'unknownId /mapping/figures/tasks',
      'missingKey /mapping/figures/tasksDone',
    ]);
    for (const toEdition of ['khong-co', 'mau-cu']) expect(faultsOf(await asDung('POST', '/takeovers', takeover({ toEdition })))).toMatchObject([/toEdition$/]);
    expect((await ask(server, world.people.minh, 'POST', `/api/rounds/${round}/takeovers`, takeover())).status).toBe(403);
    expect((await asDung('GET', '')).body.edition).toBe('mau-cu');
  });

  it('entries stay, sheets show the new edition, and what it does not take is listed to be declared again', async () => {
    await declareAll();
    await declare('chi', 'tinh-minh-hoa-02', [change({ item: '2.1' }, 0, { 'answer.points': '0.25' })]);
    await asDung('PUT', '/exclusions', {
      version: (await asDung('GET', '')).body.version,
      exclusions: [{ body: 'tinh-minh-hoa-02', item: '1.1', legalBasis: 'Công văn' }],
      told: ['exclusionWithoutDecision'],
    });
    // Another owner grants it; whoever takes over carries it on.
    await server.owner.query(
      `INSERT INTO membership (id, account_id, body_id, role, from_date, granted_at) VALUES (gen_random_uuid(), $1, 'bo-minh-hoa', 'owner', '2024-01-01', $2)`,
      [world.people.hanh.account, server.clock.now()],
    );
    const granted = await ask(server, world.people.hanh, 'POST', `/api/rounds/${round}/extensions`, extension({ body: 'tinh-minh-hoa-01', item: '1.1' }));
    expect(granted.status).toBe(201);
    const ledger = async () => (await server.owner.query('SELECT * FROM entry WHERE round_id = $1 ORDER BY body_id, seq', [round])).rows;
    const before = await ledger();

    server.clock.pass(1_000);
    const taken = await asDung('POST', '/takeovers', takeover());
    expect(server.logged).toEqual([]);
    expect(taken.status).toBe(201);
    expect(taken.body).toMatchObject({ number: 1, from: 'mau-cu', to: 'mau-moi', performedBy: { name: 'Phạm Văn Dũng' } });
    // 0,5 is over the new maximum of 0,25; a count is no yes or no.
    expect(taken.body.dropped).toEqual([
      { body: 'tinh-minh-hoa-01', stage: 'claimed', target: { kind: 'item', id: '3.1' }, fields: ['answer.points'] },
      { body: 'tinh-minh-hoa-01', stage: 'claimed', target: { kind: 'figure', id: 'tasksDone' }, fields: ['value'] },
    ]);
    expect(await ledger()).toEqual(before);

    const shown = (await ask(server, world.people.an, 'GET', sheetOf('tinh-minh-hoa-01'))).body;
    expect(shown).toMatchObject({ edition: 'mau-moi', seq: 5 });
    const fields = Object.fromEntries(
      shown.items.map(({ code, stages }: { code: string; stages: { claimed?: { fields: object } } }) => [code, stages.claimed?.fields]),
    );
    expect(fields).toEqual({ '1.1': undefined, '1.2': { 'answer.yes': true, justification: 'Theo kế hoạch (minh họa)' }, '3.1': { justification: 'Vẫn còn' } });
    expect(shown.columns.claimed.points.own.points).toBe('2/1');
    expect(shown.figures[0]).toMatchObject({ id: 'tasksAll', stages: { claimed: { fields: { value: '4', source: 'Báo cáo' } } } });
    const other = (await ask(server, world.people.chi, 'GET', sheetOf('tinh-minh-hoa-02'))).body;
    expect(other.items.map(({ excluded }: { excluded: string | null }) => excluded)).toEqual([null, 'Công văn', null]);
    expect((await asDung('GET', '/extensions')).body.items).toMatchObject([
      { item: '1.1', edition: 'mau-cu' },
      { item: '1.2', edition: 'mau-moi', document: DOCUMENT },
    ]);
    for (const body of ['tinh-minh-hoa-01', 'tinh-minh-hoa-02']) expect(await cellsShown(body)).toEqual(await rebuilt(body));
    const done = (await asDung('GET', '/takeovers')).body;
    expect(takeoverList.parse(done)).toEqual(done);
    expect(done.takeovers).toEqual([taken.body]);

    // Each body reads what changed for itself; of the others it does not even learn what they have to declare again.
    const changes = async (who: 'an' | 'chi' | 'dung', body: string) => ask(server, world.people[who], 'GET', `${sheetOf(body)}/takeovers`);
    const own = (await changes('an', 'tinh-minh-hoa-01')).body;
    expect(sheetTakeovers.parse(own)).toEqual(own);
    expect(own.takeovers).toMatchObject([{ number: 1, from: 'mau-cu', to: 'mau-moi', document: { number: '06/QĐ-BMH' } }]);
    expect(own.takeovers[0].changes).toMatchObject([
      { before: { code: '1.1', title: 'Tiêu chí 1.1' }, after: { code: '1.2' }, changes: ['moved', 'text'], held: ['claimed'], again: [] },
      { before: { code: '1.2' }, after: null, changes: ['gone'], held: ['claimed'] },
      { before: { code: '2.1' }, after: { code: '3.1' }, changes: ['moved', 'points', 'text'], again: [{ stage: 'claimed', fields: ['điểm chấm'] }] },
      { before: null, after: { code: '1.1' }, changes: ['new'], held: [] },
      { kind: 'figure', before: { code: 'tasksDone' }, after: { code: 'tasksDone' }, again: [{ stage: 'claimed', fields: ['số liệu “tasksDone”'] }] },
    ]);
    expect((await changes('chi', 'tinh-minh-hoa-01')).status).toBe(403);
    expect((await changes('dung', 'tinh-minh-hoa-02')).body.takeovers[0].changes.at(-1)).toMatchObject({ after: { code: '1.1' } });
    expect((await ask(server, world.people.chi, 'GET', `/api/rounds/${round}/takeovers`)).body.takeovers).toEqual([{ ...taken.body, dropped: [] }]);

    // They declare again, by the new rules; the sheet is still what its entries and the takeover say.
    const again = await declare('an', 'tinh-minh-hoa-01', [
      change({ item: '3.1' }, 5, { 'answer.points': '0.25' }),
      change({ item: '1.1' }, 5, { 'answer.points': '1' }),
      change({ figure: 'tasksDone' }, 5, { value: true }),
    ]);
    expect(again.body).toMatchObject({ seq: 8 });
    expect(await cellsShown('tinh-minh-hoa-01')).toEqual(await rebuilt('tinh-minh-hoa-01'));
    expect((await declare('an', 'tinh-minh-hoa-01', [change({ item: '2.1' }, 8, { 'answer.points': '0.25' })])).body.code).toBe('faulty');
  });

  it('not once items stand before the council, whose sessions speak of them by their codes', async () => {
    await declareAll();
    const session = randomUUID();
    await server.owner.query(`INSERT INTO council_session (id, round_id, number, way, made_by, made_at) VALUES ($1, $2, 1, 'meeting', $3, $4)`, [
      ...[session, round, world.people.dung.account, server.clock.now()],
    ]);
    await server.owner.query(
      `INSERT INTO council_item (id, round_id, session_id, place, body_id, item, proposal) VALUES ($1, $2, $3, 1, 'tinh-minh-hoa-01', '1.1', 'asClaimed')`,
      [randomUUID(), round, session],
    );
    expect(await asDung('POST', '/takeovers', takeover())).toMatchObject({ status: 409, body: { code: 'notNow' } });
    expect((await asDung('GET', '')).body.edition).toBe('mau-cu');
  });

  it('the same number again answers what was done; back to the old edition is one more takeover', async () => {
    await declareAll();
    const first = await asDung('POST', '/takeovers', takeover());
    expect((await asDung('POST', '/takeovers', takeover())).body).toEqual(first.body);
    expect((await asDung('POST', '/takeovers', takeover({ document: { number: '07', date: '2024-01-15' } }))).body.code).toBe('idReused');
    await declare('an', 'tinh-minh-hoa-01', [change({ item: '1.1' }, 5, { 'answer.points': '1' })]);
    const back = takeover({
      number: 2,
      toEdition: 'mau-cu',
      mapping: { items: { '1.1': '2.1', '1.2': '1.1', '3.1': null }, figures: { tasksAll: 'tasks', tasksDone: null } },
    });
    expect((await asDung('POST', '/takeovers', back)).body).toMatchObject({ number: 2, from: 'mau-moi', to: 'mau-cu', dropped: [] });
    const shown = (await ask(server, world.people.an, 'GET', sheetOf('tinh-minh-hoa-01'))).body;
    expect(shown.items.map(({ stages }: { stages: { claimed?: { fields: object } } }) => stages.claimed?.fields)).toEqual([
      { 'answer.yes': true, justification: 'Theo kế hoạch (minh họa)' },
      undefined,
      { 'answer.points': '1' },
    ]);
    expect(await cellsShown('tinh-minh-hoa-01')).toEqual(await rebuilt('tinh-minh-hoa-01'));
  });
});
