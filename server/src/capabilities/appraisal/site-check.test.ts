import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inTransactionAs } from '../../db/transaction.ts';
import { appraiseAllDomains, openExplanation, yesNoCodes } from '../../testing/appraised-round.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, change, makeWorld, type PersonName, type World } from '../../testing/world.ts';
import { finishAll, sendFile, textFile, workOf } from '../evidence/testing/upload-file.ts';

let server: TestServer;
let world: World;
let item: string;
beforeEach(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  [item] = yesNoCodes(world);
  await appraiseAllDomains(server, world);
  await openExplanation(server, world, '2023-03-15');
  await as('an', 'POST', `${SHEET}/entries`, { entries: [change({ item }, 0, { 'answer.yes': true })] });
});
afterEach(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

const ROUND = '/api/rounds/minh-hoa-2022';
const SHEET = `${ROUND}/sheets/tinh-minh-hoa-01`;
const as = (person: PersonName, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, body?: unknown) =>
  ask(server, world.people[person], method, url, body);
const FOUND = 'Bộ phận một cửa đã bố trí đủ công chức (minh họa)';
const TEAM = 'Hoàng Thị Giang, Vụ Cải cách hành chính (minh họa); đại diện Tỉnh Minh họa 01';

const record = (person: PersonName, check: object | null, { base, of = item }: { base: number; of?: string }) =>
  as(person, 'POST', `${SHEET}/appraisal/${of}/site-check`, { id: randomUUID(), base, check });
const siteChecks = async (person: PersonName) => (await as(person, 'GET', `${SHEET}/explanation`)).body.siteChecks;

/** The appraiser brings the minutes home: into the library of the body, as a document that it reads. */
async function bringMinutes(words = 'biên bản xác minh thực tế'): Promise<string> {
  const upload = await sendFile(server, world.people.giang, SHEET, textFile(words), { name: 'biên bản xác minh.txt' });
  const work = workOf(server);
  try {
    await finishAll(work);
  } finally {
    await work.close();
  }
  return (await as('giang', 'GET', `/api/uploads/${upload}`)).body.document as string;
}

describe('[F40] a check on site', () => {
  it('is an entry with its day, who was there and the minutes; it leaves points and verdicts as they are, and the body is told with its notice', async () => {
    await expect(bringMinutes()).rejects.toThrow('stepClosed');
    server.clock.set('2023-02-10T03:00:00Z');
    const minutes = await bringMinutes();
    const check = { date: '2023-02-09', team: TEAM, found: FOUND, citations: [`${minutes}/1`] };
    const before = (await as('giang', 'GET', `${ROUND}/appraisal/bodies/tinh-minh-hoa-01`)).body;

    // All faults at once: no minutes or unknown ones, a day that has not come.
    expect((await record('giang', { ...check, citations: [] }, { base: 1 })).body.faults).toMatchObject([{ path: '/check/citations' }]);
    const faulty = await record('giang', { ...check, date: '2023-02-11', citations: [`${randomUUID()}/1`, 'không phải tài liệu'] }, { base: 1 });
    expect(faulty.body.faults.map(({ path }: { path: string }) => path).toSorted()).toEqual(['/check/citations/0', '/check/citations/1', '/check/date']);
    for (const person of ['an', 'dung', 'hanh'] as const) expect((await record(person, check, { base: 1 })).status).toBe(403);

    expect((await record('giang', check, { base: 1 })).body).toMatchObject({ seq: 2, replayed: false });
    // What another recorded meanwhile is seen first.
    expect((await record('giang', check, { base: 1 })).body.code).toBe('conflict');
    expect(await siteChecks('giang')).toMatchObject([
      { item: { code: item }, date: '2023-02-09', team: TEAM, text: FOUND, citations: [`${minutes}/1`], by: { name: 'Hoàng Thị Giang' } },
    ]);
    const after = (await as('giang', 'GET', `${ROUND}/appraisal/bodies/tinh-minh-hoa-01`)).body;
    expect(after.rows).toEqual(before.rows);

    // The body does not read it before it is told, in no answer; nor takes the minutes out of its library.
    expect(await siteChecks('an')).toEqual([]);
    for (const url of [`${SHEET}/entries`, SHEET, `${SHEET}/explanation`]) expect(JSON.stringify((await as('an', 'GET', url)).body)).not.toContain(FOUND);
    server.clock.set('2023-03-06T00:00:00Z');
    expect(await siteChecks('an')).toMatchObject([{ text: FOUND }]);
    const told = (await as('an', 'GET', `${SHEET}/entries`)).body.items.find(({ act }: { act: string }) => act === 'siteCheck');
    expect(told).toMatchObject({ target: { kind: 'item', id: item } });
  });

  it('can be changed and taken back while the appraisal lasts; its minutes stay in the library as long as it cites them', async () => {
    server.clock.set('2023-02-10T03:00:00Z');
    const minutes = await bringMinutes();
    const check = { date: '2023-02-09', team: TEAM, found: FOUND, citations: [`${minutes}/1`] };
    await record('giang', check, { base: 1 });
    expect((await record('giang', { ...check, found: 'Thiếu một công chức (minh họa)' }, { base: 2 })).status).toBe(201);
    expect(await siteChecks('giang')).toMatchObject([{ text: 'Thiếu một công chức (minh họa)' }]);
    expect((await record('giang', null, { base: 3 })).status).toBe(201);
    expect(await siteChecks('giang')).toEqual([]);
    server.clock.set('2023-03-02T00:00:00Z');
    expect((await record('giang', check, { base: 4 })).body.code).toBe('stepClosed');
  });

  it('the body neither removes, withdraws nor renews what an appraiser brought; closed for personal data, whoever appraises the item reads it on', async () => {
    server.clock.set('2023-02-10T03:00:00Z');
    const minutes = await bringMinutes();
    const at = `${SHEET}/documents/${minutes}`;
    const { body: document } = await as('an', 'GET', at);
    expect(document).toMatchObject({ byAppraiser: true, changeable: false });
    // The body declares again, by an extension: withdrawing is open then.
    await server.owner.query(
      `INSERT INTO extension (id, round_id, body_id, step, until, document_number, document_date, reason, granted_by, granted_at)
       VALUES ($1, $2, 'tinh-minh-hoa-01', 'selfAssessment', '2023-03-01', '01/MH', '2023-02-01', 'Minh họa', $3, now())`,
      [randomUUID(), world.round, world.people.dung.account],
    );
    const facts = { number: '9/BB', date: '2023-02-09', issuer: null, subject: 'Khác', validFrom: null, validTo: null };
    const refused = [
      await as('an', 'POST', `${at}/withdrawal`, { version: document.version }),
      await as('an', 'PATCH', `${at}/description`, { version: document.version, number: 1, facts }),
      await as('an', 'POST', `${at}/removals`, { id: randomUUID(), reason: 'Đưa nhầm (minh họa)' }),
      await as('an', 'POST', `${SHEET}/uploads`, { id: randomUUID(), document: minutes, name: 'khác.txt', bytes: 9, notSecret: true }),
    ];
    expect(refused.map(({ status, body }) => `${status} ${body.code}`)).toEqual(Array(4).fill('403 refused'));
    // Past the handlers: the database keeps it too.
    const { an } = world.people;
    const withdrawn = { withdrawn_by: an.account, withdrawn_at: server.clock.now() };
    await expect(
      inTransactionAs(server.context, an.account, server.clock.now(), (db) => db.updateTable('document').set(withdrawn).where('id', '=', minutes).execute()),
    ).rejects.toThrow('row-level security');

    const check = { date: '2023-02-09', team: TEAM, found: FOUND, citations: [`${minutes}/1`] };
    expect((await as('an', 'PATCH', `${at}/access`, { version: document.version, personalData: true, reason: 'Có tên công chức (minh họa)' })).status).toBe(
      200,
    );
    const state = async () => (await as('giang', 'GET', at)).body.versions[0].file.state;
    expect(await state()).toBe('withheld');
    expect((await record('giang', check, { base: 1 })).status).toBe(201);
    expect(await state()).toBe('unscanned');
    // An owner of the round may ask, as somebody else decides.
    expect((await as('dung', 'POST', `${at}/removals`, { id: randomUUID(), reason: 'Có dữ liệu của người khác (minh họa)' })).status).toBe(201);
  });

  it('an appraiser takes back what they brought by mistake, and nothing that is cited, that a notice followed or that others brought', async () => {
    server.clock.set('2023-02-10T04:00:00Z');
    const takeBack = async (document: string, person: PersonName = 'giang') => {
      const { body } = await as(person, 'GET', `${SHEET}/documents/${document}`);
      const { status, body: answer } = await as(person, 'POST', `${SHEET}/documents/${document}/withdrawal`, { version: body.version });
      return { offered: body.mayTakeBack, status, code: answer.code };
    };
    const mistaken = await bringMinutes();
    expect(await takeBack(mistaken)).toMatchObject({ offered: true, status: 201 });
    expect((await as('giang', 'GET', `${SHEET}/documents`)).body.items.map(({ id }: { id: string }) => id)).not.toContain(mistaken);

    const cited = await bringMinutes();
    const { seq } = (await as('giang', 'GET', SHEET)).body;
    const check = { date: '2023-02-09', team: TEAM, found: FOUND, citations: [`${cited}/1`] };
    expect((await record('giang', check, { base: seq })).status).toBe(201);
    expect((await record('giang', null, { base: seq + 1 })).status).toBe(201);
    expect(await takeBack(cited)).toMatchObject({ offered: false, status: 403, code: 'refused' });
    const withdrawn = { withdrawn_by: world.people.giang.account, withdrawn_at: server.clock.now() };
    const pastHandlers = (document: string) =>
      inTransactionAs(server.context, world.people.giang.account, server.clock.now(), (db) =>
        db.updateTable('document').set(withdrawn).where('id', '=', document).execute(),
      );
    await expect(pastHandlers(cited)).rejects.toThrow('row-level security');

    const told = await bringMinutes('biên bản khác (minh họa)');
    await server.owner.query(
      `INSERT INTO appraisal_notice (id, round_id, body_id, stage, document_number, document_date, recorded_by, recorded_at)
       VALUES ($1, $2, 'tinh-minh-hoa-01', 'appraised', '2/MH', '2023-02-10', $3, $4)`,
      [randomUUID(), world.round, world.people.dung.account, server.clock.now()],
    );
    expect(await takeBack(told)).toMatchObject({ offered: false, status: 403, code: 'refused' });
    const [own] = (await as('giang', 'GET', `${SHEET}/documents`)).body.items.filter(({ byAppraiser }: { byAppraiser: boolean }) => !byAppraiser);
    if (own) await expect(pastHandlers(own.id)).rejects.toThrow('row-level security');
  });

  it('an appraiser brings files alone, while an appraisal is open, and never where it would be their own cause', async () => {
    server.clock.set('2023-02-10T03:00:00Z');
    const reference = { documents: [{ id: randomUUID(), number: '01/KH-MH', date: '2022-02-01' }] };
    expect((await as('giang', 'POST', `${SHEET}/documents`, reference)).status).toBe(403);
    expect((await as('giang', 'GET', `${SHEET}/documents`)).body.open).toMatchObject({ late: false });
    const interest = { id: randomUUID(), body: 'tinh-minh-hoa-01', kind: 'kin', reason: 'Người thân công tác tại cơ quan (minh họa)' };
    const declared = await as('giang', 'POST', `${ROUND}/interests`, interest);
    expect(declared.status).toBe(201);
    await expect(bringMinutes()).rejects.toThrow('ownCause');
    expect((await as('giang', 'GET', `${SHEET}/documents`)).body.open).toBeNull();
  });
});
