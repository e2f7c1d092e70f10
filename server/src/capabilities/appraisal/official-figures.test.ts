import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textOf } from '../../file-inspection/testing/text-of.ts';
import { appraiseAllDomains, openExplanation, type RatioItem, ratioItems } from '../../testing/appraised-round.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, change, makeWorld, type PersonName, type World } from '../../testing/world.ts';

let server: TestServer;
let world: World;
let ratio: RatioItem;
beforeEach(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  await appraiseAllDomains(server, world);
  await openExplanation(server, world, '2023-03-15');
  [ratio] = ratioItems(world);
  for (const [person, body] of [
    ['an', 'tinh-minh-hoa-01'],
    ['chi', 'tinh-minh-hoa-02'],
  ] as const)
    await as(person, 'POST', `${ROUND}/sheets/${body}/entries`, {
      entries: [change({ figure: ratio.whole }, 0, { value: '10' }), change({ figure: ratio.part }, 0, { value: '10' })],
    });
  server.clock.set('2023-02-10T03:00:00Z');
});
afterEach(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

const ROUND = '/api/rounds/minh-hoa-2022';
const OURS = 'tinh-minh-hoa-01';
const THEIRS = 'tinh-minh-hoa-02';
const SOURCE = 'Công văn số 15/BMH ngày 01/02/2023 (minh họa)';
const DATE = '2023-02-01';
const as = (person: PersonName, method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown) => ask(server, world.people[person], method, url, body);
const official = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([figure, value]) => ({ id: randomUUID(), figure, changes: { value, source: SOURCE, date: DATE } }));
const record = (person: PersonName, figures: readonly object[], { base = 2, body = OURS, item = ratio.code } = {}) =>
  as(person, 'POST', `${ROUND}/sheets/${body}/appraisal/${item}/official-figures`, { base, figures });
const overBodies = async () => (await as('giang', 'GET', `${ROUND}/appraisal/items/${ratio.code}`)).body;
const rowOf = async (body: string) => (await overBodies()).rows.find((one: { body: { id: string } }) => one.body.id === body);
const told = async (person: PersonName) => (await as(person, 'GET', `${ROUND}/sheets/${OURS}/explanation`)).body.officialFigures;

