// npm run bench:board: the progress board of 63 bodies with 20 departments each; 500 boards open at 100 saves a second, also behind nginx. Words: --seconds 20, --boards 500
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { json } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { itemsOfDomains } from '@parindex/core';
import { hashOfToken } from '../../server/src/http/admission.ts';
import { type BenchDatabase, makeBenchDatabase, ROUND } from './bench-database.ts';
import type { BoardOutcome, BoardPlan } from './board-load.ts';
import { cpuSeconds, parentOf } from './cpu-time.ts';
import { startNginx } from './nginx.ts';
import { itemsToSave, percentiles } from './rush.ts';
import { type Served, startServer } from './served.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '20' }, boards: { type: 'string', default: '500' } } });
const seconds = Number(values.seconds);
const boards = Number(values.boards);
const PROVINCES = 63;
const DEPARTMENTS = 20;
const PER_SECOND = 100;
const LOAD = new URL('./board-load.ts', import.meta.url).pathname;
const ms = (value: number) => `${value.toFixed(1)} ms`;

const bench = await makeBenchDatabase(PROVINCES, 1);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void bench.stop().then(() => process.exit(1)));
try {
  const readers = await moreReaders(bench, boards);
  const served = await startServer({ app: bench.urls.app, signOn: bench.urls.signOn, keys: bench.urls.keys, jobs: bench.urls.jobs }, bench.store);
  await giveParts(bench);
  await timeBoard(served);
  await timeStreams(served, readers);
  await served.stop();
} finally {
  await bench.stop();
}

/** As many sessions of people who may see the whole board. */
async function moreReaders({ owner, reader }: BenchDatabase, count: number): Promise<string[]> {
  const tokens = Array.from({ length: count }, () => randomBytes(24).toString('base64url'));
  await owner.query(
    `INSERT INTO session (token_hash, account_id, created_at, seen_at, expires_at, complete_at)
     SELECT h, (SELECT account_id FROM session WHERE token_hash = $1), now(), now(), now() + interval '12 hours', now() FROM unnest($2::bytea[]) AS h`,
    [hashOfToken(reader), tokens.map(hashOfToken)],
  );
  return tokens;
}

/** All items of every sheet given to departments, half of them approved. */
async function giveParts({ owner, scheme }: BenchDatabase): Promise<void> {
  const items = itemsOfDomains(scheme.domains).map(({ code }) => code);
  await owner.query(`INSERT INTO body (id, kind) SELECT 'so-minh-hoa-' || n, 'department' FROM generate_series(1, $1) n`, [DEPARTMENTS]);
  await owner.query(
    `INSERT INTO assignment (id, round_id, body_id, target_kind, target, edition_id, to_body, due, assigned_by, assigned_at)
     SELECT gen_random_uuid(), p.round_id, p.body_id, 'item', i.code, r.edition_id, 'so-minh-hoa-' || (i.n % $3 + 1), now() + interval '9 days', (SELECT id FROM account LIMIT 1), now()
     FROM participant p JOIN round r ON r.id = p.round_id CROSS JOIN unnest($2::text[]) WITH ORDINALITY AS i (code, n) WHERE p.round_id = $1`,
    [ROUND, items, DEPARTMENTS],
  );
  await owner.query(
    `INSERT INTO part (round_id, body_id, target_kind, target, standing, seq, fields, seqs)
     SELECT round_id, body_id, 'item', code, CASE WHEN n % 2 = 0 THEN 'approved' ELSE 'entered' END, 1, '{}', '{}'
     FROM participant CROSS JOIN unnest($2::text[]) WITH ORDINALITY AS i (code, n) WHERE round_id = $1`,
    [ROUND, items],
  );
  await owner.query('ANALYZE assignment, part');
}

