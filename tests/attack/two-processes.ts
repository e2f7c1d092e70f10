import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROUND } from '../../bench/server/bench-database.ts';
import { type Served, startServer } from '../../bench/server/served.ts';
import { begin } from './files.ts';
import { SMUGGLING, sayRaw, statusesOf } from './raw-http.ts';
import { sessionLike } from './sessions.ts';
import { counted, fiveHundreds, type Target, times } from './target.ts';

const NGINX = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'].find((place) => existsSync(place));

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

/** nginx as docs/operating describes it, before two processes in turn. */
async function startNginx(processes: readonly Served[]): Promise<{ readonly address: string; stop(): void }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parindex-nginx-'));
  const port = await freePort();
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 4096; }
http { access_log off; ${own} client_max_body_size 64m;
  upstream parindex { ${processes.map(({ address }) => `server ${new URL(address).host};`).join(' ')} keepalive 32; }
  server { listen 127.0.0.1:${port}; location / {
    proxy_pass http://parindex; proxy_http_version 1.1; proxy_set_header Host $host:$server_port; proxy_set_header Connection "";
    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for; proxy_buffering off; proxy_request_buffering off; } } }\n`,
  );
  const child: ChildProcess = spawn(NGINX as string, ['-p', folder, '-c', path.join(folder, 'nginx.conf'), '-e', path.join(folder, 'error.log')], {
    stdio: 'ignore',
  });
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 50; tries += 1) {
    if (
      await fetch(`${address}/api/health`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
    await pause(100);
  }
  return {
    address,
    stop() {
      child.kill('SIGTERM');
      child.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    },
  };
}

/** A guess from an address of this machine, through the proxy or past it. */
const guessFrom = (from: string, at: string, email: string) =>
  new Promise<string>((resolve) => {
    const spoofed = `203.0.113.${randomInt(1, 254)}`;
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': spoofed, 'x-real-ip': spoofed };
    const sent = request(`${at}/api/session`, { method: 'POST', agent: false, localAddress: from, headers }, (answer) => {
      answer.resume().on('end', () => resolve(String(answer.statusCode)));
    });
    sent.on('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    sent.end(JSON.stringify({ email, password: randomBytes(9).toString('hex') }));
  });

/** What would lie in the memory of one process alone: limits, sessions, leases, boards. */
export async function twoProcesses(target: Target): Promise<void> {
  if (NGINX === undefined) {
    target.leftOut.push('two processes behind nginx: there is no nginx on this machine');
    return;
  }
  const { urls, store } = target.database;
  const processes = await Promise.all([0, 1].map(() => startServer(urls, store, { PARINDEX_PROXIES: '127.0.0.1' })));
  const proxy = await startNginx(processes);
  try {
    const [first, second] = processes as [Served, Served];
    await limitsPerAddress(target, proxy.address, first);
    await endedSessions(target, first, second);
    await onceWritten(target, first, second);
    await boards(target, first, second);
    const heard = await Promise.all(Object.entries(SMUGGLING).map(async ([name, bytes]) => [name, await sayRaw(proxy.address, bytes)] as const));
    const through = heard.filter(([, { text }]) => statusesOf(text).length > 1 && statusesOf(text).includes('200'));
    // What lies behind a body of no length is a request of its own, for nginx and for us alike.
    target.judge('requests within requests, through nginx', counted(heard.flatMap(([, { text }]) => statusesOf(text))), [
      through.some(([name]) => name !== 'a bare line feed') && `answered twice: ${through.map(([name]) => name).join(', ')}`,
    ]);
  } finally {
    proxy.stop();
    await Promise.all(processes.map((one) => one.stop()));
  }
}

async function limitsPerAddress(target: Target, proxy: string, direct: Served): Promise<void> {
  const email = () => `${randomBytes(5).toString('hex')}@minh-hoa.example`;
  const many: string[] = [];
  for (let row = 0; row < 10; row += 1) many.push(...(await Promise.all(times(20, () => guessFrom('127.0.0.2', proxy, email())))));
  const other = await Promise.all(times(6, () => guessFrom('127.0.0.3', proxy, email())));
  target.judge(
    '200 guesses of one address over two processes, under forwarded addresses of its own making',
    `${counted(many)}; of another address ${counted(other)}`,
    [
      fiveHundreds([...many, ...other]),
      many.filter((status) => status === '401').length > 120 && 'each process counts for itself, or the forwarded address is taken',
      many.slice(-20).some((status) => status !== '429') && 'the address is not held back in the end',
      other.some((status) => status !== '401') && 'another address is held back too',
    ],
  );
  const past: string[] = [];
  for (let row = 0; row < 8; row += 1) past.push(...(await Promise.all(times(20, () => guessFrom('127.0.0.4', direct.address, email())))));
  target.judge('160 guesses past the proxy, under forwarded addresses', counted(past), [
    past.slice(-20).some((status) => status !== '429') && 'the word of a stranger on its address is taken',
  ]);
}

async function endedSessions(target: Target, first: Served, second: Served): Promise<void> {
  const { own } = target.people;
  const answers: string[] = [];
  for (let times = 0; times < 5; times += 1) {
    const by = await sessionLike(target, own.token);
    const save = () => ({ path: `${target.sheetOf(own)}/entries`, body: JSON.stringify({ entries: [] }), by, at: second.address });
    await target.send(save());
    await target.send({ method: 'GET', path: '/api/session', by, at: second.address });
    await target.send({ method: 'DELETE', path: '/api/session', by, at: first.address });
    answers.push(await target.send({ method: 'GET', path: '/api/session', by, at: second.address }), await target.send(save()));
  }
  target.judge('a session ended at one process, used at the other', counted(answers), [answers.some((status) => status !== '401') && 'it goes on there']);
}

async function onceWritten(target: Target, first: Served, second: Served): Promise<void> {
  const { own, victim } = target.people;
  const both = <T>(make: (at: string) => Promise<T>) => Promise.all([first, second, first, second].map(({ address }) => make(address)));
  const upload = await begin(target, own, 'hai.txt', 200_000, first.address);
  const headers = { 'content-type': 'application/offset+octet-stream', 'tus-resumable': '1.0.0', 'upload-offset': '0' };
  const pieces = await both((at) => target.send({ method: 'PATCH', path: `/api/uploads/${upload}`, body: Buffer.alloc(200_000, 'a'), by: own, headers, at }));
  target.judge('one piece of an upload four times at once, at both processes', counted(pieces), [
    fiveHundreds(pieces),
    pieces.filter((status) => status === '204').length !== 1 && 'not exactly one was written',
  ]);
  const id = randomUUID();
  const sheet = await target.ask({ method: 'GET', path: target.sheetOf(victim), by: victim });
  const base = Number(/"seq":(\d+)/.exec(sheet.body)?.[1]);
  const entry = { id, item: target.item, base, changes: { justification: 'Một lần (minh họa)' } };
  const saves = await both((at) => target.send({ path: `${target.sheetOf(victim)}/entries`, body: JSON.stringify({ entries: [entry] }), by: victim, at }));
  const { rows } = await target.database.owner.query<{ n: number }>('SELECT count(*)::int AS n FROM entry WHERE id = $1', [id]);
  target.judge('one save four times at once, at both processes', `${counted(saves)}, ${rows[0]?.n} rows`, [
    fiveHundreds(saves),
    rows[0]?.n !== 1 && 'not written exactly once',
  ]);
}

async function boards(target: Target, first: Served, second: Served): Promise<void> {
  const { own } = target.people;
  const by = await sessionLike(target, own.token);
  let text = '';
  let over: (() => void) | undefined;
  const ended = new Promise<void>((resolve) => {
    over = resolve;
  });
  const stream = request(
    `${second.address}/api/rounds/${ROUND}/board/events`,
    { agent: false, headers: target.headersOf(by, { 'accept-encoding': 'identity' }) },
    (answer) => {
      answer.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
      });
      answer.on('error', () => {}).on('close', () => over?.());
    },
  );
  stream.on('error', () => over?.());
  stream.end();
  await pause(1_500);
  const before = text.length;
  const { body } = await target.ask({ method: 'GET', path: target.sheetOf(own), by, at: first.address });
  const seq = /"seq":(\d+)/.exec(body)?.[1] ?? '0';
  const entry = { id: randomUUID(), item: target.item, base: Number(seq), changes: { justification: 'Bảng tiến độ (minh họa)' } };
  const saved = await target.send({ path: `${target.sheetOf(own)}/entries`, body: JSON.stringify({ entries: [entry] }), by, at: first.address });
  const began = performance.now();
  while (!text.slice(before).includes('event: ') && performance.now() - began < 10_000) await pause(50);
  const heard = performance.now() - began;
  await target.send({ method: 'DELETE', path: '/api/session', by, at: first.address });
  const left = performance.now();
  await Promise.race([ended, pause(20_000)]);
  const stayed = performance.now() - left;
  stream.destroy();
  target.judge(
    'a board at one process, a save and the end of the session at the other',
    `saved ${saved}, heard after ${heard.toFixed(0)} ms, ended after ${stayed.toFixed(0)} ms`,
    [heard >= 10_000 && 'the board hears nothing of the other process', stayed >= 19_000 && 'the board goes on after its session'],
  );
}
