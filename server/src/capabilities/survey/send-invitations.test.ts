import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { MailSetting } from '../../config.ts';
import { connectPool } from '../../db/connect.ts';
import { type MailServer, startBreakingServer, startMailServer, textOfMail } from '../../mail/testing/mail-server.ts';
import { anotherProcess, type TestServer } from '../../testing/test-server.ts';
import { ask, type PersonName } from '../../testing/world.ts';
import { countForms } from './count-forms.ts';
import { sendInvitations } from './send-invitations.ts';
import { makeSurveyedRound, type SurveyedRound } from './testing/surveyed-round.ts';

const SURVEY = '/api/rounds/minh-hoa-2022/survey';
const MAILS = `${SURVEY}/mails`;
const BODIES = ['tinh-minh-hoa-01', 'tinh-minh-hoa-02'] as const;

let surveyed: SurveyedRound;
let server: TestServer;
let other: TestServer;
let mails: MailServer;
/** Two processes, as far as the database can tell. */
let jobs: readonly [pg.Pool, pg.Pool];
beforeAll(async () => {
  surveyed = await makeSurveyedRound();
  server = surveyed.server;
  Object.assign(server.context, { hasMailServer: true });
  other = await anotherProcess(server);
  mails = await startMailServer();
  jobs = [connectPool(server.urls.jobs, 1), connectPool(server.urls.jobs, 1)];
  await server.owner.query(
    `INSERT INTO respondents.list_confirmation (round_id, body_id, document_number, document_date, groups, confirmed_by, confirmed_at)
     SELECT $1, unnest($2::text[]), '5/BC-UBND', '2023-01-10', '{}', $3, $4`,
    [surveyed.world.round, BODIES, surveyed.world.people.binh.account, server.clock.now()],
  );
});
afterAll(async () => {
  await Promise.all([...jobs.map((pool) => pool.end()), mails.stop(), other.close()]);
  await server.close();
});
beforeEach(async () => {
  // Nobody is listed, and nothing was sent.
  await server.owner.query(
    'TRUNCATE respondents.mailing, respondents.mailing_person, respondents.participation, respondents.link, respondents.respondent CASCADE',
  );
  mails.taken.length = 0;
  mails.unknown = undefined;
});

