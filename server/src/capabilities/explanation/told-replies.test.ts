import { randomUUID } from 'node:crypto';
import { WHOLE_EXPLANATION_ACTS, type WholeExplanationAct } from '@parindex/core/round/explanation-states';
import { explanationAfter } from '@parindex/core/round/index';
import { repliesTold } from '@parindex/core/round/told-replies';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { inTransactionAs } from '../../db/transaction.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { makeWorld, type PersonName, type World } from '../../testing/world.ts';

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

const BODY = 'tinh-minh-hoa-01';
const DAY = 86_400_000;
const FROM = Date.parse('2023-01-01T00:00:00Z');

it('[F38] what a body answers is told by the database as by the core, whatever the calendar and whatever was done to the explanation; its own people always see it, strangers never', async () => {
  await server.owner.query('ALTER TABLE extension DISABLE TRIGGER USER');
  let seq = 0;
  const append = async (act: string, payload: string | null) => {
    seq += 1;
    await server.owner.query(
      `INSERT INTO entry (id, round_id, body_id, seq, target_kind, target, act, stage, standing, actor, office, received_at, base, edition_id, changes, texts, origin, payload_id, payload_hash, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'claimed', 'effective', $8, $9, now(), 0, $10, '{}', '{}', 'api', $11, $12, '\\x00')`,
      [
        ...[randomUUID(), world.round, BODY, seq, payload === null ? null : 'item', payload === null ? null : '1.1', act],
        ...[world.people.an.account, world.people.an.membership, world.scheme.id, payload, payload === null ? null : '\\x00'],
      ],
    );
  };
  const payload = randomUUID();
  await server.owner.query(`INSERT INTO payload (id, round_id, body_id, salt, content, stage) VALUES ($1, $2, $3, '', '{}', 'reply')`, [
    payload,
    world.round,
    BODY,
  ]);
  await append('reply', payload);
  const seen = (person: PersonName, moment: number) =>
    inTransactionAs(server.context, world.people[person].account, new Date(moment), async (db) => {
      const { rows } = await sql<{
        n: number;
      }>`SELECT count(*)::integer AS n FROM entry WHERE act = 'reply' UNION ALL SELECT count(*)::integer FROM payload WHERE stage = 'reply'`.execute(db);
      return rows.map(({ n }) => n > 0);
    });
  const day = fc.integer({ min: 0, max: 60 });
  const drawn = fc.record({
    step: fc.option(fc.record({ opens: day, length: fc.integer({ min: 1, max: 30 }) })),
    extended: fc.option(fc.record({ until: day, whole: fc.boolean(), other: fc.boolean() })),
    act: fc.option(fc.constantFrom(...WHOLE_EXPLANATION_ACTS)),
    moment: fc.integer({ min: 0, max: 95 }),
    closed: fc.boolean(),
  });
  let last: WholeExplanationAct | null = null;
  await fc.assert(
    fc.asyncProperty(drawn, async ({ step, extended, act, moment: on, closed }) => {
      if (act !== null) {
        await append(act, null);
        last = act;
      }
      await server.owner.query('DELETE FROM extension');
      await server.owner.query(`DELETE FROM round_step WHERE round_id = $1`, [world.round]);
      const times = step ? [{ step: 'explanation' as const, opens: FROM + step.opens * DAY, closes: FROM + (step.opens + step.length) * DAY }] : [];
      for (const { opens, closes } of times)
        await server.owner.query(`INSERT INTO round_step (round_id, step, opens, closes) VALUES ($1, 'explanation', $2, $3)`, [
          world.round,
          new Date(opens),
          new Date(closes),
        ]);
      const extensions =
        step && extended
          ? [
              {
                step: 'explanation' as const,
                body: extended.other ? 'tinh-minh-hoa-02' : extended.whole ? null : BODY,
                item: null,
                until: FROM + extended.until * DAY,
              },
            ]
          : [];
      for (const { body, until } of extensions)
        await server.owner.query(
          `INSERT INTO extension (id, round_id, step, body_id, until, document_number, document_date, reason, granted_by, granted_at)
           VALUES ($1, $2, 'explanation', $3, $4, '1', '2023-01-01', 'Minh họa', $5, now())`,
          [randomUUID(), world.round, body, new Date(until), world.people.dung.account],
        );
      await server.owner.query(`UPDATE round SET state = $2, closed_at = CASE WHEN $2 = 'closed' THEN now() END WHERE id = $1`, [
        world.round,
        closed ? 'closed' : 'open',
      ]);
      const moment = FROM + on * DAY;
      const told = closed || repliesTold(explanationAfter(last), times, extensions, BODY, moment);
      expect(await seen('dung', moment)).toEqual([told, told]);
      expect(await seen('an', moment)).toEqual([true, true]);
      expect(await seen('chi', moment)).toEqual([false, false]);
    }),
    { numRuns: 40 },
  );
});
