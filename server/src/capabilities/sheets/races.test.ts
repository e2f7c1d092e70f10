import { randomUUID } from 'node:crypto';
import { Faults, itemsOfDomains, readJson, readScheme, type Scheme } from '@parindex/core';
import { domain, item } from '@parindex/core/testing/small-round';
import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sized } from '../../../../tests/soak.ts';
import { sealOnce } from '../../audit/seal.ts';
import { sealAll } from '../../audit/testing/seal-all.ts';
import { connectPool, queriesOver } from '../../db/connect.ts';
import { answerAll } from '../../testing/answer-all.ts';
import { openPlanned } from '../../testing/plan-round.ts';
import { adoptInStory, SMALL_CASES, smallDocument } from '../../testing/small-edition.ts';
import { anotherProcess, startTestServer, TestClock, type TestServer } from '../../testing/test-server.ts';
import { ask, change, makeWorld, type PersonName, type World } from '../../testing/world.ts';
import { verifyDatabase } from '../audit-trail/verify.ts';
import { cellsOf, rebuildSheet } from './rebuild.ts';

const NOW = '2024-01-10T02:00:00.000Z';
/** Between the clocks of the two processes: what the first still takes has closed for the second. */
const SOON = '2024-01-10T02:00:05.000Z';
const LATER = '2024-01-10T02:00:10.000Z';
const STEPS = [
  { step: 'selfAssessment', opens: '2024-01-02T00:00:00.000Z', closes: '2024-02-01T00:00:00.000Z' },
  { step: 'appraisal', opens: '2024-02-01T00:00:00.000Z', closes: '2024-03-01T00:00:00.000Z' },
];
const [SELF_ASSESSMENT, APPRAISAL] = STEPS as [(typeof STEPS)[0], (typeof STEPS)[0]];
/** One item for each turn of each saver and one more: few enough to be answered anew in each race. */
const MANY = smallDocument('mau-nhieu', {
  figures: [],
  domains: [
    domain(
      '1',
      Array.from({ length: 37 }, (_, index) => item(`1.${index + 1}`)),
    ),
  ],
});
const DOCUMENT = { number: '05/BMH-CCHC', date: '2024-01-09' };

let first: TestServer;
let second: TestServer;
let world: World;
let round: string;
let rounds = 0;
beforeAll(async () => {
  first = await startTestServer(NOW);
  second = await anotherProcess(first, new TestClock(LATER));
  world = await makeWorld(first);
  await adoptInStory(first, { document: smallDocument('mau-cu'), cases: SMALL_CASES });
  await adoptInStory(first, { document: MANY, cases: `- { item: "1.1", answer: { yes: true }, expect: { points: "1" } }` });
  const later = [domain('1', [item('1.2', { maximum: '2' })]), domain('3', [item('3.1', { rule: { kind: 'given' } })])];
  const cases = '- { item: "1.2", answer: { yes: true }, expect: { points: "2" } }';
  await adoptInStory(first, { document: smallDocument('mau-moi', { figures: [], domains: later }), cases });
});
afterEach(() => expect([...first.logged, ...second.logged]).toEqual([]));
afterAll(async () => {
  await second.close();
  await first.close();
});

/** A round of its own for each race. */
async function openRound(edition: { id: string; domains: readonly string[] }, steps = STEPS): Promise<void> {
  rounds += 1;
  round = `ky-dua-${rounds}`;
  const participants = ['tinh-minh-hoa-01', 'tinh-minh-hoa-02'];
  await openPlanned(first, world.people.dung, { id: round, edition: edition.id, year: 2023, participants, domains: edition.domains, steps });
}
const ofWorld = () => ({ id: world.scheme.id, domains: world.scheme.domains.map(({ code }) => code) });

const asDung = (process: TestServer, method: 'POST' | 'PATCH', part: string, body: object) =>
  ask(process, world.people.dung, method, `/api/rounds/${round}${part}`, body);
const sheetOf = (body: string) => `/api/rounds/${round}/sheets/${body}`;

type Answer = Awaited<ReturnType<typeof ask>>;
type Entry = ReturnType<typeof change>;

interface Sent {
  readonly who: PersonName;
  readonly body: string;
  readonly entry: Entry;
  readonly answers: readonly Answer[];
}

