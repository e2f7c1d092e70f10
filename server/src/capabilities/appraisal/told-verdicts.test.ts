import { randomUUID } from 'node:crypto';
import { STAGES, type Stage } from '@parindex/core/ledger/index';
import { STEPS, type Step } from '@parindex/core/round/steps';
import { verdictsToldAt } from '@parindex/core/round/told-verdicts';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inTransactionAs } from '../../db/transaction.ts';
import { appraiseAllDomains, yesNoItems } from '../../testing/appraised-round.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, change, makeWorld, type PersonName, type World } from '../../testing/world.ts';

let server: TestServer;
let world: World;
beforeEach(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  await appraiseAllDomains(server, world);
});
afterEach(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

const ROUND = '/api/rounds/minh-hoa-2022';
const SHEET = `${ROUND}/sheets/tinh-minh-hoa-01`;
const LATER = STAGES.filter((stage) => stage !== 'claimed') as Exclude<Stage, 'claimed'>[];
const reason = { code: 'other', text: 'Tài liệu chưa đủ để công nhận (minh họa)' };

const items = () => yesNoItems(world);
const as = (person: PersonName, method: 'GET' | 'POST', url: string, body?: unknown) => ask(server, world.people[person], method, url, body);
const declare = (item: string, base: number, changes: Record<string, unknown>) =>
  as('an', 'POST', `${SHEET}/entries`, { entries: [change({ item }, base, changes)] });
const refuse = (item: string, base: number) =>
  as('giang', 'POST', `${SHEET}/items/${item}/appraisal`, { id: randomUUID(), base, changes: { 'answer.yes': false }, reason });

/** Everything that a body's people read of their sheet and of the round. */
const READ = [
  SHEET,
  `${SHEET}/entries`,
  `${SHEET}/timeline`,
  `${SHEET}/review`,
  `${SHEET}/report?format=html`,
  `${ROUND}/board`,
  `${ROUND}/board/bodies/tinh-minh-hoa-01`,
  `${ROUND}/running-ranking`,
  '/api/work',
];
const told = async (person: PersonName) => {
  const answers = [];
  for (const url of READ) answers.push([url, JSON.stringify((await as(person, 'GET', url)).body).replaceAll(/"at":"[^"]+"/g, '')]);
  return Object.fromEntries(answers);
};

describe('[F53] what was decided on its sheet', () => {
  it('a body is told once the next step has opened; until then nothing that it reads is another, and its ledger goes on', async () => {
    const [first, second] = items().map(({ code }) => code) as [string, string];
    await declare(first, 0, { 'answer.yes': true });
    await declare(second, 1, { 'answer.yes': true });
    // The owner lets each body see its place: how it is counted must not tell what appraisers decide.
    await server.owner.query(`UPDATE round SET ranking_shown = 'participants' WHERE id = $1`, [world.round]);
    server.clock.set('2023-02-10T00:00:00Z');
    const before = [await told('an'), await told('binh')];
    expect((await refuse(first, 2)).body).toMatchObject({ seq: 3, items: [{ points: '0/1' }] });
    // Whoever oversees the round reads it, and has the counts kept.
    expect((await as('dung', 'GET', `${ROUND}/board`)).body.rows[0].appraised).toBe(1);
    expect((await as('hanh', 'GET', SHEET)).body.columns.appraised).toBeDefined();
    expect([await told('an'), await told('binh')]).toEqual(before);

    // More time for the body: its entry has a number of its own, and what it had seen was all that there is for it.
    await server.owner.query(
      `INSERT INTO extension (id, round_id, step, body_id, item, until, document_number, document_date, reason, granted_by, granted_at)
       VALUES ($1, $2, 'selfAssessment', 'tinh-minh-hoa-01', $3, '2023-02-20T00:00:00+07:00', '01/BMH', '2023-02-01', 'Mất điện (minh họa)', $4, now())`,
      [randomUUID(), world.round, second, world.people.dung.account],
    );
    const added = await declare(second, 2, { justification: 'Bổ sung (minh họa)' });
    expect([added.status, added.body.seq]).toEqual([201, 4]);
    expect((await as('an', 'GET', SHEET)).body.columns.appraised).toBeUndefined();
    // The counts are not mixed up where the last entry that both see is the same.
    expect((await as('dung', 'GET', `${ROUND}/board`)).body.rows[0].appraised).toBe(1);
    expect((await as('an', 'GET', `${ROUND}/board`)).body.rows[0].appraised).toBe(0);

    server.clock.set('2023-03-09T16:59:59Z');
    expect((await as('an', 'GET', SHEET)).body.columns.appraised).toBeUndefined();
    server.clock.set('2023-03-09T17:00:00Z');
    const { body } = await as('an', 'GET', SHEET);
    expect(body.columns.appraised.items.find(({ code }: { code: string }) => code === first)).toMatchObject({ state: 'scored', points: '0/1' });
    const { body: history } = await as('an', 'GET', `${SHEET}/entries?item=${first}`);
    expect(history.items[0]).toMatchObject({ act: 'appraise', reason });
  });

  it('stays as its notice told it where the appraisal is extended: what is decided since is told with the next notice, and what was told is not decided anew', async () => {
    const [first, second] = items().map(({ code }) => code) as [string, string];
    await declare(first, 0, { 'answer.yes': true });
    await declare(second, 1, { 'answer.yes': true });
    server.clock.set('2023-02-10T00:00:00Z');
    expect((await refuse(first, 2)).status).toBe(201);
    const notify = (number: string) =>
      server.owner.query(
        `INSERT INTO appraisal_notice (id, round_id, body_id, stage, document_number, document_date, recorded_by, recorded_at)
         VALUES ($1, $2, 'tinh-minh-hoa-01', 'appraised', $3, '2023-03-01', $4, $5)`,
        [randomUUID(), world.round, number, world.people.dung.account, server.clock.now()],
      );
    server.clock.set('2023-03-03T00:00:00Z');
    await notify('1');
    await server.owner.query(
      `INSERT INTO extension (id, round_id, step, body_id, until, document_number, document_date, reason, granted_by, granted_at)
       VALUES ($1, $2, 'appraisal', 'tinh-minh-hoa-01', '2023-03-20T00:00:00+07:00', '02/BMH', '2023-03-03', 'Chưa thẩm định hết (minh họa)', $3, now())`,
      [randomUUID(), world.round, world.people.dung.account],
    );
    server.clock.set('2023-03-05T00:00:00Z');
    const before = await told('an');
    expect(JSON.stringify(before)).toContain(reason.text);
    expect((await refuse(first, 3)).body).toMatchObject({ code: 'notNow', targets: [{ kind: 'item', id: first }] });
    const { giang } = world.people;
    await expect(
      inTransactionAs(server.context, giang.account, server.clock.now(), (db) =>
        sql`INSERT INTO entry (id, round_id, body_id, seq, target_kind, target, act, stage, standing, actor, office, received_at, base, edition_id, changes, texts, origin, hash)
          VALUES (${randomUUID()}, ${world.round}, 'tinh-minh-hoa-01', 4, 'item', ${first}, 'appraise', 'appraised', 'effective', ${giang.account}, ${giang.membership}, app.moment(), 3,
            ${world.scheme.id}, '{}', '{}', 'api', '\\x00')`.execute(db),
      ),
    ).rejects.toThrow(/"entry_not_told"/);
    expect((await refuse(second, 3)).status).toBe(201);
    expect(await told('an')).toEqual(before);
    expect((await as('dung', 'GET', `${ROUND}/board`)).body.rows[0].appraised).toBe(2);
    server.clock.set('2023-03-06T00:00:00Z');
    await notify('2');
    const { items: history } = (await as('an', 'GET', `${SHEET}/entries?item=${second}`)).body;
    expect(history[0]).toMatchObject({ act: 'appraise', reason });
    expect((await as('an', 'GET', `${ROUND}/board`)).body.rows[0].appraised).toBe(2);
  });

  it('is told by the database as by calendar and notices in the core, whatever these; whoever oversees the round always sees it', async () => {
    const [item] = items().map(({ code }) => code) as [string];
    await declare(item, 0, { 'answer.yes': true });
    await server.owner.query('DELETE FROM round_step WHERE round_id = $1', [world.round]);
    let seq = 1;
    for (const stage of LATER) {
      seq += 1;
      const payload = randomUUID();
      await server.owner.query(`INSERT INTO payload (id, round_id, body_id, salt, content, stage) VALUES ($1, $2, 'tinh-minh-hoa-01', '', '{}', $3)`, [
        payload,
        world.round,
        stage,
      ]);
      await server.owner.query(
        `INSERT INTO entry (id, round_id, body_id, seq, target_kind, target, act, stage, standing, actor, office, received_at, base, edition_id, changes, texts, origin, payload_id, payload_hash, hash)
         VALUES ($1, $2, 'tinh-minh-hoa-01', $3, 'item', $4, $5, $6, 'effective', $7, $8, '2022-12-31', 0, $9, '{}', '{}', 'api', $10, '\\x00', '\\x00')`,
        [
          randomUUID(),
          world.round,
          seq,
          item,
          stage === 'council' ? 'conclude' : 'appraise',
          stage,
          world.people.giang.account,
          world.people.giang.membership,
          world.scheme.id,
          payload,
        ],
      );
      await server.owner.query(
        `INSERT INTO cell (round_id, body_id, stage, target_kind, target, fields, seqs) VALUES ($1, 'tinh-minh-hoa-01', $2, 'item', $3, '{}', '{}')`,
        [world.round, stage, item],
      );
    }
    const seen = (person: PersonName, moment: number) =>
      inTransactionAs(server.context, world.people[person].account, new Date(moment), async (db) => {
        const { rows } = await sql<{ stages: string[] }>`SELECT coalesce(array_agg(DISTINCT stage), '{}') AS stages FROM entry
          UNION ALL SELECT coalesce(array_agg(DISTINCT stage), '{}') FROM cell UNION ALL SELECT coalesce(array_agg(DISTINCT stage), '{}') FROM payload WHERE stage IS NOT NULL`.execute(
          db,
        );
        return rows.map(({ stages }) => LATER.filter((stage) => stages.includes(stage)));
      });
    const DAY = 86_400_000;
    const from = Date.parse('2023-01-01T00:00:00Z');
    await server.owner.query('ALTER TABLE appraisal_notice DISABLE TRIGGER append_only');
    const noticed = fc.record({ appraised: fc.option(fc.integer({ min: 0, max: 100 })), second: fc.option(fc.integer({ min: 0, max: 100 })) });
    const dated = fc.uniqueArray(fc.record({ step: fc.constantFrom<Step>(...STEPS), day: fc.integer({ min: 0, max: 100 }) }), { selector: ({ step }) => step });
    await fc.assert(
      fc.asyncProperty(dated, noticed, fc.integer({ min: 0, max: 101 }), fc.boolean(), async (steps, notices, day, closed) => {
        await server.owner.query('DELETE FROM appraisal_notice');
        const noticedAt = (stage: string) => {
          const of = stage === 'council' ? null : notices[stage as 'appraised' | 'second'];
          return of === null ? undefined : from + of * DAY;
        };
        for (const stage of ['appraised', 'second'])
          if (noticedAt(stage) !== undefined)
            await server.owner.query(
              `INSERT INTO appraisal_notice (id, round_id, body_id, stage, document_number, document_date, recorded_by, recorded_at)
               VALUES ($1, $2, 'tinh-minh-hoa-01', $3, '1', '2023-03-01', $4, $5)`,
              [randomUUID(), world.round, stage, world.people.dung.account, new Date(noticedAt(stage) as number)],
            );
        await server.owner.query('DELETE FROM round_step WHERE round_id = $1', [world.round]);
        const times = steps.map(({ step, day: opens }) => ({ step, opens: from + opens * DAY, closes: from + (opens + 1) * DAY }));
        for (const { step, opens, closes } of times)
          await server.owner.query('INSERT INTO round_step (round_id, step, opens, closes) VALUES ($1, $2, $3, $4)', [
            world.round,
            step,
            new Date(opens),
            new Date(closes),
          ]);
        await server.owner.query(`UPDATE round SET state = $2, closed_at = CASE WHEN $2 = 'closed' THEN now() END WHERE id = $1`, [
          world.round,
          closed ? 'closed' : 'open',
        ]);
        const moment = from + day * DAY;
        const expected = LATER.filter((stage) => closed || (verdictsToldAt(stage, times, noticedAt(stage)) ?? Number.POSITIVE_INFINITY) <= moment);
        expect(await seen('an', moment)).toEqual([expected, expected, expected]);
        expect(await seen('dung', moment)).toEqual([LATER, LATER, LATER]);
        expect(await seen('chi', moment)).toEqual([[], [], []]);
      }),
      { numRuns: 40 },
    );
  });
});