async function timeBoard({ address }: Served): Promise<void> {
  const ask = async () => {
    const started = performance.now();
    const response = await fetch(`${address}/api/rounds/${ROUND}/board`, {
      headers: { cookie: `parindex_session=${bench.reader}`, 'accept-encoding': 'identity' },
    });
    const bytes = (await response.arrayBuffer()).byteLength;
    if (response.status !== 200) throw new Error(`board: ${response.status}`);
    return { taken: performance.now() - started, bytes };
  };
  const first = await ask();
  const taken: number[] = [];
  for (let one = 0; one < 200; one++) taken.push((await ask()).taken);
  const warm = percentiles(taken);
  // The worst case: every sheet has changed since the last look.
  const changed: number[] = [];
  for (let one = 0; one < 20; one++) {
    await bench.owner.query(`UPDATE exclusion SET legal_basis = legal_basis WHERE round_id = $1`, [ROUND]);
    await bench.owner.query(
      `INSERT INTO exclusion (round_id, body_id, item, legal_basis) SELECT $1, body_id, '1.1', 'Minh họa' FROM participant WHERE round_id = $1
       ON CONFLICT (round_id, body_id, item) DO UPDATE SET legal_basis = excluded.legal_basis`,
      [ROUND],
    );
    changed.push((await ask()).taken);
  }
  await bench.owner.query('DELETE FROM exclusion WHERE round_id = $1', [ROUND]);
  const cold = percentiles(changed);
  console.log(
    `board of ${PROVINCES} × 94, ${Math.round(first.bytes / 1024)} kB: first ${ms(first.taken)}; nothing changed p50 ${ms(warm.p50)} p95 ${ms(warm.p95)}; every sheet changed p50 ${ms(cold.p50)} p95 ${ms(cold.p95)}`,
  );
}

async function run(served: Served, at: string, readers: readonly string[]) {
  const plan: BoardPlan = {
    boards: at,
    saves: served.address,
    round: ROUND,
    readers,
    writers: bench.officers,
    items: itemsToSave(bench),
    perSecond: PER_SECOND,
    seconds,
  };
  const backend = (await bench.owner.query('SELECT pg_backend_pid() AS pid')).rows[0].pid as number;
  const [server, all] = [[served.pid], [served.pid, parentOf(backend)]];
  const before = [cpuSeconds(server), cpuSeconds(all)] as const;
  const load = spawn(process.execPath, [LOAD], { stdio: ['pipe', 'pipe', 'inherit'] });
  load.stdin.end(JSON.stringify(plan));
  const seen = (await json(load.stdout)) as BoardOutcome;
  const each = (spent: number) => (1_000 * spent) / seen.saves;
  return { seen, server: each(cpuSeconds(server) - before[0]), all: each(cpuSeconds(all) - before[1]) };
}

async function timeStreams(served: Served, readers: readonly string[]): Promise<void> {
  const told = (name: string, { seen, server, all }: Awaited<ReturnType<typeof run>>) => {
    const reached = percentiles(seen.reached);
    const arrival =
      seen.reached.length === 0
        ? ''
        : `, the last board had it after p50 ${ms(reached.p50)} p95 ${ms(reached.p95)} p99 ${ms(reached.p99)} longest ${ms(Math.max(...seen.reached))}`;
    console.log(
      `${name}: ${seen.saves} saves (${(seen.saves / seconds).toFixed(0)}/s, ${seen.failed} refused)${arrival}; ${seen.messages} messages, ${(seen.bytes / 1024 ** 2 / (seconds + 3)).toFixed(1)} MB/s, missed ${seen.missed}, broken ${seen.broken}; processor a save: server ${ms(server)}, with the database ${ms(all)}`,
    );
  };
  await run(served, served.address, []);
  const costs: Record<'open' | 'none', { server: number; all: number }[]> = { open: [], none: [] };
  // By turns, so that neither growing tables nor a neighbour count for one side alone.
  for (const side of ['none', 'open', 'open', 'none'] as const) {
    const measured = await run(served, served.address, side === 'open' ? readers : []);
    costs[side].push(measured);
    told(side === 'open' ? `${readers.length} boards open` : 'none open', measured);
  }
  const sum = (side: 'open' | 'none', of: 'server' | 'all') => costs[side].reduce((total, one) => total + one[of], 0);
  console.log(
    `processor with ${readers.length} boards open over none: server ${(sum('open', 'server') / sum('none', 'server')).toFixed(2)}×, with the database ${(sum('open', 'all') / sum('none', 'all')).toFixed(2)}×`,
  );
  const nginx = await startNginx(served.address);
  if (!nginx) return console.log('behind nginx: not measured, there is none on this machine');
  told(`${readers.length} boards open behind nginx`, await run(served, nginx.address, readers));
  await nginx.stop();
}