/** Through which process a save goes: one, the other, or both at once, as from somebody who got no answer. */
type Way = 'first' | 'second' | 'both';
const SAVERS = [
  ['an', 'tinh-minh-hoa-01'],
  ['chi', 'tinh-minh-hoa-02'],
  ['binh', 'tinh-minh-hoa-01'],
] as const;
const MOST_SAVERS = 6;
const MOST_TURNS = 6;
/** What each saver does one after another, all savers at once. */
const plans = fc.array(fc.array(fc.constantFrom<Way>('first', 'second', 'both'), { minLength: 3, maxLength: MOST_TURNS, size: 'max' }), {
  minLength: 4,
  maxLength: MOST_SAVERS,
  size: 'max',
});

const save = (process: TestServer, who: PersonName, body: string, entry: Entry) =>
  ask(process, world.people[who], 'POST', `${sheetOf(body)}/entries`, { entries: [entry] });

interface Race {
  readonly savers?: readonly (readonly [PersonName, string])[];
  readonly itemOf?: (saver: number, turn: number) => string;
  /** Called when the first has got an answer. */
  readonly begun?: () => void;
}

/** No item twice: nobody is in another's way but by the race itself. */
const itemOfItsOwn = (saver: number, turn: number) => itemsOfDomains(world.scheme.domains)[saver * MOST_TURNS + turn]?.code as string;

async function saveAll(plan: readonly (readonly Way[])[], { savers = SAVERS, itemOf = itemOfItsOwn, begun }: Race = {}): Promise<Sent[]> {
  const all = plan.map(async (ways, saver) => {
    const [who, body] = savers[saver % savers.length] as (typeof savers)[number];
    const sent: Sent[] = [];
    for (const [turn, way] of ways.entries()) {
      const processes = way === 'both' ? [first, second] : [way === 'first' ? first : second];
      for (let base = 0; ; ) {
        const entry = change({ item: itemOf(saver, turn) }, base, { justification: `Người ${saver}, lần ${turn}` });
        const answers = await Promise.all(processes.map((process) => save(process, who, body, entry)));
        begun?.();
        // After another's change to the same item: once more, on what is seen then.
        const conflict = answers.find((answer) => answer.body.code === 'conflict');
        if (!conflict) {
          sent.push({ who, body, entry, answers });
          break;
        }
        base = conflict.body.seq;
      }
    }
    return sent;
  });
  return (await Promise.all(all)).flat();
}

const isKept = ({ answers }: Sent) => answers.some(({ status }) => status === 201);
const refusalsOf = (sent: readonly Sent[]) => sent.flatMap(({ answers }) => answers.filter(({ status }) => status !== 201));

interface RecordedEntry {
  readonly act: string;
  readonly body: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: the content of every act.
  readonly content: any;
  readonly item: string | null;
  readonly receivedAt: Date | null;
}

/** What happened in the round, in the order in which it happened. */
async function told(): Promise<RecordedEntry[]> {
  const { rows } = await first.owner.query<RecordedEntry>(
    `SELECT u.act, u.body_id AS body, u.content, e.target AS item, e.received_at AS "receivedAt"
    FROM audit u LEFT JOIN entry e ON u.subject = 'entry:' || e.id WHERE u.round_id = $1 ORDER BY u.n`,
    [round],
  );
  return rows;
}

interface Stored {
  readonly id: string;
  readonly body: string;
  readonly seq: number;
  readonly act: string;
  readonly base: number;
  readonly target: string | null;
  readonly edition: string;
}

async function stored(): Promise<Stored[]> {
  const { rows } = await first.owner.query<Stored>(
    'SELECT id, body_id AS body, seq, act, base, target, edition_id AS edition FROM entry WHERE round_id = $1 ORDER BY body_id, seq',
    [round],
  );
  return rows;
}

