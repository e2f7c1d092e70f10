import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectFile } from '../../../file-inspection/inspect-file.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type PersonName, type World } from '../../../testing/world.ts';
import { confirming } from '../testing/confirming.ts';
import { addQuestionnaires, addSurveyStep, csvOf } from '../testing/survey-of-round.ts';

const SURVEY = '/api/rounds/minh-hoa-2022/survey';
const BODIES = ['tinh-minh-hoa-01', 'tinh-minh-hoa-02'] as const;
const NOT_SEEN = 'Cơ quan của ông/bà không xem được câu trả lời.';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer('2023-01-10T02:00:00Z');
  world = await makeWorld(server);
  await addQuestionnaires(server, world);
  await addSurveyStep(server, world);
  await ask(server, world.people.dung, 'POST', SURVEY, {});
});
afterAll(() => server.close());

async function list(who: PersonName, body: string, ...lines: readonly string[]): Promise<void> {
  const answer = await server.app.inject({
    method: 'POST',
    url: `${SURVEY}/bodies/${body}/respondents`,
    headers: { cookie: `parindex_session=${world.people[who].token}`, 'content-type': 'text/csv' },
    payload: csvOf(...lines),
  });
  expect(answer.statusCode, answer.body).toBe(201);
}

const confirm = (who: PersonName, body: string) =>
  confirming(server, `${SURVEY}/bodies/${body}/confirmation`)(world.people[who], { number: '5/BC-UBND', date: '2023-01-10' });

async function makeLinks(who: PersonName, wanted: object, query = '') {
  const answer = await server.app.inject({
    method: 'POST',
    url: `${SURVEY}/links${query}`,
    headers: { cookie: `parindex_session=${world.people[who].token}`, 'content-type': 'application/json' },
    payload: JSON.stringify(wanted),
  });
  return { status: answer.statusCode, bytes: answer.rawPayload, body: answer.statusCode === 200 ? undefined : answer.json() };
}

/** The rows of a list of links, below its head. */
async function rowsOf(bytes: Buffer): Promise<string[][]> {
  const rows = (await readXlsx(bytes)).sheets[0]?.rows ?? [];
  return rows.slice(rows.findIndex(([first]) => first === 'STT') + 1).map((row) => row.map((cell) => String(cell ?? '')));
}

const secretOf = (link: string) => link.slice(link.lastIndexOf('/') + 1);

