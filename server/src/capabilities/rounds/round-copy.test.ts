import { randomUUID } from 'node:crypto';
import { CONSEQUENCES } from '@parindex/core/round/consequences';
import { domain, item } from '@parindex/core/testing/small-round';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlanned, STEPS_2024 } from '../../testing/plan-round.ts';
import { adoptInStory, SMALL_CASES, smallDocument } from '../../testing/small-edition.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, change, makeWorld, type World } from '../../testing/world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer('2024-01-10T02:00:00Z');
  world = await makeWorld(server);
  await adoptInStory(server, { document: smallDocument('mau-2023'), cases: SMALL_CASES });
  const lineage = (code: string) => [{ edition: 'mau-2023', item: code, comparable: 'yes' }];
  const next = smallDocument('mau-2024', {
    domains: [
      domain('1', [item('1.1', { rule: { kind: 'given' } }), item('1.2', { maximum: '2', lineage: lineage('1.1') })]),
      domain('2', [item('2.1', { rule: { kind: 'given' }, lineage: lineage('2.1') })]),
    ],
  });
  await adoptInStory(server, { document: next, cases: '- { item: "1.2", answer: { yes: true }, expect: { points: "2" } }' });
});
afterAll(() => server.close());

const asDung = (method: 'GET' | 'POST' | 'PUT' | 'PATCH', url: string, body?: unknown) => ask(server, world.people.dung, method, `/api/rounds${url}`, body);
const PARTS = ['title', 'edition', 'participants', 'exclusions', 'domainOwners', 'steps'];