/** What was acknowledged is there once, nothing else is, no number is left out; and who sends again, to whichever process, is told the same. */
async function expectKept(sent: readonly Sent[], before: readonly string[] = []): Promise<Stored[]> {
  const entries = await stored();
  const declared = entries.filter(({ act, id }) => act === 'declare' && !before.includes(id));
  const kept = sent.filter(isKept);
  expect(declared.map(({ id }) => id).toSorted()).toEqual(kept.map(({ entry }) => entry.id).toSorted());
  expect((await told()).filter(({ act }) => act === 'sheet.declare')).toHaveLength(before.length + kept.length);
  for (const body of new Set(entries.map((entry) => entry.body))) {
    const own = entries.filter((entry) => entry.body === body);
    expect(own.map(({ seq }) => seq)).toEqual(own.map((_, index) => index + 1));
  }
  const seqOf = new Map(declared.map(({ id, seq }) => [id, seq]));
  await Promise.all(
    kept.map(async ({ who, body, entry, answers }, index) => {
      const again = await save(index % 2 === 0 ? first : second, who, body, entry);
      expect(again.body.entries).toEqual([{ id: entry.id, seq: seqOf.get(entry.id), replayed: true }]);
      for (const answer of answers) if (answer.status === 201) expect(answer.body.entries[0].seq).toBe(seqOf.get(entry.id));
    }),
  );
  return entries;
}

const SEEDED = { numRuns: sized(2, 40) };

