import { randomUUID } from 'node:crypto';
import { INTEREST_KINDS, ownCauses } from '@parindex/core/appraisal/own-cause';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inTransactionAs } from '../../db/transaction.ts';
import { addPerson } from '../../testing/add-person.ts';
import { appraiseAllDomains, yesNoCodes } from '../../testing/appraised-round.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, change, makeWorld, type Person, type PersonName, type World } from '../../testing/world.ts';

let server: TestServer;
let world: World;
let item: string;
beforeEach(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  await appraiseAllDomains(server, world);
  [item] = yesNoCodes(world);
  for (const [person, body] of [
    ['an', ONE],
    ['chi', TWO],
  ] as const)
    await by(world.people[person], 'POST', `/sheets/${body}/entries`, { entries: [change({ item }, 0, { 'answer.yes': true })] });
  server.clock.set('2023-02-10T00:00:00Z');
});
afterEach(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

const ONE = 'tinh-minh-hoa-01';
const TWO = 'tinh-minh-hoa-02';
const by = (person: Person, method: 'GET' | 'POST' | 'PATCH', url: string, body?: unknown) =>
  ask(server, person, method, `/api/rounds/minh-hoa-2022${url}`, body);
const as = (person: PersonName, method: 'GET' | 'POST' | 'PATCH', url: string, body?: unknown) => by(world.people[person], method, url, body);
const accept = (person: Person, body: string) =>
  by(person, 'POST', `/sheets/${body}/items/${item}/appraisal`, { id: randomUUID(), base: 1, changes: {}, reason: null });
const belong = (person: Person, body: string, role: string, from: string, to: string | null) =>
  server.owner.query('INSERT INTO membership (id, account_id, body_id, role, from_date, to_date, granted_at) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
    ...[randomUUID(), person.account, body, role, from, to, server.clock.now()],
  ]);
const waiting = async (person: Person) => {
  const { body } = await ask(server, person, 'GET', '/api/work');
  return body.tasks.find(({ kind }: { kind: string }) => kind === 'appraise')?.count;
};

