import { randomUUID } from 'node:crypto';
import { type ClientRequest, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { ROUND } from '../../bench/server/bench-database.ts';
import { MIB, type Target, times } from './target.ts';

/** Bodies that are too large, too many, or never come. */
export async function floods(target: Target): Promise<void> {
  const { own } = target.people;
  const entries = `${target.sheetOf(own)}/entries`;
  const ones = `[${'1,'.repeat(4 * MIB - 2)}1]`;
  const flood = (by?: typeof own) => Promise.all(times(200, () => target.send({ path: entries, body: ones, by })));
  await target.whileSomebodyWorks('200 bodies of 8 MB full of numbers at once, not signed in', () => flood());
  await target.whileSomebodyWorks('200 bodies of 8 MB full of numbers at once, signed in', () => flood(own));
  const entry = () => `{"id":"${randomUUID()}","item":"${target.item}","base":0,"changes":{${times(24, (key) => `"k${key}":{}`).join(',')}}}`;
  const crowded = `{"entries":[${times(500, entry).join(',')}]}`;
  await target.whileSomebodyWorks('100 saves of 500 entries that are all faults, signed in', () =>
    Promise.all(times(100, () => target.send({ path: entries, body: crowded, by: own }))),
  );
  await target.whileSomebodyWorks('400 bodies of 32 MB that are announced and never come, half of them signed in', async () => {
    const slow = times(400, (index) => beginSlowly(target, `${target.sheetOf(own)}/sending`, index % 2 === 0 ? own : undefined));
    await pause(12_000);
    for (const one of slow) one.destroy();
    return [];
  });
}

function beginSlowly(target: Target, path: string, by: { readonly token: string } | undefined): ClientRequest {
  const sent = request(target.served.address + path, {
    method: 'POST',
    agent: false,
    headers: target.headersOf(by, { 'content-type': 'application/pdf', 'content-length': String(32 * MIB) }),
  });
  sent.on('error', () => {});
  sent.write('%PDF-1.7');
  return sent;
}

/** What anybody may read, asked for at once by many who have not signed in. */
export async function publicAnswers(target: Target): Promise<void> {
  const ways = ['/api/openapi.json', '/api/docs', '/', '/dang-nhap', '/api/installation'];
  const many = () =>
    Promise.all(times(200, (index) => target.send({ method: 'GET', path: ways[index % ways.length] as string, headers: { 'accept-encoding': 'br' } })));
  await target.whileSomebodyWorks('200 requests at once for the largest public answers, packed as tightly as may be, three times', async () => [
    ...(await many()),
    ...(await many()),
    ...(await many()),
  ]);
}

/** Boards that are opened and never read: by one session over and over, and by nobody. */
export async function boardStreams(target: Target): Promise<void> {
  const { own } = target.people;
  const path = `/api/rounds/${ROUND}/board/events`;
  await target.whileSomebodyWorks('600 board streams at once, half of them of one session', async () => {
    const statuses: string[] = [];
    const open = times(600, (index) => {
      const sent = request(target.served.address + path, { agent: false, headers: target.headersOf(index % 2 === 0 ? own : undefined) }, (answer) => {
        statuses.push(String(answer.statusCode));
        answer.on('error', () => {}).pause();
      });
      sent.on('error', (error) => statuses.push('code' in error ? String(error.code) : error.message));
      sent.end();
      return sent;
    });
    await pause(6_000);
    for (const one of open) one.destroy();
    return statuses;
  });
}