describe('saves through two processes race', { timeout: sized(60_000, 900_000) }, () => {
  it('[F35] with a closing that is moved to and fro: each is judged by the calendar as the trail has it before it', async () => {
    const met = { kept: 0, refused: 0 };
    const race = fc.asyncProperty(plans, fc.array(fc.constantFrom(SOON, SELF_ASSESSMENT.closes), { minLength: 3, maxLength: 8 }), async (plan, closings) => {
      await openRound(ofWorld());
      const moveClosing = async () => {
        let version = 1;
        for (const closes of closings) {
          const moved = await asDung(first, 'PATCH', '/steps/selfAssessment', { version, closes, told: ['deadlineEarlier', 'stepsOutOfOrder'] });
          expect(moved.status).toBe(200);
          version = moved.body.steps.find(({ step }: { step: string }) => step === 'selfAssessment').version;
        }
      };
      const [sent] = await Promise.all([saveAll(plan), moveClosing()]);
      await expectKept(sent);
      let closing = SELF_ASSESSMENT.closes;
      for (const { act, content, receivedAt } of await told()) {
        if (act === 'round.calendar') closing = content.changed.find(({ step }: { step: string }) => step === 'selfAssessment')?.closes[1] ?? closing;
        if (act === 'sheet.declare') expect(receivedAt?.toISOString()).toSatisfy((moment: string) => moment < closing);
      }
      for (const { body } of refusalsOf(sent)) expect(body).toMatchObject({ code: 'stepClosed', receivedAt: LATER, steps: [{ closes: SOON }] });
      met.kept += sent.filter(isKept).length;
      met.refused += refusalsOf(sent).length;
    });
    await fc.assert(race, SEEDED);
    expect(met.kept && met.refused).toBeGreaterThan(0);
  });

  it('[F36] with extensions, each sent to both at once: only who has been given more time is let in, from then on', async () => {
    let letIn = 0;
    const extension = fc.record({ body: fc.constantFrom(undefined, ...SAVERS.map(([, body]) => body)), forItem: fc.boolean() });
    const race = fc.asyncProperty(plans, fc.array(extension, { minLength: 1, maxLength: 3 }), async (plan, wanted) => {
      await openRound(ofWorld(), [{ ...SELF_ASSESSMENT, closes: SOON }, APPRAISAL]);
      const code = itemsOfDomains(world.scheme.domains)[2]?.code as string;
      const extend = async () => {
        for (const [turn, { body, forItem }] of wanted.entries()) {
          const until = new Date(Date.parse(LATER) + (turn + 1) * 60_000).toISOString();
          const content = {
            id: randomUUID(),
            step: 'selfAssessment',
            until,
            document: DOCUMENT,
            reason: 'Mất điện diện rộng (minh họa)',
            told: ['extensionWithoutDecision'],
          };
          const sending = { ...content, ...(body === undefined ? {} : { body }), ...(forItem ? { item: code } : {}) };
          const [one, other] = await Promise.all([first, second].map((process) => asDung(process, 'POST', '/extensions', sending)));
          expect([one?.status, other?.status]).toEqual([201, 201]);
          expect(one?.body).toEqual(other?.body);
        }
      };
      const [sent] = await Promise.all([saveAll(plan), extend()]);
      await expectKept(sent);
      const given: RecordedEntry[] = [];
      for (const row of await told()) {
        if (row.act === 'round.extend') given.push(row);
        if (row.act !== 'sheet.declare' || row.receivedAt?.toISOString() === NOW) continue;
        const reached = given.some(({ body, content }) => (body ?? row.body) === row.body && (content.item ?? row.item) === row.item);
        expect(reached).toBe(true);
        letIn += 1;
      }
      expect(given).toHaveLength(wanted.length);
      for (const { body } of refusalsOf(sent)) expect(body).toMatchObject({ code: 'stepClosed', receivedAt: LATER });
      // Whoever was refused and has more time by now is let in.
      for (const one of sent.filter((each) => !isKept(each))) {
        const reached = given.some(({ body, content }) => (body ?? one.body) === one.body && (content.item ?? one.entry.item) === one.entry.item);
        expect((await save(second, one.who, one.body, one.entry)).status).toBe(reached ? 201 : 409);
      }
    });
    await fc.assert(race, SEEDED);
    expect(letIn).toBeGreaterThan(0);
  });

  it('[F22] with a head who freezes and an owner who reopens: nothing stands between a freeze and its reopening', async () => {
    const body = 'tinh-minh-hoa-01';
    const many = readScheme(readJson(MANY).value, new Faults()) as Scheme;
    const race = fc.asyncProperty(plans, fc.integer({ min: 1, max: 3 }), async (plan, times) => {
      await openRound({ id: many.id, domains: ['1'] });
      const answered = await answerAll(first, world.people.an, sheetOf(body), many);
      const freeze = (process: TestServer, base: number) => ask(process, world.people.binh, 'POST', `${sheetOf(body)}/freeze`, { id: randomUUID(), base });
      const freezeAndReopen = async () => {
        for (let frozen = 0, seen = answered.seq; frozen < times; ) {
          // Saves come between what the head saw and the freeze: one of many tries has the seq that is there.
          const answers = await Promise.all([0, 1, 2, 3, 4, 5].map((ahead) => freeze(ahead % 2 === 0 ? first : second, seen + ahead)));
          const done = answers.filter(({ status }) => status === 201);
          for (const { status, body: answer } of answers) expect(status === 201 || ['staleVersion', 'sheetFrozen'].includes(answer.code)).toBe(true);
          expect(done.length).toBeLessThanOrEqual(1);
          seen = done[0]?.body.seq ?? answers.at(-1)?.body.seq;
          if (done.length === 0) continue;
          frozen += 1;
          const late = change({ item: '1.37' }, seen, { justification: 'Muộn' });
          const saves = await Promise.all([first, second].map((process) => save(process, 'an', body, late)));
          expect(saves.map((answer) => answer.body.code)).toEqual(['sheetFrozen', 'sheetFrozen']);
          const reopened = await asDung(second, 'POST', `/sheets/${body}/reopening`, { id: randomUUID(), base: seen, reason: 'Cần bổ sung (minh họa)' });
          expect(reopened.status).toBe(201);
          seen = reopened.body.seq;
        }
      };
      const own = SAVERS.filter((saver) => saver[1] === body);
      const [sent] = await Promise.all([saveAll(plan, { savers: own, itemOf: (saver, turn) => `1.${saver * MOST_TURNS + turn + 1}` }), freezeAndReopen()]);
      let frozen = false;
      for (const { act, seq, base } of await expectKept(sent, answered.ids)) {
        expect({ act, frozen }).toEqual({ act, frozen: act === 'reopen' });
        if (act === 'freeze') expect(base).toBe(seq - 1);
        frozen = act === 'freeze';
      }
      expect(frozen).toBe(false);
      for (const refusal of refusalsOf(sent)) expect(refusal.body.code).toBe('sheetFrozen');
    });
    await fc.assert(race, SEEDED);
  });

  it('[F22] with the takeover by a later edition, sent to both at once: each is of the edition that it met', async () => {
    const met = new Set<string>();
    // 1.1 moves to 1.2 and 2.1 to 3.1: each save names an item as one of the two editions does.
    const names = fc.array(fc.constantFrom('1.1', '2.1', '3.1'), { minLength: MOST_SAVERS * MOST_TURNS, maxLength: MOST_SAVERS * MOST_TURNS });
    const race = fc.asyncProperty(plans, names, async (plan, codes) => {
      await openRound({ id: 'mau-cu', domains: ['1', '2'] });
      const takeover = { number: 1, toEdition: 'mau-moi', mapping: { items: { '1.1': '1.2', '1.2': null, '2.1': '3.1' }, figures: {} }, document: DOCUMENT };
      const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
      const takeOver = async () => {
        await begun;
        const [one, other] = await Promise.all([first, second].map((process) => asDung(process, 'POST', '/takeovers', takeover)));
        expect([one?.status, other?.status]).toEqual([201, 201]);
        expect(one?.body).toEqual(other?.body);
      };
      const itemOf = (saver: number, turn: number) => codes[saver * MOST_TURNS + turn] as string;
      const [sent] = await Promise.all([saveAll(plan, { itemOf, begun: begin }), takeOver()]);
      const { rows } = await first.owner.query<{ sheets: Record<string, { after: number }> }>(
        `SELECT mapping -> 'sheets' AS sheets FROM takeover WHERE round_id = $1`,
        [round],
      );
      expect(rows).toHaveLength(1);
      for (const { body, seq, target, edition } of await expectKept(sent)) {
        expect(edition).toBe(seq <= (rows[0]?.sheets[body]?.after ?? 0) ? 'mau-cu' : 'mau-moi');
        expect(target === '3.1' ? 'mau-moi' : 'mau-cu').toBe(edition);
        met.add(`${edition} ${target}`);
      }
      for (const { body } of refusalsOf(sent)) expect(body.faults).toMatchObject([{ code: 'unknownId', path: '/entries/0/item' }]);
      for (const body of ['tinh-minh-hoa-01', 'tinh-minh-hoa-02']) {
        const cells = await first.owner.query('SELECT stage, target_kind, target, fields, seqs FROM cell WHERE round_id = $1 AND body_id = $2', [round, body]);
        const rebuilt = cellsOf(await rebuildSheet(queriesOver(first.owner as unknown as pg.PoolClient), round, body));
        expect(cells.rows).toEqual(expect.arrayContaining(rebuilt));
        expect(cells.rows).toHaveLength(rebuilt.length);
      }
    });
    await fc.assert(race, SEEDED);
    expect([...met].toSorted()).toEqual(['mau-cu 1.1', 'mau-cu 2.1', 'mau-moi 3.1']);
  });

  it('[F95] while two sealers seal: the blocks make one chain over every act, and it verifies', async () => {
    const sealers = [connectPool(first.urls.jobs, 1), connectPool(first.urls.jobs, 1)];
    let over = false;
    let blocks = 0;
    const seal = async (pool: pg.Pool) => {
      while (!over) if (await sealOnce(pool, first.clock.now(), 3)) blocks += 1;
    };
    const sealing = sealers.map(seal);
    const race = fc.asyncProperty(plans, async (plan) => {
      await openRound(ofWorld());
      const sent = await saveAll(plan);
      expect(refusalsOf(sent)).toEqual([]);
      await expectKept(sent);
    });
    await fc.assert(race, { numRuns: sized(1, 20) });
    // A row waits for every older transaction of the cluster, so also for those of other databases in it: the race may end before.
    await expect.poll(() => blocks, { timeout: 60_000 }).toBeGreaterThan(1);
    over = true;
    await Promise.all(sealing);
    await Promise.all(sealers.map((pool) => pool.end()));
    await sealAll(first);
    const found: unknown[] = [];
    const verdict = await verifyDatabase(first.urls.owner, {}, { found: (finding) => found.push(finding), purged: () => {} });
    expect(found).toEqual([]);
    const { rows } = await first.owner.query('SELECT (SELECT count(*)::int FROM audit) AS rows, (SELECT count(*)::int FROM seal) AS blocks, 0 AS unsealed');
    expect(verdict).toMatchObject(rows[0]);
  });
});
