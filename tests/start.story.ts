import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadSchemes } from '../server/src/capabilities/results/schemes.ts';
import { FaultyData } from '../server/src/data-files.ts';
import { sharedChromium } from './chromium.ts';
import { ROOT } from './product.ts';
import { TOUR } from './sandbox-tour.ts';
import { SOAK, sized } from './soak.ts';

/** A data folder of its own: a start of the tests must not meet one that somebody works with. */
let data: string;
/** What runs in the first stories, until one of them kills it. */
let first: ReturnType<typeof start>;
let address: string;
const running: ChildProcess[] = [];
beforeAll(async () => {
  data = mkdtempSync(path.join(tmpdir(), 'parindex-start-data-'));
  chmodSync(data, 0o711);
  first = start('0');
  address = await first.listening;
  running.length = 0;
});

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.on('close', resolve));
}
afterEach(async () => {
  for (const child of running.splice(0)) await end(child);
});
afterAll(async () => {
  await end(first.child);
  rmSync(data, { recursive: true, force: true });
});

/** Starts the server as `npm start` does, and gathers what it says. */
function start(port: string, more: Record<string, string> = {}) {
  const child = spawn(process.execPath, [path.join(ROOT, 'server/src/main.ts')], { env: { ...process.env, PORT: port, PARINDEX_DATA: data, ...more } });
  running.push(child);
  const said = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => (said.out += chunk));
  child.stderr?.on('data', (chunk) => (said.err += chunk));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const listening = new Promise<string>((resolve) =>
    child.stdout?.on('data', () => /http:\/\/\S+\n/.test(said.out) && resolve(said.out.trim().split('\n').at(-1) ?? '')),
  );
  return { child, said, ended, listening };
}

const occupy = () =>
  new Promise<{ server: Server; port: number }>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => resolve({ server, port: (server.address() as { port: number }).port }));
  });