let numbered = 0;
/** Lists so many, with an address or without; their addresses. */
async function list(count: number, { body = BODIES[0] as string, group = 'councillors', mail = true } = {}): Promise<string[]> {
  const addresses: string[] = [];
  for (let index = 0; index < count; index += 1) {
    numbered += 1;
    addresses.push(`nguoi-${numbered}@minh-hoa.example`);
    await server.owner.query(
      `INSERT INTO respondents.respondent (id, round_id, body_id, group_id, name, mail, phone, listed_by, listed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[randomUUID(), surveyed.world.round, body, group, `Người trả lời minh họa ${numbered}`, mail ? addresses.at(-1) : null],
        ...[mail ? null : `+8491200${String(numbered).padStart(4, '0')}`, surveyed.world.people.dung.account, server.clock.now()],
      ],
    );
  }
  return addresses;
}

const settingOf = (port: number): MailSetting => ({
  ...{ host: '127.0.0.1', port, secure: false, auth: undefined },
  from: { name: 'Điều tra xã hội học', address: 'dieu-tra@minh-hoa.example' },
});
const send = (of: TestServer, pool: pg.Pool, port = mails.port) =>
  sendInvitations({ kind: 'real', clock: server.clock, pool, serving: of.context, mail: settingOf(port) });
/** Both processes send, side by side, until neither finds any more. */
const sendAll = () =>
  Promise.all(
    ([server, other] as const).map(async (of, place) => {
      while (await send(of, jobs[place] as pg.Pool));
    }),
  );
const call = (kind: 'invitation' | 'reminder' | 'again', more: object = {}, who: PersonName = 'dung') =>
  ask(server, surveyed.world.people[who], 'POST', MAILS, { id: randomUUID(), kind, ...more });
const standing = async () => (await ask(server, surveyed.world.people.dung, 'GET', MAILS)).body;
const ofFirst = async () => (await standing()).bodies[0];
const tos = () => mails.taken.map(({ to }) => to).toSorted();

const tokenOf = (mail: { readonly source: string }) => /\/phieu\/([\w-]{43})/.exec(textOfMail(mail))?.[1] ?? '';
const stateOf = async (token: string) =>
  (await server.owner.query('SELECT state FROM app.link_state($1, $2)', [Buffer.from(token), server.clock.now()])).rows[0]?.state;

/** All that the database holds, with the text of every column. */
async function everythingKept(): Promise<string> {
  const { rows: tables } = await server.owner.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'respondents', 'answers', 'app')`,
  );
  const kept: string[] = [];
  for (const { name } of tables) kept.push((await server.owner.query(`SELECT coalesce(string_agg(t::text, E'\\n'), '') AS text FROM ${name} t`)).rows[0].text);
  return kept.join('\n');
}

it('[F57] everybody listed with an address gets one mail that says who asks, about what and until when; their link lies nowhere', async () => {
  const addresses = [...(await list(3)), ...(await list(2, { body: BODIES[1] }))];
  await list(1, { mail: false });
  const asked = await call('invitation');
  expect(asked.status).toBe(201);
  expect(await ofFirst()).toMatchObject({ listed: 4, withoutAddress: 1, sent: 0, undeliverable: 0, unsure: 0 });
  expect(asked.body.mailings).toMatchObject([{ kind: 'invitation', state: 'going', percent: 0 }]);
  await sendAll();
  expect(tos()).toEqual(addresses.toSorted());
  const first = mails.taken.find(({ to }) => to === addresses[0]) as (typeof mails.taken)[number];
  expect(first.source).toMatch(/^Subject: =\?UTF-8\?/m);
  for (const part of [
    ...['Kính gửi Ông/Bà Người trả lời minh họa', 'Bộ Minh họa', 'Tỉnh Minh họa 01', 'hạn đến hết ngày 25/03/2023'],
    ...['Cơ quan của ông/bà không xem được câu trả lời.', 'dành riêng cho Ông/Bà', 'The agency that you work for cannot see your answers.', 'for you alone'],
  ])
    expect(textOfMail(first)).toContain(part);
  const tokens = mails.taken.map(tokenOf);
  expect(new Set(tokens).size).toBe(5);
  for (const token of tokens) expect(await stateOf(token)).toBe('open');
  const { rows } = await server.owner.query<{ hash: string }>(`SELECT encode(token_hash, 'hex') AS hash FROM respondents.link WHERE ended_at IS NULL`);
  expect(rows.map(({ hash }) => hash).toSorted()).toEqual(tokens.map((token) => createHash('sha256').update(token).digest('hex')).toSorted());
  const kept = await everythingKept();
  for (const token of tokens) for (const form of [token, Buffer.from(token).toString('hex')]) expect(kept.includes(form)).toBe(false);
  expect(server.logged.join('\n')).not.toContain('/phieu/');
  expect(await ofFirst()).toMatchObject({ sent: 3 });
  expect((await standing()).mailings).toMatchObject([{ state: 'done', percent: 100 }]);
  const trail = await server.owner.query<{ content: object }>(`SELECT content FROM audit WHERE act = 'survey.sendMails' `);
  expect(trail.rows).toMatchObject([{ content: { kind: 'invitation', count: 5 } }]);
});

it('[F57] the same call again is the same call; another invites nobody twice; nobody else sends', async () => {
  await list(2);
  const id = randomUUID();
  for (const status of [201, 200, 200]) expect((await call('invitation', { id })).status).toBe(status);
  expect((await call('reminder', { id })).body.code).toBe('idReused');
  for (const who of ['an', 'chi', 'khanh'] as const) expect([who, (await call('invitation', {}, who)).status]).toEqual([who, 403]);
  // Who waits for a mail of one call gets that of the next: one.
  expect((await call('invitation')).status).toBe(201);
  await sendAll();
  expect(mails.taken.length).toBe(2);
  expect((await call('invitation')).body.code).toBe('notNow');
  expect((await call('invitation', { body: 'tinh-minh-hoa-99', group: 'khong-co' })).body.faults.map(({ path }: { path: string }) => path)).toEqual([
    '/body',
    '/group',
  ]);
});

it('[F67] a reminder goes to those alone who have a link and have not answered, at the moment it goes; nothing tells to how many', async () => {
  const [one = '', two = '', three = ''] = await list(3);
  await list(1, { mail: false });
  await call('invitation');
  await sendAll();
  const answer = async (address: string) =>
    server.owner.query('INSERT INTO respondents.participation (respondent_id, round_id) SELECT id, round_id FROM respondents.respondent WHERE mail = $1', [
      address,
    ]);
  await answer(one);
  mails.taken.length = 0;
  const [late = ''] = await list(1);
  const asked = await call('reminder');
  // Who answers while it waits is not reminded any more.
  await answer(two);
  const before = await ofFirst();
  await sendAll();
  expect(tos()).toEqual([three]);
  expect(tos()).not.toContain(late);
  const [mail] = mails.taken;
  expect(textOfMail(mail as (typeof mails.taken)[number])).toContain('hệ thống chưa nhận được phiếu của Ông/Bà');
  expect(await ofFirst()).toEqual(before);
  expect(Object.keys(asked.body.mailings[0])).not.toContain('count');
  // Nor how far it is: it reads the same before, after, and where nobody is left.
  const reminders = (told: { mailings: { kind: string }[] }) => told.mailings.filter(({ kind }) => kind === 'reminder');
  expect([reminders(asked.body), reminders(await standing())]).toMatchObject(Array(2).fill([{ state: 'asked', percent: null }]));
  // That nobody is left to be reminded is not told either.
  await answer(three);
  const nobody = await call('reminder');
  expect([nobody.status, reminders(nobody.body)]).toMatchObject([201, Array(2).fill({ state: 'asked', percent: null })]);
  const { rows } = await server.owner.query(`SELECT content FROM audit WHERE act = 'survey.sendMails' AND content->>'kind' = 'reminder'`);
  for (const { content } of rows) expect(Object.keys(content).toSorted()).toEqual(['id', 'kind']);
});

it('[F57] whom the mail server does not know is told as not deliverable, and their link opens nothing', async () => {
  const [known = '', unknown = ''] = await list(2);
  await list(1, { mail: false });
  mails.unknown = unknown;
  await call('invitation');
  await sendAll();
  expect(tos()).toEqual([known]);
  expect(await ofFirst()).toMatchObject({ listed: 3, withoutAddress: 1, sent: 1, undeliverable: 1 });
  expect((await server.owner.query('SELECT FROM respondents.link WHERE ended_at IS NULL')).rowCount).toBe(1);
  const { body } = await ask(server, surveyed.world.people.dung, 'GET', `${MAILS}/unreached`);
  expect(body).toMatchObject({ count: 2 });
  expect(body.items.find(({ mail }: { mail: string | null }) => mail === null)).toMatchObject({ state: 'withoutAddress', told: null });
  const refused = body.items.find(({ mail }: { mail: string | null }) => mail === unknown);
  expect(refused).toMatchObject({ state: 'undeliverable', told: expect.stringContaining('No such user') });
  // Once the mail server knows them.
  mails.unknown = undefined;
  server.clock.pass(1_000);
  await call('invitation');
  await sendAll();
  expect(tos()).toEqual([known, unknown].toSorted());
  expect(await ofFirst()).toMatchObject({ sent: 2, undeliverable: 0 });
});

it('[F57] while the mail server is away nothing is lost: a link of a try that failed ends, another is made at the next', async () => {
  const addresses = await list(2);
  const away = await startMailServer();
  await away.stop();
  await call('invitation');
  expect(await send(server, jobs[0], away.port)).toBe(false);
  expect((await server.owner.query('SELECT FROM respondents.link WHERE ended_at IS NULL')).rowCount).toBe(0);
  // It rests for a while.
  expect(await send(server, jobs[0])).toBe(false);
  expect(mails.taken).toEqual([]);
  server.clock.pass(120_000);
  await sendAll();
  expect(tos()).toEqual(addresses.toSorted());
  for (const mail of mails.taken) expect(await stateOf(tokenOf(mail))).toBe('open');
  expect((await server.owner.query('SELECT failures FROM respondents.mailing')).rows).toEqual([{ failures: 0 }]);
});

/** Invites by a mail server whose line breaks once it has read the mail. */
async function inviteUnsurely(): Promise<void> {
  const breaking = await startBreakingServer();
  await call('invitation');
  await send(server, jobs[0], breaking.port);
  await breaking.stop();
}

it('[F57] a line that broke after a mail was read leaves it unsure: its link stays good, and it goes again by a word of the owner', async () => {
  const [address = ''] = await list(1);
  await inviteUnsurely();
  await sendAll();
  expect([await ofFirst(), mails.taken]).toMatchObject([{ sent: 0, unsure: 1 }, []]);
  expect((await server.owner.query('SELECT FROM respondents.link WHERE ended_at IS NULL')).rowCount).toBe(1);
  server.clock.pass(1_000);
  expect((await call('again')).status).toBe(201);
  await sendAll();
  expect(tos()).toEqual([address]);
  expect(await ofFirst()).toMatchObject({ sent: 1, unsure: 0 });
  expect((await call('again')).body.code).toBe('notNow');
});

it('[F57] [F67] a mail that may not have gone goes again whether its person has answered or not: who stays unsure would else be known', async () => {
  const [address = ''] = await list(1);
  await inviteUnsurely();
  const { rows } = await server.owner.query('SELECT id FROM respondents.respondent');
  await server.owner.query('INSERT INTO respondents.participation (respondent_id, round_id) VALUES ($1, $2)', [rows[0].id, surveyed.world.round]);
  server.clock.pass(1_000);
  const asked = await call('again');
  expect([asked.status, asked.body.mailings[0]]).toMatchObject([201, { kind: 'again', state: 'going', percent: 0 }]);
  await sendAll();
  expect([tos(), await ofFirst()]).toMatchObject([[address], { sent: 1, unsure: 0 }]);
});

it('[F57] a process killed in the middle: nobody twice, nobody left out, and of one mail alone nobody knows', async () => {
  const addresses = await list(12);
  const fifth = addresses.toSorted()[4] as string;
  await call('invitation');
  const come = mails.holdMailTo(fifth);
  const { jobs: jobsUrl, app, signOn } = server.urls;
  const script = fileURLToPath(new URL('testing/send-apart.ts', import.meta.url));
  const child = spawn(process.execPath, [script, jobsUrl, app, signOn, String(mails.port), server.clock.now().toISOString()], { stdio: 'inherit' });
  await come;
  child.kill('SIGKILL');
  await once(child, 'exit');
  mails.answerAll();
  const atKill = mails.taken.length;
  await sendAll();
  server.clock.pass(601_000);
  await sendAll();
  const { unsure, sent } = await ofFirst();
  const got = tos();
  // Nobody twice; whoever got none yet is told of as unsure, and those are at most as many as are on their way at a time.
  expect(new Set(got).size).toBe(got.length);
  expect(unsure).toBeGreaterThanOrEqual(1);
  expect(unsure).toBeLessThanOrEqual(4);
  expect(sent + unsure).toBe(12);
  expect(got).not.toContain(fifth);
  expect(atKill).toBeLessThan(12);
  const { body } = await ask(server, surveyed.world.people.dung, 'GET', `${MAILS}/unreached`);
  const told = body.items.map(({ mail }: { mail: string }) => mail);
  expect(told).toContain(fifth);
  expect(new Set([...got, ...told])).toEqual(new Set(addresses));
  await call('again');
  await sendAll();
  expect(new Set(tos())).toEqual(new Set(addresses));
  expect(await ofFirst()).toMatchObject({ sent: 12, unsure: 0 });
});

it('[F57] two processes at once, one call and another: of any number of people each gets one mail', async () => {
  for (const count of [1, 7, 30]) {
    await server.owner.query('TRUNCATE respondents.mailing, respondents.mailing_person, respondents.link, respondents.respondent CASCADE');
    mails.taken.length = 0;
    const addresses = await list(count);
    await call('invitation');
    await Promise.all([sendAll(), call('invitation'), sendAll()]);
    await sendAll();
    expect(tos()).toEqual(addresses.toSorted());
    const { rows } = await server.owner.query(
      'SELECT count(*)::int AS links, count(DISTINCT respondent_id)::int AS people FROM respondents.link WHERE ended_at IS NULL',
    );
    expect(rows).toEqual([{ links: count, people: count }]);
  }
});

it('[F57] mails of somebody who leads the survey no more do not go; nor after the end; the closing leaves none of them', async () => {
  const { dung } = surveyed.world.people;
  await list(2);
  await call('invitation');
  await server.owner.query(`UPDATE membership SET to_date = '2023-01-09' WHERE id = $1`, [dung.membership]);
  await sendAll();
  expect(mails.taken).toEqual([]);
  await server.owner.query('UPDATE membership SET to_date = NULL WHERE id = $1', [dung.membership]);
  await server.owner.query('UPDATE survey SET closing_asked_by = $1, closing_asked_at = $2', [dung.account, server.clock.now()]);
  await sendAll();
  expect(mails.taken).toEqual([]);
  expect((await call('reminder')).body.code).toBe('notNow');
  expect((await standing()).mailings).toMatchObject([{ state: 'stopped', percent: 0 }]);
  while (await countForms(jobs[0], () => server.clock.now()));
  expect((await server.owner.query('SELECT closed_at FROM survey')).rows[0].closed_at).not.toBeNull();
  expect((await server.owner.query('SELECT FROM respondents.mailing_person')).rowCount).toBe(0);
});