describe('[F40] an official figure beside the claimed one', () => {
  it('is an entry with its source and day; it leaves points and verdicts as they are, and the body is told with its verdicts', async () => {
    const before = await rowOf(OURS);
    // All faults at once: another item’s figure, no source, a value that is none.
    const strange = world.scheme.figures.find(({ id }) => id !== ratio.part && id !== ratio.whole)?.id as string;
    const faulty = await record('giang', [
      ...official({ [strange]: '1' }),
      { id: randomUUID(), figure: ratio.part, changes: { value: 'tám', date: DATE, citations: [] } },
    ]);
    expect(faulty.body.faults.map(({ path, code }: { path: string; code: string }) => `${code} ${path}`).toSorted()).toEqual(
      [
        'notAllowedHere /figures/0/figure',
        'missingKey /figures/1/changes/source',
        'notANumber /figures/1/changes/value',
        'notAllowedHere /figures/1/changes/citations',
      ].toSorted(),
    );
    for (const person of ['an', 'dung', 'hanh'] as const) expect((await record(person, official({ [ratio.part]: '8' }))).status).toBe(403);

    const sent = official({ [ratio.part]: '8', [ratio.whole]: '10' });
    expect((await record('giang', sent)).body).toEqual({ seq: 4, replayed: false });
    expect((await record('giang', sent)).body).toEqual({ seq: 4, replayed: true });
    // What another recorded meanwhile is seen first.
    expect((await record('giang', official({ [ratio.part]: '7' }))).body).toMatchObject({ code: 'conflict', conflicts: [{ theirs: '8', yours: '7' }] });

    const after = await rowOf(OURS);
    expect({ ...after, seq: before.seq, figures: before.figures }).toEqual(before);
    expect(after.figures).toMatchObject([
      { figure: ratio.part, claimed: '10', now: '10', official: { value: '8', source: SOURCE, date: DATE, by: { name: 'Hoàng Thị Giang' } } },
      { figure: ratio.whole, claimed: '10', now: '10', official: { value: '10' } },
    ]);
    const names = (await overBodies()).figures.map(({ id }: { id: string }) => id);
    expect(names).toEqual([ratio.part, ratio.whole]);

    // The body does not read it before it is told, in no answer.
    expect(await told('an')).toEqual([]);
    for (const part of ['entries', 'explanation', 'report?format=docx']) {
      const { body } = await as('an', 'GET', `${ROUND}/sheets/${OURS}/${part}`);
      expect(JSON.stringify(body)).not.toContain(SOURCE);
    }
    server.clock.set('2023-03-06T00:00:00Z');
    const read = new Map((await told('an')).map((one: { figure: { id: string } }) => [one.figure.id, one]));
    expect(read.get(ratio.part)).toMatchObject({ claimed: '10', value: '8', source: SOURCE, items: expect.arrayContaining([ratio.code]) });
    expect(read.get(ratio.whole)).toMatchObject({ claimed: '10', value: '10' });
  });

  it('is changed and taken back while an appraisal lasts, by whoever decides on the item; never in one’s own cause', async () => {
    await record('giang', official({ [ratio.part]: '8' }));
    expect((await record('giang', official({ [ratio.part]: '7' }), { base: 3 })).status).toBe(201);
    expect((await rowOf(OURS)).figures[0]).toMatchObject({ official: { value: '7' } });
    expect((await record('giang', [{ id: randomUUID(), figure: ratio.part, changes: {} }], { base: 4 })).status).toBe(201);
    expect((await rowOf(OURS)).figures[0]).toMatchObject({ official: null });
    const interest = { id: randomUUID(), body: THEIRS, kind: 'kin', reason: 'Người thân công tác tại cơ quan (minh họa)' };
    await as('giang', 'POST', `${ROUND}/interests`, interest);
    expect((await record('giang', official({ [ratio.part]: '8' }), { body: THEIRS })).body.code).toBe('ownCause');
    server.clock.set('2023-03-02T00:00:00Z');
    expect((await record('giang', official({ [ratio.part]: '8' }), { base: 5 })).body.code).toBe('stepClosed');
  });

  it('many bodies are accepted at once where it equals the claim, and never where it differs, or was decided', async () => {
    expect([(await rowOf(OURS)).official, (await rowOf(THEIRS)).official]).toEqual([false, false]);
    await record('giang', official({ [ratio.part]: '10', [ratio.whole]: '10' }));
    await record('giang', official({ [ratio.part]: '8', [ratio.whole]: '10' }), { body: THEIRS });
    expect([(await rowOf(OURS)).official, (await rowOf(THEIRS)).official]).toEqual([true, false]);
    const accepted = { id: randomUUID(), base: 4, changes: {}, figures: [], reason: null };
    expect((await as('giang', 'POST', `${ROUND}/sheets/${OURS}/items/${ratio.code}/appraisal`, accepted)).status).toBe(201);
    expect((await rowOf(OURS)).official).toBe(false);
  });

  it('a verdict puts it in the place of the claim; both stand in the body’s notice and in the papers of the council', async () => {
    await record('giang', official({ [ratio.part]: '8' }));
    const verdict = {
      ...{ id: randomUUID(), base: 3, changes: {} },
      figures: [{ id: randomUUID(), figure: ratio.part, changes: { value: '8', source: SOURCE, date: DATE } }],
      reason: { code: 'officialFigure', text: 'Theo báo cáo của Bộ (minh họa)' },
    };
    expect((await as('giang', 'POST', `${ROUND}/sheets/${OURS}/items/${ratio.code}/appraisal`, verdict)).status).toBe(201);
    expect((await rowOf(OURS)).figures[0]).toMatchObject({ claimed: '10', now: '8', official: { value: '8' } });
    const headers = { cookie: `parindex_session=${world.people.dung.token}` };
    const letterTo = async (body: string) => {
      const { rawPayload } = await server.app.inject({ method: 'GET', url: `${ROUND}/appraisal-notices/appraised/${body}?format=docx`, headers });
      return textOf(rawPayload, 'thong-bao.docx');
    };
    const letter = await letterTo(OURS);
    expect(letter).toContain('Số liệu chính thức thay số liệu tự chấm');
    expect(letter).toContain(`${SOURCE}, 01/02/2023`);
    expect(await letterTo(THEIRS)).not.toContain('Số liệu chính thức');

    server.clock.set('2023-03-21T02:00:00Z');
    const { dung, hanh } = world.people;
    const session = `${ROUND}/council/${randomUUID()}`;
    const plan = { way: 'meeting', startsAt: '2023-03-22T01:30:00Z', place: 'Phòng họp số 1 (minh họa)', secretary: dung.account };
    const { version } = (await as('dung', 'POST', `${ROUND}/council`, { id: session.split('/').at(-1), ...plan, chair: null })).body;
    const members = [{ account: hanh.account, position: 'chair', presence: 'expected' }];
    const agenda = [OURS, THEIRS].map((body) => ({ item: randomUUID(), body, code: ratio.code, proposal: 'asAppraised', words: null, targets: [] }));
    expect((await as('dung', 'PUT', session, { version, ...plan, chair: hanh.account, members, agenda })).status).toBe(200);
    const { rawPayload } = await server.app.inject({ method: 'GET', url: `${session}/documents/papers?format=docx`, headers });
    expect((await textOf(rawPayload, 'tai-lieu.docx')).split('Số liệu chính thức khác số liệu tự chấm')).toEqual([
      expect.any(String),
      expect.stringContaining(`10 8 ${SOURCE}, 01/02/2023`),
    ]);
  });
});