async function pagesOf(bytes: Buffer, name: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'parindex-letters-'));
  try {
    await writeFile(join(folder, name), bytes);
    const read = await inspectFile(join(folder, name), name);
    return 'image' in read ? [] : read.pages.map(({ text }) => text.replaceAll(/\s+/g, ' '));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe('[F57] the owner makes links to the forms', () => {
  let first: string[][];

  it('for confirmed lists alone; nobody else does', async () => {
    await list(
      'an',
      BODIES[0],
      '1;Nguyễn Minh Họa;Trưởng ban;Ban Minh họa;councillors;0912000001;',
      '2;Lê Minh Họa;+Phó Trưởng ban;Ban Minh họa;councillors;0912000002;',
    );
    await list('chi', BODIES[1], '1;Phạm Minh Họa;Trưởng ban;Ban Minh họa;councillors;0912000003;');
    expect((await makeLinks('an', {})).status).toBe(403);
    expect((await makeLinks('khanh', {})).status).toBe(403);
    expect((await makeLinks('dung', {})).body.code).toBe('notNow');
    expect((await confirm('binh', BODIES[0])).status).toBe(204);
    expect((await makeLinks('dung', { body: BODIES[1] })).body).toMatchObject({ code: 'notNow' });
    expect((await makeLinks('dung', { body: 'tinh-minh-hoa-99' })).body.faults[0]).toMatchObject({ code: 'unknownId', path: '/body' });
    expect((await makeLinks('dung', { group: 'khong-co' })).body.faults[0]).toMatchObject({ path: '/group' });
  });

  it('told once with a message to each; only hashes are kept', async () => {
    const made = await makeLinks('dung', {});
    expect(made.status).toBe(200);
    first = await rowsOf(made.bytes);
    expect(first.map(([, body, , name]) => `${name}, ${body}`).toSorted()).toEqual(['Lê Minh Họa, Tỉnh Minh họa 01', 'Nguyễn Minh Họa, Tỉnh Minh họa 01']);
    // A text that a spreadsheet would take for a formula is set apart; a number to be called is not.
    const le = first.find(([, , , name]) => name === 'Lê Minh Họa');
    expect([le?.[4], le?.[6]]).toEqual(["'+Phó Trưởng ban", '+84912000002']);
    for (const row of first) {
      const [link = '', message = ''] = row.slice(9);
      expect(link).toMatch(/^https?:\/\/[^/]+\/phieu\/[A-Za-z0-9_-]{43}$/);
      for (const part of [link, NOT_SEEN, 'hết ngày 15/02/2023', 'Bộ Minh họa']) expect(message).toContain(part);
    }
    const secrets = first.map((row) => secretOf(row[9] as string));
    expect(new Set(secrets).size).toBe(2);
    const { rows } = await server.owner.query<{ token_hash: Buffer }>('SELECT token_hash FROM respondents.link WHERE ended_at IS NULL');
    const hashes = secrets.map((secret) => createHash('sha256').update(secret).digest('hex'));
    expect(rows.map((row) => row.token_hash.toString('hex')).toSorted()).toEqual(hashes.toSorted());
    const trail = await server.owner.query<{ content: object }>(`SELECT content FROM audit WHERE act = 'survey.makeLinks'`);
    expect(trail.rows).toEqual([{ content: { count: 2, form: 'xlsx' } }]);
    // Everybody on a confirmed list has one.
    expect((await makeLinks('dung', {})).body.code).toBe('notNow');
  });

  it('as letters, a page each, that say who asks, until when, and that the body sees no answer', async () => {
    expect((await confirm('chi', BODIES[1])).status).toBe(204);
    const pdf = await makeLinks('dung', { body: BODIES[1] }, '?as=letters&format=pdf');
    const [page = '', ...more] = await pagesOf(pdf.bytes, 'thu-moi.pdf');
    expect(more).toEqual([]);
    for (const part of ['BỘ MINH HỌA', 'GIẤY MỜI', 'Ông/Bà Phạm Minh Họa', 'hết ngày 15/02/2023', '/phieu/', NOT_SEEN]) expect(page).toContain(part);
    const both = await pagesOf((await makeLinks('dung', {}, '?as=letters&format=pdf&only=unanswered')).bytes, 'thu-moi.pdf');
    expect(both.map((text) => text.match(/Ông\/Bà (\S+) Minh Họa/)?.[1]).toSorted()).toEqual(['Lê', 'Nguyễn', 'Phạm']);
    for (const text of both) expect([text.includes(NOT_SEEN), text.includes('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')]).toEqual([true, true]);
    const docx = await makeLinks('dung', { group: 'councillors' }, '?as=letters&only=unanswered');
    expect((await pagesOf(docx.bytes, 'thu-moi.docx')).join(' ').split(NOT_SEEN).length).toBe(4);
  });

  it('[F67] another one for those alone who have not answered, whose first one stays good; for who are named, the ones before end', async () => {
    const { rows } = await server.owner.query<{ id: string; name: string }>('SELECT id, name FROM respondents.respondent ORDER BY name');
    const [le, nguyen] = rows as unknown as [{ id: string }, { id: string }];
    await server.owner.query('INSERT INTO respondents.participation (respondent_id, round_id) VALUES ($1, $2)', [le.id, world.round]);
    const reminded = await rowsOf((await makeLinks('dung', {}, '?only=unanswered')).bytes);
    expect(reminded.map(([, , , name]) => name).toSorted()).toEqual(['Nguyễn Minh Họa', 'Phạm Minh Họa']);
    const stateOf = async (link: string) => {
      const token = Buffer.from(secretOf(link));
      return (await server.owner.query('SELECT state FROM app.link_state($1, $2)', [token, server.clock.now()])).rows[0]?.state;
    };
    const firstOf = (name: string) => first.find(([, , , of]) => of === name)?.[9] as string;
    expect(await stateOf(firstOf('Nguyễn Minh Họa'))).toBe('notYet');
    const named = await rowsOf((await makeLinks('dung', { respondents: [le.id, nguyen.id, randomUUID()] })).bytes);
    expect(named.map(([, , , name]) => name)).toEqual(['Nguyễn Minh Họa']);
    for (const link of [firstOf('Nguyễn Minh Họa'), reminded.find(([, , , name]) => name === 'Nguyễn Minh Họa')?.[9] as string])
      expect(await stateOf(link)).toBe('ended');
    expect(await stateOf(named[0]?.[9] as string)).toBe('notYet');
    server.clock.set('2023-01-20T02:00:00Z');
    expect(await stateOf(named[0]?.[9] as string)).toBe('open');
    expect((await ask(server, world.people.dung, 'GET', SURVEY)).body.bodies[0].groups).toEqual([{ group: 'councillors', listed: 2, invited: 2, answered: 1 }]);
    server.clock.set('2023-02-16T02:00:00Z');
    expect((await makeLinks('dung', {}, '?only=unanswered')).body.code).toBe('notNow');
  });
});
