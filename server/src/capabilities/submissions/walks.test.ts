import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sized } from '../../../../tests/soak.ts';
import { inTransactionAs } from '../../db/transaction.ts';
import { allAnswers } from '../../testing/answer-all.ts';
import { freshSheet } from '../../testing/fresh-sheet.ts';
import { sendAsRead } from '../../testing/send-as-read.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, change, makeWorld, type PersonName, type World } from '../../testing/world.ts';
import { reviewOf } from '../review/review.ts';
import { NO_ASSIGNMENTS } from '../sheets/assigned.ts';
import { readSheet } from '../sheets/open-sheet.ts';
import { hashOfFrozen } from './sheet-hash.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer('2023-01-15T00:00:00Z');
  world = await makeWorld(server);
});
afterAll(() => server.close());

const RUNS = sized(4, 40);
const WHO: readonly PersonName[] = ['an', 'binh', 'chi', 'dung', 'khanh'];
const KINDS = ['fill', 'spoil', 'freeze', 'send', 'takeBack', 'reopen'] as const;
/** Whoever may is met more often than whoever may not: walks would else hardly come to the end. */
const ABLE: Readonly<Record<(typeof KINDS)[number], PersonName>> = { fill: 'an', spoil: 'an', freeze: 'binh', send: 'binh', takeBack: 'binh', reopen: 'dung' };
const step = fc.record({ kind: fc.constantFrom(...KINDS), who: fc.option(fc.constantFrom(...WHO), { freq: 3, nil: undefined }), right: fc.boolean() });

const looked = (body: string) =>
  inTransactionAs(server.context, world.people.an.account, server.clock.now(), async (db) => {
    const open = await readSheet(db, world.round, body);
    if (!open) throw new Error('no sheet');
    const must = reviewOf(open, server.context.checks, [], NO_ASSIGNMENTS).findings.filter(({ severity }) => severity === 'mustMend').length;
    return {
      state: open.sheet.state,
      seq: open.sheet.seq,
      must,
      claimed: JSON.stringify([...open.sheet.columns.claimed]),
      hash: (await hashOfFrozen(db, open))?.hash,
    };
  });

type Polled = Awaited<ReturnType<typeof looked>>;

interface Done {
  readonly kind: (typeof KINDS)[number];
  readonly who: PersonName;
  /** Of a report: that it says this sheet's hash; of a reopening: that it is for one item. */
  readonly right: boolean;
}

/** Somebody tries; whatever comes of it. */
async function act({ kind, who, right }: Done, body: string, { seq, hash }: Polled): Promise<void> {
  const url = `/api/rounds/${world.round}/sheets/${body}`;
  const post = (path: string, sent: object) => ask(server, world.people[who], 'POST', `${url}/${path}`, sent);
  const whole = { id: randomUUID(), base: seq };
  const reason = 'Cần bổ sung (minh họa)';
  const acts: Readonly<Record<Done['kind'], () => Promise<unknown>>> = {
    fill: () => post('entries', { entries: allAnswers(world.scheme, seq) }),
    spoil: () => post('entries', { entries: [change({ figure: 'planTasksDone' }, seq, { value: '9' })] }),
    freeze: () => post('freeze', whole),
    takeBack: () => post('taking-back', { ...whole, reason }),
    reopen: () => post('reopening', { ...whole, reason, items: right ? ['1.1'] : null, until: '2023-01-20T00:00:00Z' }),
    // Behind the route's own rights: the database is the wall.
    send: () =>
      sendAsRead(server, world.round, body, {
        account: world.people[who].account,
        base: seq,
        hashes: [right ? (hash ?? 'none') : 'ab'.repeat(32)],
      }).catch(() => 'refused'),
  };
  await acts[kind]();
}

function expectAllowed({ kind, who, right }: Done, before: Polled, after: Polled): void {
  if (before.state !== 'open') expect(after.claimed).toBe(before.claimed);
  if (after.state === 'sent') expect(after.must).toBe(0);
  if (before.state === after.state) return;
  const told = [before.state, after.state, kind];
  if (after.state === 'sent') expect([...told, right, ['an', 'binh'].includes(who)]).toEqual(['frozen', 'sent', 'send', true, true]);
  else if (after.state === 'open') expect([kind, who]).toEqual(['reopen', 'dung']);
  else if (before.state === 'open') expect([kind, who, before.must]).toEqual(['freeze', 'binh', 0]);
  else expect([...told, who]).toEqual(['sent', 'frozen', 'takeBack', 'binh']);
}

it('[F34] [F36] whatever anybody does: no way to a sent sheet with an open “must”, none to change a frozen or sent one', {
  timeout: sized(60_000, 600_000),
}, async () => {
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 14 }), async (steps) => {
      const body = await freshSheet(server, world);
      for (const { kind, who = ABLE[kind], right } of steps) {
        const before = await looked(body);
        await act({ kind, who, right }, body, before);
        const after = await looked(body);
        expectAllowed({ kind, who, right }, before, after);
        sent += Number(after.state === 'sent');
      }
    }),
    {
      numRuns: RUNS,
      // The whole way once, whatever the seed.
      examples: [
        [
          (['spoil', 'freeze', 'fill', 'freeze', 'spoil', 'send', 'fill', 'takeBack', 'send', 'reopen', 'spoil', 'freeze', 'send'] as const).map((kind) => ({
            kind,
            who: undefined,
            right: true,
          })),
        ],
      ],
    },
  );
  expect(sent).toBeGreaterThan(0);
});
