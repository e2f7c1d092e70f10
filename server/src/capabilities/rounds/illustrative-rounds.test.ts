import { randomUUID } from 'node:crypto';
import { computeIndex, type Raw } from '@parindex/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPerson } from '../../testing/add-person.ts';
import { adoptScheme } from '../../testing/adopt-edition.ts';
import { answerAll } from '../../testing/answer-all.ts';
import { openPlanned } from '../../testing/plan-round.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, makeWorld, type Person, type World } from '../../testing/world.ts';

const OWNER = 'so-minh-hoa-a';
const STEPS = ['selfAssessment', 'appraisal', 'council'].map((step) => ({ step, opens: '2027-01-04T00:00:00+07:00', closes: '2027-02-26T17:00:00+07:00' }));

let server: TestServer;
let world: World;
/** An invented owner of a province's own rounds. */
let owner: Person;
let council: Person;
beforeAll(async () => {
  server = await startTestServer('2027-01-05T01:00:00Z');
  world = await makeWorld(server);
  owner = await addPerson(server, 'phuong', 'Lý Thị Phượng', 'owner', OWNER);
  council = await addPerson(server, 'quang', 'Cao Văn Quang', 'council', OWNER);
});
afterAll(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

it.each([
  { id: 'department-illustrative', kind: 'department', name: 'Sở Minh họa', points: '77/1' },
  { id: 'commune-illustrative', kind: 'commune', name: 'Xã Minh họa', points: '305/4' },
])('[F108] a province tries a round of its own with $id: all that a body answers for itself, and nothing of the survey', async ({ id, kind, name, points }) => {
  const scheme = await adoptScheme(server, { asks: owner, decides: world.people.lan }, OWNER, id);
  const bodies = [1, 2].map((number) => `${kind}-thu-${number}`);
  const lines = bodies.map((body, index) => `${body},${kind},${name} thử ${index + 1},${kind},tinh-minh-hoa-01,2025-07-01`);
  const imported = await ask(server, world.people.lan, 'POST', '/api/bodies/import', { csv: ['id,kind,name,type,parent,opened', ...lines].join('\n') });
  expect(imported.body).toMatchObject({ counts: { added: bodies.length } });
  const domains = scheme.domains.map(({ code }) => code);
  await openPlanned(server, owner, { id, edition: scheme.id, year: 2026, participants: bodies, domains, ownerBody: OWNER, steps: STEPS });

  // One answers all, the other nothing.
  const [first = ''] = bodies;
  const head = await addPerson(server, `truong-${kind}`, 'Người Minh họa', 'head', first);
  const sheet = `/api/rounds/${id}/sheets/${first}`;
  const { seq } = await answerAll(server, head, sheet, scheme);
  const frozen = await ask(server, head, 'POST', `${sheet}/freeze`, { id: randomUUID(), base: seq });
  expect(frozen.body).toMatchObject({ state: 'frozen' });

  expect((await ask(server, council, 'GET', `/api/rounds/${id}/snapshot`)).status).toBe(403);
  const { body: snapshot } = await ask(server, owner, 'GET', `/api/rounds/${id}/snapshot`);
  const { result, faults } = computeIndex(snapshot as Raw);
  expect(faults?.list).toBeUndefined();
  // 78 and 77 points are of what bodies answer themselves; with one new initiative of two, half of its points are missing.
  expect(result?.bodies.map((body) => [body.id, body.points])).toEqual([
    [first, points],
    [bodies[1], '0/1'],
  ]);
});