describe('[F43] nobody decides in their own cause', () => {
  it('whoever belongs to a body, to one below it, or left it within the time of the round is refused its sheet; it stands apart in their queue', async () => {
    const { giang } = world.people;
    const before = await waiting(giang);
    await belong(giang, 'so-minh-hoa-a', 'auditor', '2020-01-01', '2021-03-01');
    expect((await accept(giang, ONE)).body).toMatchObject({
      code: 'ownCause',
      status: 403,
      detail: 'Ông/Bà không thẩm định cơ quan này vì Ông/Bà đã công tác tại cơ quan này hoặc đơn vị trực thuộc (được tính đến hết ngày 01/03/2023).',
      grounds: [{ ground: 'formerMember', until: '2023-03-01' }],
    });
    // Nor do they ask it for an explanation.
    expect((await as('giang', 'POST', `/sheets/${ONE}/explanation/${item}/question`, { id: randomUUID(), base: 1, text: 'Minh họa' })).body.code).toBe(
      'ownCause',
    );
    const queue = (await as('giang', 'GET', '/appraisal')).body;
    expect(queue.ownCauses).toMatchObject([{ body: { id: ONE }, grounds: [{ ground: 'formerMember' }] }]);
    expect(queue.bodies.map(({ body }: { body: { id: string } }) => body.id)).toEqual([TWO, 'tinh-minh-hoa-03']);
    expect(queue.items[0].toAppraise).toBe(2);
    expect((await as('giang', 'GET', `/appraisal/items/${item}`)).body.rows).toHaveLength(2);
    const desk = (await as('giang', 'GET', `/appraisal/bodies/${ONE}`)).body;
    expect(desk.ownCause).toMatchObject([{ ground: 'formerMember' }]);
    expect(desk.rows.some(({ mine }: { mine: boolean }) => mine)).toBe(false);
    // Home counts what is left of the others.
    expect(await waiting(giang)).toBe(before - desk.rows.length);
    expect((await accept(giang, TWO)).status).toBe(201);

    // The owner sets a shorter time, and the trail says so.
    const { version } = (await as('dung', 'GET', '')).body;
    expect((await as('dung', 'PATCH', '', { version, ownCauseMonths: 12 })).body).toMatchObject({ ownCauseMonths: 12 });
    expect((await accept(giang, ONE)).status).toBe(201);
    const { rows } = await server.owner.query(`SELECT content->'ownCauseMonths' AS told FROM audit WHERE act = 'round.change' ORDER BY n DESC LIMIT 1`);
    expect(rows[0].told).toEqual(['24', '12']);
  });

  it('what somebody declares keeps a sheet from them until an owner lifts it, and never they alone; an owner may record what they have not', async () => {
    const { giang, hanh } = world.people;
    const reason = 'Có em ruột là Phó Giám đốc Sở (minh họa)';
    const id = randomUUID();
    const declared = await as('giang', 'POST', '/interests', { id, body: TWO, kind: 'kin', reason });
    expect(declared).toMatchObject({ status: 201, body: { kind: 'kin', person: { id: giang.account }, withdrawn: null } });
    expect((await as('giang', 'POST', '/interests', { id, body: TWO, kind: 'kin', reason })).body).toEqual(declared.body);
    expect((await as('giang', 'POST', '/interests', { id: randomUUID(), body: TWO, kind: 'kin', reason })).body.code).toBe('alreadyThere');
    expect((await as('giang', 'POST', '/interests', { id: randomUUID(), body: 'bo-minh-hoa', kind: 'kin', reason })).body.faults).toMatchObject([
      { code: 'unknownId', path: '/body' },
    ]);
    expect((await accept(giang, TWO)).body).toMatchObject({ code: 'ownCause', grounds: [{ ground: 'kin', until: null }] });
    // Of others only an owner says it, and only of who decides in the round.
    expect((await as('giang', 'POST', '/interests', { id: randomUUID(), person: hanh.account, body: ONE, kind: 'other', reason })).status).toBe(403);
    expect((await as('dung', 'POST', '/interests', { id: randomUUID(), person: world.people.an.account, body: ONE, kind: 'other', reason })).body.code).toBe(
      'notNow',
    );
    const recorded = await as('dung', 'POST', '/interests', { id: randomUUID(), person: hanh.account, body: TWO, kind: 'other', reason });
    expect(recorded.status).toBe(201);
    server.clock.set('2023-03-25T00:00:00Z');
    // Each knows their own; the owner knows all, and lifts it, while nobody lifts what concerns themselves.
    expect((await as('hanh', 'GET', '/interests')).body.interests.map(({ person }: { person: { id: string } }) => person.id)).toEqual([hanh.account]);
    expect((await as('dung', 'GET', '/interests')).body.interests).toHaveLength(2);
    expect((await as('giang', 'POST', `/interests/${id}/withdrawal`, { reason: 'Nhầm' })).status).toBe(403);
    expect((await as('hanh', 'POST', `/interests/${recorded.body.id}/withdrawal`, { reason: 'Nhầm' })).status).toBe(403);
    expect((await as('dung', 'POST', `/interests/${recorded.body.id}/withdrawal`, { reason: 'Nhầm (minh họa)' })).status).toBe(200);
    expect((await as('dung', 'POST', `/interests/${id}/withdrawal`, { reason: 'Người thân đã chuyển công tác (minh họa)' })).body.withdrawn).toMatchObject({
      by: { id: world.people.dung.account },
    });
    server.clock.set('2023-03-12T00:00:00Z');
    expect((await accept(giang, TWO)).status).toBe(201);
    // Its words are for them, the owner and the whole trail: not for others who see the round.
    const seen = await inTransactionAs(server.context, hanh.account, server.clock.now(), async (db) => {
      const { rows } = await sql<{ told: string }>`SELECT act AS told FROM audit WHERE act LIKE 'interest.%' AND actor <> app.account()
        UNION ALL SELECT content::text FROM payload WHERE content::text LIKE '%em ruột%' UNION ALL SELECT reason FROM interest WHERE account_id <> app.account()`.execute(
        db,
      );
      return rows;
    });
    expect(seen).toEqual([]);
  });

  it('an appraiser who also works for a body sees its verdicts when the body does, and not before', async () => {
    const other = await addPerson(server, 'hoa', 'Lương Thị Hoa', 'appraiser', 'bo-minh-hoa-b');
    await belong(other, TWO, 'clerk', '2022-01-01', null);
    const sees = async () => (await by(other, 'GET', `/sheets/${TWO}`)).body.columns.appraised !== undefined;
    const before = (await by(other, 'GET', '/board')).body;
    expect((await accept(world.people.giang, ONE)).status).toBe(201);
    expect((await accept(world.people.giang, TWO)).status).toBe(201);
    expect(await sees()).toBe(false);
    const appraised = (board: { rows: { body: { id: string }; appraised: number }[] }, body: string) =>
      board.rows.find((row) => row.body.id === body)?.appraised;
    const after = (await by(other, 'GET', '/board')).body;
    expect([appraised(after, ONE), appraised(after, TWO)]).toEqual([1, appraised(before, TWO)]);
    const told = await inTransactionAs(server.context, other.account, server.clock.now(), async (db) => {
      const { rows } = await sql<{
        body: string;
      }>`SELECT body_id AS body FROM entry WHERE stage <> 'claimed' UNION ALL SELECT body_id FROM cell WHERE stage <> 'claimed'
        UNION ALL SELECT body_id FROM payload WHERE stage <> 'claimed' UNION ALL SELECT body_id FROM audit WHERE act = 'sheet.appraise'`.execute(db);
      return [...new Set(rows.map(({ body }) => body))];
    });
    expect(told).toEqual([ONE]);
    server.clock.set('2023-03-10T00:00:00Z');
    expect(await sees()).toBe(true);
  });

  it('the database refuses it too, whatever the server would let through', async () => {
    const { giang, hanh } = world.people;
    await as('giang', 'POST', '/interests', { id: randomUUID(), body: TWO, kind: 'other', reason: 'Minh họa' });
    await as('hanh', 'POST', '/interests', { id: randomUUID(), body: TWO, kind: 'other', reason: 'Minh họa' });
    const write = (person: Person, body: string, act: string, stage: string) =>
      inTransactionAs(server.context, person.account, server.clock.now(), (db) =>
        sql`INSERT INTO entry (id, round_id, body_id, seq, target_kind, target, act, stage, standing, actor, office, received_at, base, edition_id, changes, texts, origin, hash)
          VALUES (${randomUUID()}, ${world.round}, ${body}, 2, 'item', ${item}, ${act}, ${stage}, 'effective', ${person.account}, ${person.membership}, app.moment(), 1, ${world.scheme.id}, '{}', '{}', 'api', '\\x00')`.execute(
          db,
        ),
      );
    await expect(write(giang, TWO, 'appraise', 'appraised')).rejects.toThrow(/row-level security policy "entry_not_own_cause"/);
    await write(giang, ONE, 'appraise', 'appraised');
    // Nobody takes a declaration out of the way of theirs, but by withdrawing it.
    const attack = (text: string) => inTransactionAs(server.context, giang.account, server.clock.now(), (db) => sql.raw(text).execute(db));
    const lift = `UPDATE interest SET withdrawn_by = app.account(), withdrawn_at = app.moment(), withdrawal_reason = 'Minh họa'`;
    await expect(attack(lift)).resolves.toMatchObject({ numAffectedRows: 0n });
    await expect(attack('DELETE FROM interest')).rejects.toThrow(/permission denied/);
    await expect(attack(`UPDATE interest SET body_id = '${ONE}'`)).rejects.toThrow(/permission denied/);
    await expect(attack(`UPDATE round SET own_cause_months = 0`)).resolves.toMatchObject({ numAffectedRows: 0n });
    await expect(attack(`SELECT * FROM app.own_causes_of('${hanh.account}', '${world.round}')`)).rejects.toThrow(/permission denied/);
  });

  it('neither declares nor lifts once the round is closed, past the handlers either', async () => {
    const id = randomUUID();
    const declaration = { body: TWO, kind: 'kin', reason: 'Minh họa' };
    await as('giang', 'POST', '/interests', { id, ...declaration });
    await server.owner.query(`UPDATE round SET state = 'closed', closed_at = now()`);
    expect((await as('giang', 'POST', '/interests', { id, ...declaration })).status).toBe(201);
    expect((await as('giang', 'POST', '/interests', { id: randomUUID(), ...declaration, kind: 'other' })).body.code).toBe('notNow');
    expect((await as('dung', 'POST', `/interests/${id}/withdrawal`, { reason: 'Minh họa' })).body.code).toBe('notNow');
    const { dung, giang } = world.people;
    const attack = (person: Person, text: string) => inTransactionAs(server.context, person.account, server.clock.now(), (db) => sql.raw(text).execute(db));
    const lift = `UPDATE interest SET withdrawn_by = app.account(), withdrawn_at = app.moment(), withdrawal_reason = 'Minh họa'`;
    await expect(attack(dung, lift)).rejects.toThrow(/row-level security/);
    const declare = `INSERT INTO interest (id, round_id, account_id, body_id, kind, reason, declared_by, declared_at)
      VALUES ('${randomUUID()}', '${world.round}', app.account(), '${TWO}', 'other', 'Minh họa', app.account(), app.moment())`;
    await expect(attack(giang, declare)).rejects.toThrow(/row-level security/);
  });

  it('is the same in the database as in the core, whatever the memberships, interests, months and day', async () => {
    let persons = 0;
    const bodies = [ONE, TWO, 'tinh-minh-hoa-03'];
    const day = fc.integer({ min: 0, max: 1_500 }).map((days) => new Date(Date.UTC(2021, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
    const membership = fc
      .record({ body: fc.constantFrom('so-minh-hoa-a', ...bodies), from: day, to: fc.option(day) })
      .filter(({ from, to }) => to === null || to >= from);
    const interest = fc.record({ body: fc.constantFrom(...bodies), kind: fc.constantFrom(...INTEREST_KINDS), open: fc.boolean() });
    const many = fc.uniqueArray(interest, { maxLength: 3, selector: ({ body, kind }) => `${body} ${kind}` });
    await fc.assert(
      fc.asyncProperty(fc.array(membership, { maxLength: 3 }), many, fc.integer({ min: 0, max: 36 }), day, async (memberships, interests, months, today) => {
        // Memberships and declarations are never deleted: each time another person.
        persons += 1;
        const person = await addPerson(server, `nguoi-${persons}`, 'Người minh họa', 'appraiser', 'bo-minh-hoa-b');
        await server.owner.query('UPDATE round SET own_cause_months = $1', [months]);
        for (const { body, from, to } of memberships) await belong(person, body, 'auditor', from, to);
        for (const { body, kind, open } of interests)
          await server.owner.query(
            `INSERT INTO interest (id, round_id, account_id, body_id, kind, reason, declared_by, declared_at, withdrawn_by, withdrawn_at, withdrawal_reason)
             VALUES ($1, $2, $3, $4, $5, '-', $3, now(), CASE WHEN $6 THEN NULL ELSE $3::uuid END, CASE WHEN $6 THEN NULL ELSE now() END, CASE WHEN $6 THEN NULL ELSE '-' END)`,
            [randomUUID(), world.round, person.account, body, kind, open],
          );
        const found = await inTransactionAs(server.context, person.account, new Date(`${today}T03:00:00Z`), async (db) => {
          const { rows } = await sql<{ body: string }>`SELECT b AS body FROM unnest(${bodies}::text[]) b WHERE app.is_own_cause(${world.round}, b)`.execute(db);
          return rows.map(({ body }) => body);
        });
        const belongings = memberships.map(({ body, from, to }) => ({ bodies: body === 'so-minh-hoa-a' ? [ONE] : [body], from, to }));
        const expected = ownCauses(
          belongings,
          interests.filter(({ open }) => open),
          months,
          today,
        );
        expect(found).toEqual(bodies.filter((body) => expected.some((cause) => cause.body === body)));
      }),
      { numRuns: 40 },
    );
  });

  it('goes with what has come of a body', async () => {
    await server.owner.query(`INSERT INTO body (id, kind) VALUES ('tinh-minh-hoa-cu', 'province')`);
    await server.owner.query(`INSERT INTO body_succession (predecessor, successor) VALUES ('tinh-minh-hoa-cu', $1)`, [TWO]);
    await belong(world.people.giang, 'tinh-minh-hoa-cu', 'head', '2020-01-01', '2022-06-30');
    expect((await accept(world.people.giang, TWO)).body.code).toBe('ownCause');
  });
});