describe('Dũng copies last year’s round', () => {
  it('[F11] every part comes along a year later and waits until he confirms it; only then can the round open', async () => {
    const last = await openPlanned(server, world.people.dung, {
      id: 'minh-hoa-2023',
      edition: 'mau-2023',
      year: 2023,
      participants: ['tinh-minh-hoa-01', 'tinh-minh-hoa-02'],
      domains: ['1', '2'],
    });
    await asDung('PUT', '/minh-hoa-2023/exclusions', {
      version: last.version,
      exclusions: [{ body: 'tinh-minh-hoa-02', item: '2.1', legalBasis: 'Công văn (minh họa)' }],
      told: ['exclusionWithoutDecision'],
    });
    await ask(server, world.people.an, 'POST', '/api/rounds/minh-hoa-2023/sheets/tinh-minh-hoa-01/entries', {
      entries: [
        change({ item: '1.1' }, 0, { 'answer.yes': true }),
        change({ figure: 'tasks' }, 0, { value: '4' }),
        change({ figure: 'tasksDone' }, 0, { value: '3' }),
        change({ item: '2.1' }, 0, { 'answer.points': '0.5' }),
      ],
    });

    const copied = await asDung('POST', '', { id: 'minh-hoa-2024', ownerBody: 'bo-minh-hoa', year: 2024, copyFrom: 'minh-hoa-2023' });
    expect(server.logged).toEqual([]);
    expect(copied.body).toMatchObject({
      title: 'Kỳ minh-hoa-2024',
      edition: 'mau-2023',
      copiedFrom: 'minh-hoa-2023',
      participants: [{ body: 'tinh-minh-hoa-01' }, { body: 'tinh-minh-hoa-02' }],
      exclusions: [{ body: 'tinh-minh-hoa-02', item: '2.1', legalBasis: 'Công văn (minh họa)' }],
      domainOwners: [{ domain: '1' }, { domain: '2' }],
      steps: [
        { step: 'selfAssessment', opens: '2025-01-01T17:00:00.000Z', closes: '2025-01-31T17:00:00.000Z' },
        { step: 'appraisal', opens: '2025-01-31T17:00:00.000Z', closes: '2025-02-28T17:00:00.000Z' },
      ],
    });
    expect(copied.body.unconfirmed.toSorted()).toEqual(PARTS.toSorted());

    let { version } = copied.body;
    const left = new Set(PARTS);
    for (const part of ['title', 'edition', 'participants', 'exclusions']) {
      const opening = await asDung('GET', '/minh-hoa-2024/opening');
      expect(opening.body.ready).toBe(false);
      const confirmed = await asDung('PUT', `/minh-hoa-2024/confirmations/${part}`, { version });
      left.delete(part);
      expect(confirmed.body.unconfirmed.toSorted()).toEqual([...left].toSorted());
      version = confirmed.body.version;
    }
    expect((await asDung('PUT', '/minh-hoa-2024/confirmations/title', { version })).body).toMatchObject({ code: 'notNow' });
    expect((await asDung('PUT', '/minh-hoa-2024/confirmations/khac', { version })).status).toBe(404);
    // Whoever changes a part says by it what holds now.
    const moved = await asDung('PATCH', '/minh-hoa-2024/steps/appraisal', { version: 1, closes: '2025-03-05T00:00:00+07:00' });
    expect(moved.body.unconfirmed).toEqual(['domainOwners']);
    expect((await asDung('POST', '/minh-hoa-2024/opening', { version: moved.body.version })).body.remarks).toMatchObject([
      { code: 'unconfirmedParts', about: ['domainOwners'] },
      { code: 'exclusionsWithoutDecision', about: ['2.1'] },
    ]);
    const owners = await asDung('PUT', '/minh-hoa-2024/domain-owners', {
      version: moved.body.version,
      domainOwners: ['1', '2'].map((code) => ({ domain: code, body: 'bo-minh-hoa-b' })),
    });
    const told = ['exclusionsWithoutDecision'];
    expect((await asDung('POST', '/minh-hoa-2024/opening', { version: owners.body.version, told })).body).toMatchObject({ state: 'open' });
  });

  it('and last year’s final figures and points stand beside, for the body that they are of', async () => {
    const sheet = async (body: string, who: keyof World['people']) =>
      (await ask(server, world.people[who], 'GET', `/api/rounds/minh-hoa-2024/sheets/${body}`)).body;
    const [one, two] = [await sheet('tinh-minh-hoa-01', 'an'), await sheet('tinh-minh-hoa-02', 'chi')];
    expect(one.items.map(({ previousPoints }: { previousPoints: string }) => previousPoints)).toEqual(['2', '0.75', '0.5']);
    expect(one.figures.map(({ previous }: { previous: string }) => previous)).toEqual(['4', '3']);
    expect(two.items.map(({ previousPoints }: { previousPoints: string }) => previousPoints)).toEqual([null, null, null]);
  });

  it('under another edition by its lineage, and taken anew when the round opens', async () => {
    const copied = await asDung('POST', '', {
      id: 'khac-2024',
      ownerBody: 'bo-minh-hoa',
      year: 2024,
      edition: 'mau-2024',
      title: 'Kỳ khác',
      copyFrom: 'minh-hoa-2023',
    });
    expect(copied.body.unconfirmed.toSorted()).toEqual(['domainOwners', 'exclusions', 'participants', 'steps']);
    const baseline = async () => (await server.owner.query(`SELECT body_id, year, figures, items FROM baseline WHERE round_id = 'khac-2024'`)).rows;
    const figures = { tasks: { value: '4' }, tasksDone: { value: '3' } };
    expect(await baseline()).toEqual([{ body_id: 'tinh-minh-hoa-01', year: 2023, figures, items: { '1.2': '2', '2.1': '0.5' } }]);

    // Last year's round goes on meanwhile.
    const late = change({ item: '2.1' }, 4, { 'answer.points': '0.75' });
    await ask(server, world.people.an, 'POST', '/api/rounds/minh-hoa-2023/sheets/tinh-minh-hoa-01/entries', { entries: [late] });
    let { version } = copied.body;
    for (const part of copied.body.unconfirmed) version = (await asDung('PUT', `/khac-2024/confirmations/${part}`, { version })).body.version;
    expect((await asDung('POST', '/khac-2024/opening', { version, told: ['exclusionsWithoutDecision'] })).body.state).toBe('open');
    expect(await baseline()).toMatchObject([{ items: { '1.2': '2', '2.1': '0.75' } }]);
  });

  it('[F11] and without points from estimates that are still sealed, as whoever sees the new round sees them', async () => {
    const survey = { groups: [{ id: 'leaders', weight: '1' }], questions: [{ id: 'hailong' }] };
    const items = [item('1.1'), item('1.2', { source: 'satisfaction', rule: { kind: 'proportional', of: { estimate: 'hailong' }, target: '1' } })];
    const cases =
      '- { item: "1.1", answer: { yes: true }, expect: { points: "1" } }\n- { item: "1.2", estimates: { hailong: { all: { mean: 0.5, answers: 10 } } }, expect: { points: "0.5" } }';
    await adoptInStory(server, { document: smallDocument('mau-hailong', { survey, domains: [domain('1', items)] }), cases });
    const id = 'hailong-2023';
    await openPlanned(server, world.people.dung, { id, edition: 'mau-hailong', year: 2023, participants: ['tinh-minh-hoa-01'], domains: ['1'] });
    await ask(server, world.people.an, 'POST', `/api/rounds/${id}/sheets/tinh-minh-hoa-01/entries`, {
      entries: [change({ item: '1.1' }, 0, { 'answer.yes': true })],
    });
    await server.owner.query(
      `INSERT INTO estimate (round_id, body_id, question, respondent_group, mean, answers) VALUES ($1, 'tinh-minh-hoa-01', 'hailong', 'all', '0.5', '10')`,
      [id],
    );
    const baselineOf = async (copy: string) => {
      await asDung('POST', '', { id: copy, ownerBody: 'bo-minh-hoa', year: 2024, copyFrom: id });
      return (await server.owner.query('SELECT items FROM baseline WHERE round_id = $1', [copy])).rows;
    };
    expect(await baselineOf('hailong-niem')).toEqual([{ items: { '1.1': '1' } }]);
    await asDung('POST', `/${id}/estimates/releases`, { id: randomUUID(), reason: 'Theo kế hoạch (minh họa)', told: [...CONSEQUENCES] });
    expect(await baselineOf('hailong-cong-bo')).toEqual([{ items: { '1.1': '1', '1.2': '0.5' } }]);
  });

  it('what came along and no longer fits is told before opening', async () => {
    const other = smallDocument('mau-it', { domains: [domain('1', [item('1.1')])] });
    await adoptInStory(server, { document: other, cases: '- { item: "1.1", answer: { yes: true }, expect: { points: "1" } }' });
    await asDung('POST', '', { id: 'it-2024', ownerBody: 'bo-minh-hoa', year: 2024, edition: 'mau-it', copyFrom: 'minh-hoa-2023' });
    const { body } = await asDung('GET', '/it-2024/opening');
    expect(body.remarks).toMatchObject([
      { code: 'unconfirmedParts' },
      { code: 'exclusionsWithoutDecision', about: ['2.1'] },
      { code: 'domainsUnknown', about: ['2'] },
      { code: 'excludedItemsUnknown', about: ['2.1'] },
      ...STEPS_2024.slice(0, 0),
    ]);
  });
});