describe('the start', () => {
  it('shows its steps, and prints the address last', async () => {
    expect(first.said.out).toContain('Đọc các bộ tiêu chí');
    expect((await fetch(address)).status).toBe(200);
  });

  it('[F101] needs nothing but this machine: a database of its own, invented bodies, an API that answers', async () => {
    expect(first.said.out).toContain('dữ liệu minh họa');
    expect(await (await fetch(address)).text()).toContain('href="/dang-nhap"');
    expect(existsSync(path.join(data, 'cluster-18', 'PG_VERSION'))).toBe(true);
    const session = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'congchuc@minh-hoa.example', password: 'minh-hoa-parindex' }),
    });
    expect(session.status).toBe(201);
    const cookie = String(session.headers.get('set-cookie')).split(';')[0] as string;
    const sheet = await (await fetch(`${address}/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01`, { headers: { cookie } })).json();
    expect(sheet).toMatchObject({ body: { name: 'Tỉnh Minh họa 01' }, state: 'open' });
    const taken = await (await fetch(`${address}/api/me/export`, { headers: { cookie } })).json();
    expect(taken.notice.vi).toContain('Dữ liệu minh họa');
    expect(
      sheet.figures
        .filter(({ stages }: { stages: { claimed?: { fields: { source?: string } } } }) => stages.claimed)
        .every(({ stages }: { stages: { claimed: { fields: { source?: string } } } }) => stages.claimed.fields.source === 'Dữ liệu minh họa'),
    ).toBe(true);
    // A page elsewhere that points its own name at this machine gets nothing.
    const { port } = new URL(address);
    const foreign = await new Promise<number | undefined>((resolve) =>
      request({ port, host: '127.0.0.1', path: '/api/rounds', headers: { host: 'khac.example' } }, ({ statusCode }) => resolve(statusCode)).end(),
    );
    expect(foreign).toBe(421);
  });

  it('holds a past: what bodies have entered lies on many days, none of them ahead, and bodies see their ranking', async () => {
    const read = async (who: string, url: string) => {
      const session = await fetch(`${address}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: `${who}@minh-hoa.example`, password: 'minh-hoa-parindex' }),
      });
      const cookie = String(session.headers.get('set-cookie')).split(';')[0] as string;
      return (await fetch(address + url, { headers: { cookie } })).json();
    };
    const { pace, at } = await read('chutri', '/api/rounds/minh-hoa-2022/overview');
    const told = pace.days.map(({ day }: { day: string }) => day);
    expect(told.length).toBeGreaterThan(10);
    expect(told.every((day: string) => day < at)).toBe(true);
    const { rows } = await read('lanhdao', '/api/rounds/minh-hoa-2022/running-ranking?stage=claimed');
    expect(rows.length).toBe(63);
  });

  it('[F108] holds a province’s own rounds of departments and of communes, each with sheets that are empty, begun, whole and sent', async () => {
    const session = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'chutri.tinh@minh-hoa.example', password: 'minh-hoa-parindex' }),
    });
    const cookie = String(session.headers.get('set-cookie')).split(';')[0] as string;
    const read = async (url: string) => (await fetch(address + url, { headers: { cookie } })).json();
    for (const round of ['so-minh-hoa-2026', 'xa-minh-hoa-2026']) {
      const rows = async () =>
        (await read(`/api/rounds/${round}/board`)).rows as {
          readonly state: string;
          readonly asked: number;
          readonly answered: number;
          readonly mustMend: number;
        }[];
      const told = async () =>
        (await rows()).map(({ state, asked, answered }) => `${state} ${answered === 0 ? 'empty' : answered < asked ? 'begun' : 'whole'}`);
      // What was sent is sent once pages are served.
      await expect
        .poll(async () => [...new Set(await told())].toSorted(), { timeout: 120_000 })
        .toEqual(['open begun', 'open empty', 'open whole', 'sent whole']);
      expect((await rows()).every(({ mustMend }) => mustMend === 0)).toBe(true);
      const { documents } = (await read(`/api/rounds/${round}/documents`)) as { documents: { kind: string }[] };
      expect(documents.map(({ kind }) => kind).toSorted()).toEqual(['guidance', 'plan']);
    }
  });

  // What a walk does has a story of its own; these come upon what the sandbox's past has left waiting. A soak goes all.
  it.each(TOUR.filter(({ waits }) => waits || SOAK))('holds what its sign-in page invites to try: $called', { timeout: 480_000 }, async ({ walk }) => {
    await walk(await sharedChromium(), address);
  });

  it('says so and where when it runs already, after a kill of everything starts again with all that was there, and ends at Ctrl-C', async () => {
    const second = start('0');
    expect(await second.ended).toBe(1);
    expect(second.said.err).toContain(address.replace('localhost', '127.0.0.1'));
    process.kill(Number(readFileSync(path.join(data, 'cluster-18', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
    first.child.kill('SIGKILL');
    await first.ended;
    const third = start('0');
    const again = await third.listening;
    expect(third.said.out).not.toContain('Tạo dữ liệu minh họa');
    expect((await fetch(`${again}/api/ready`)).status).toBe(200);
    third.child.kill('SIGINT');
    expect(await third.ended).toBe(0);
    await expect(fetch(again)).rejects.toThrow();
  });

  it('leaves no database running when it is ended while it starts for the first time', async () => {
    for (const moment of ['postmaster.pid', 'parindex.conf'].slice(0, sized(1, 2))) {
      const folder = mkdtempSync(path.join(tmpdir(), 'parindex-start-ended-'));
      chmodSync(folder, 0o711);
      const { child, said, ended } = start('0', { PARINDEX_DATA: folder });
      await expect.poll(() => existsSync(path.join(folder, 'cluster-18', moment)), { timeout: 60_000, interval: 5 }).toBe(true);
      child.kill('SIGINT');
      expect(await ended).toBe(0);
      expect(existsSync(path.join(folder, 'cluster-18', 'postmaster.pid'))).toBe(false);
      expect(said.err).not.toMatch(/^ {4}at /m);
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('says in a sentence that its database is not there', async () => {
    const nowhere = 'postgresql://parindex_owner:x@127.0.0.1:1/parindex';
    const { said, ended } = start('0', { DATABASE_URL: nowhere, PARINDEX_STORE: data });
    expect(await ended).toBe(1);
    expect(said.err).toMatch(/^Không kết nối được với PostgreSQL.*ECONNREFUSED.*\n$/);
  });

  it('keeps the sandbox to this machine: another HOST is refused', async () => {
    const { said, ended } = start('0', { HOST: '0.0.0.0' });
    expect(await ended).toBe(1);
    expect(said.err).toContain('parindex init');
  });

  it('names a port in use, with its remedy', async () => {
    const { server, port } = await occupy();
    const { said, ended } = start(String(port));
    expect(await ended).toBe(1);
    expect(said.err).toContain(`Cổng ${port} đang được dùng`);
    expect(said.err).toContain(`PORT=${port + 1} npm start`);
    server.close();
  });

  it('[F16] [F20] stops at a scheme that does not add up, or whose cases do not come out, and says where', () => {
    const root = mkdtempSync(path.join(tmpdir(), 'parindex-start-'));
    try {
      mkdirSync(path.join(root, 'schemes'));
      const edition = path.join(root, 'schemes/ministry-2023');
      cpSync(path.join(ROOT, 'schemes/ministry-2023'), edition, { recursive: true });
      expect(loadSchemes(root)).toHaveLength(1);
      const [scheme, cases] = [path.join(edition, 'scheme.yaml'), path.join(edition, 'cases.yaml')];
      const sound = { scheme: readFileSync(scheme, 'utf8'), cases: readFileSync(cases, 'utf8') };
      writeFileSync(scheme, sound.scheme.replace('maximum: 68.5', 'maximum: 68.4'));
      expect(() => loadSchemes(root)).toThrow(FaultyData);
      expect(() => loadSchemes(root)).toThrow(/^schemes\/ministry-2023\/scheme\.yaml:\d+:\d+ {2}\/domains\/0\/maximum {2}Điểm tối đa/);
      writeFileSync(scheme, sound.scheme);
      writeFileSync(cases, sound.cases.replace(/points: "([\d.]+)"/, 'points: "1.23"'));
      expect(() => loadSchemes(root)).toThrow(/cases\.yaml:\d+:\d+ {2}\/\d+\/expect\/points/);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
