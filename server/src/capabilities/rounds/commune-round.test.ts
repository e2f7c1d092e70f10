import { randomUUID } from 'node:crypto';
import { computeIndex, itemsOfDomains, type Raw, type Scheme } from '@parindex/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sized } from '../../../../tests/soak.ts';
import { addPerson } from '../../testing/add-person.ts';
import { adoptScheme } from '../../testing/adopt-edition.ts';
import { allAnswers } from '../../testing/answer-all.ts';
import { openPlanned } from '../../testing/plan-round.ts';
import { sitInCouncil } from '../../testing/sit-in-council.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, asking, makeWorld, type Person, type World } from '../../testing/world.ts';

/** As many as a province has, in a soak; in `npm test` enough for blocks, equal points and a few sessions. */
const COMMUNES = sized(28, 124);
const HELD_BY_ONE = COMMUNES / 4;
const OWNER = 'so-minh-hoa-a';
const ROUND = 'xa-minh-hoa-2026';
const communes = Array.from({ length: COMMUNES }, (_, index) => `xa-minh-hoa-${String(index + 1).padStart(3, '0')}`);

let server: TestServer;
let world: World;
let scheme: Scheme;
/** Invented people: who runs the round, who decides in the end, and four who enter for a quarter of the communes each. */
let [owner, council] = [] as unknown as [Person, Person];
const clerks: Person[] = [];
beforeAll(async () => {
  server = await startTestServer('2027-01-05T01:00:00Z');
  world = await makeWorld(server);
  owner = await addPerson(server, 'phuong', 'Lý Thị Phượng', 'owner', OWNER);
  council = await addPerson(server, 'quang', 'Cao Văn Quang', 'council', OWNER);
  scheme = await adoptScheme(server, { asks: owner, decides: world.people.lan }, OWNER, 'commune-nq57-2026');
});
afterAll(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

const sheet = (commune: string) => `/api/rounds/${ROUND}/sheets/${commune}`;
const blockOf = (index: number) => (index === 0 ? 'Đặc khu' : index % 4 === 0 ? 'Phường' : 'Xã');
const yesNo = () =>
  itemsOfDomains(scheme.domains).filter(({ rule, source, conditions }) => rule.kind === 'yesNo' && source === 'appraised' && conditions.length === 0);

describe('a province’s own round', () => {
  it('[F108] of all communes of a province in blocks of their own, from the import of bodies to the ranking, by the API alone', {
    timeout: 180_000,
  }, async () => {
    const lines = communes.map((id, index) => `${id},commune,Xã Minh họa ${index + 1},commune,tinh-minh-hoa-01,${blockOf(index)},2025-07-01`);
    const imported = await ask(server, world.people.lan, 'POST', '/api/bodies/import', { csv: ['id,kind,name,type,parent,block,opened', ...lines].join('\n') });
    expect(imported.body).toMatchObject({ counts: { added: COMMUNES } });

    const steps = ['selfAssessment', 'appraisal', 'council'].map((step) => ({ step, opens: '2027-01-04T00:00:00+07:00', closes: '2027-02-26T17:00:00+07:00' }));
    const participants = communes.map((body, index) => ({ body, block: blockOf(index) }));
    await openPlanned(server, owner, {
      id: ROUND,
      edition: scheme.id,
      year: 2026,
      participants,
      domains: scheme.domains.map(({ code }) => code),
      ownerBody: OWNER,
      steps,
    });

    // Four people hold the offices of a quarter of the communes each, so that a few sessions do the work of many.
    for (const [name, index] of ['ba', 'bon', 'nam', 'sau'].map((one, at) => [one, at] as const)) {
      const person = await addPerson(server, name, `Người Minh họa ${index + 1}`, 'clerk', communes[index * HELD_BY_ONE] as string);
      await server.owner.query(
        `INSERT INTO membership (account_id, body_id, role, from_date, granted_at) SELECT $1, b, r, '2025-07-01', now() FROM unnest($2::text[]) b, unnest(ARRAY['clerk', 'head']) r`,
        [person.account, communes.slice(index * HELD_BY_ONE, (index + 1) * HELD_BY_ONE)],
      );
      clerks.push(person);
    }
    for (const [index, commune] of communes.entries()) {
      const clerk = clerks[Math.floor(index / HELD_BY_ONE)] as Person;
      // Each says no to so many questions that points differ from commune to commune, and some are equal.
      const no = new Set(
        yesNo()
          .slice(0, index % 7)
          .map(({ code }) => code),
      );
      const entries = allAnswers(scheme, 0).map((entry) =>
        no.has(entry.item ?? '') ? { ...entry, changes: { ...entry.changes, 'answer.yes': false } } : entry,
      );
      const saved = await ask(server, clerk, 'POST', `${sheet(commune)}/entries`, { entries });
      expect({ commune, status: saved.status, faults: saved.body.faults }).toEqual({ commune, status: 201, faults: undefined });
      const frozen = await ask(server, clerk, 'POST', `${sheet(commune)}/freeze`, { id: randomUUID(), base: saved.body.seq });
      expect({ commune, body: frozen.body }).toMatchObject({ commune, body: { state: 'frozen' } });
    }

    // The council takes a point back from the first.
    const [first] = yesNo().slice(6);
    const [body, code] = [communes[0] as string, first?.code as string];
    const targets = [{ kind: 'item' as const, id: code, changes: { 'answer.yes': false } }];
    const agenda = [{ body, code, proposal: 'other' as const, targets }];
    await sitInCouncil(asking(server), ROUND, { owner, members: [council], startsAt: '2027-01-05T01:00:00Z', agenda });

    const { body: ranking, status } = await ask(server, owner, 'GET', `/api/rounds/${ROUND}/ranking`);
    expect(status).toBe(200);
    expect(ranking.unscored).toEqual([]);
    expect(ranking.bodies).toHaveLength(COMMUNES);
    expect(Object.entries(ranking.summary.blocks as Record<string, { count: number }>).map(([block, { count }]) => [block, count])).toEqual(
      expect.arrayContaining([
        ['Đặc khu', 1],
        ['Phường', HELD_BY_ONE - 1],
        ['Xã', COMMUNES - HELD_BY_ONE],
      ]),
    );
    const ranks = ranking.bodies.map(({ rank }: { rank: number }) => rank);
    expect(ranks.toSorted((a: number, b: number) => a - b)[0]).toBe(1);
    // The eighth commune said yes to all, as did those every seven; the first lost a point to the council.
    expect(ranks[7]).toBe(1);
    expect(ranks[0]).toBeGreaterThan(1);

    // Whoever has the snapshot gets the same, to the digit.
    const { body: snapshot } = await ask(server, owner, 'GET', `/api/rounds/${ROUND}/snapshot`);
    const recomputed = computeIndex(snapshot as Raw);
    expect(recomputed.faults?.list).toBeUndefined();
    expect(recomputed.result?.snapshot).toBe(ranking.snapshot);
    expect(recomputed.result?.bodies.map(({ id, index, rank, class: one }) => ({ id, index, rank, class: one }))).toEqual(
      ranking.bodies.map(({ id, index, rank, class: one }: Record<string, unknown>) => ({ id, index, rank, class: one })),
    );
    // What surveys gave is sealed while the round runs, and all that would tell it.
    for (const other of [clerks[0], council]) expect((await ask(server, other, 'GET', `/api/rounds/${ROUND}/ranking`)).status).toBe(403);
  });
});
