import { auditAnchor } from '@parindex/core/contracts/schemas/index';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sealAll } from '../../audit/testing/seal-all.ts';
import { connectPool } from '../../db/connect.ts';
import { sendNext } from '../../mail/send-mails.ts';
import { type MailServer, startMailServer } from '../../mail/testing/mail-server.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, makeWorld, type World } from '../../testing/world.ts';
import { makeFirstKeys } from '../operation/rotate-keys.ts';
import type { Finding } from './findings.ts';
import { mailAnchor } from './mail-anchor.ts';
import { verifyTrail } from './verify.ts';

let server: TestServer;
let world: World;
let mails: MailServer;
let jobs: pg.Pool;

const KEEPERS = ['luu-tru@minh-hoa.example', 'thanh-tra@minh-hoa.example'];

beforeAll(async () => {
  [server, mails] = await Promise.all([startTestServer(), startMailServer()]);
  world = await makeWorld(server);
  jobs = connectPool(server.urls.jobs, 2);
  await makeFirstKeys(server.urls.owner, server.context.keys, server.clock.now());
});
afterAll(async () => {
  await jobs.end();
  await Promise.all([server.close(), mails.stop()]);
});

const live = async () => {
  await ask(server, world.people.khanh, 'GET', '/api/audit');
  await sealAll(server, server.context.keys);
};
const mail = () => mailAnchor({ pool: jobs, clock: server.clock }, KEEPERS);
const setting = () => ({
  host: '127.0.0.1',
  port: mails.port,
  secure: false,
  auth: undefined,
  from: { name: 'ParIndex', address: 'parindex@minh-hoa.example' },
});

async function sendAll(): Promise<void> {
  while (await sendNext({ kind: 'real', origin: 'https://cham-diem.example', clock: server.clock, pool: jobs, mail: setting() }));
}

/** The text as whoever gets it reads it. */
const readText = (source: string): string => {
  const body = source.slice(source.indexOf('\r\n\r\n') + 4);
  if (/^Content-Transfer-Encoding: base64/im.test(source)) return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
};

it('[F95] the anchor goes daily to whoever keeps it, once for each, and a trail that was cut is found by the mail', async () => {
  expect(await mail()).toBe(false);
  await live();
  await live();
  expect([await mail(), await mail()]).toEqual([true, false]);
  // Until it has gone an administrator sees it in the queue, as any mail.
  const queue = await ask(server, world.people.lan, 'GET', '/api/operation/mails');
  const shown = (queue.body.items as { to: { email: string }; subject: string }[]).map(({ to, subject }) => `${to.email}: ${subject}`);
  expect(shown.toSorted()).toEqual(KEEPERS.map((email) => `${email}: [ParIndex] Dấu xác nhận nhật ký: khối 2`));
  await sendAll();
  expect(mails.taken.map(({ to }) => to).toSorted()).toEqual(KEEPERS);
  const line = readText(mails.taken[0]?.source as string)
    .split(/\r?\n/)
    .find((text) => text.startsWith('{')) as string;
  const anchor = auditAnchor.parse(JSON.parse(line));
  expect(anchor).toMatchObject({ number: 2, count: 2, key: server.context.keys.seals()[0]?.id });

  const check = async (tampering: string): Promise<string[]> => {
    const found: Finding[] = [];
    const intruder = new pg.Client({ connectionString: server.urls.super });
    await intruder.connect();
    await intruder.query('BEGIN; SET LOCAL session_replication_role = replica');
    await intruder.query(tampering);
    await verifyTrail(intruder, { anchor, keys: server.context.keys.seals() }, { found: (finding) => found.push(finding), purged: () => {} });
    await intruder.end();
    return found.map(({ code }) => code);
  };
  expect(await check('SELECT')).toEqual([]);
  expect(await check('WITH cut AS (DELETE FROM seal WHERE number > 1 RETURNING rows) DELETE FROM audit WHERE n IN (SELECT unnest(rows) FROM cut)')).toEqual([
    'tailCut',
  ]);

  server.clock.pass(24 * 3_600_000);
  expect(await mail()).toBe(true);
  await sendAll();
  expect(mails.taken).toHaveLength(4);
});
