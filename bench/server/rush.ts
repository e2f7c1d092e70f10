import { spawn } from 'node:child_process';
import { json } from 'node:stream/consumers';
import { itemsOfDomains } from '@parindex/core';
import { type BenchDatabase, ROUND } from './bench-database.ts';
import { cpuSeconds, parentOf } from './cpu-time.ts';
import type { RushOutcome, RushPlan } from './rush-load.ts';
import { type Served, startServer } from './served.ts';

const LOAD = new URL('./rush-load.ts', import.meta.url).pathname;

export interface RushOptions {
  readonly minutes: number;
  readonly servers: number;
  readonly sealing: boolean;
  /** Whether the step closes when nine tenths of the time are over. */
  readonly closing: boolean;
}

export interface RushMeasured {
  readonly writes: number;
  readonly perSecond: number;
  /** Milliseconds of processor that servers and database took for a save and its two reads. */
  readonly cpuEach: number;
  readonly write: Percentiles;
  readonly read: Percentiles;
  readonly answers: Record<string, number>;
  readonly errors: Record<string, number>;
  /** Accepted saves without an entry, and entries without or beyond an accepted save. */
  readonly lost: number;
  readonly doubled: number;
}

interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly mean: number;
}

export const percentiles = (values: readonly number[]): Percentiles => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), mean: sorted.reduce((total, one) => total + one, 0) / sorted.length };
};

/** Answers that items of the edition take, so that a save is a real one. */
export const itemsToSave = ({ scheme }: BenchDatabase): RushPlan['items'] =>
  itemsOfDomains(scheme.domains).flatMap(({ code, rule }): RushPlan['items'] => {
    if (rule.kind === 'yesNo') return [{ code, changes: [true, false].map((yes) => ({ 'answer.yes': yes })) }];
    if (rule.kind === 'levels') return [{ code, changes: rule.levels.filter(({ upTo }) => upTo === undefined).map(({ id }) => ({ 'answer.level': id })) }];
    return [{ code, changes: [1, 2, 3].map((number) => ({ justification: `Giải trình lần ${number} (minh họa)` })) }];
  });

/** The deadline rush: officers behind few addresses, each looking twice and saving once every twenty seconds. */
export async function rush(bench: BenchDatabase, { minutes, servers, sealing, closing }: RushOptions): Promise<RushMeasured> {
  await bench.owner.query(`UPDATE round_step SET closes = now() + $1::interval`, [closing ? `${minutes * 54} seconds` : '10 days']);
  const before = (await bench.owner.query('SELECT count(*)::int AS n FROM entry')).rows[0].n as number;
  const running: Served[] = [];
  for (let one = 0; one < servers; one++)
    running.push(
      await startServer({ app: bench.urls.app, signOn: bench.urls.signOn, keys: bench.urls.keys, jobs: sealing ? bench.urls.jobs : undefined }, bench.store),
    );
  const plan: RushPlan = {
    addresses: running.map(({ address }) => address),
    officers: bench.officers,
    round: ROUND,
    items: itemsToSave(bench),
    seconds: minutes * 60,
    every: 20,
    together: 0.05,
    offices: 60,
  };
  const backend = (await bench.owner.query('SELECT pg_backend_pid() AS pid')).rows[0].pid as number;
  const roots = [...running.map(({ pid }) => pid), parentOf(backend)];
  const spent = cpuSeconds(roots);
  const load = spawn(process.execPath, [LOAD], { stdio: ['pipe', 'pipe', 'inherit'] });
  load.stdin.end(JSON.stringify(plan));
  const seen = (await json(load.stdout)) as RushOutcome;
  const cpu = cpuSeconds(roots) - spent;
  for (const served of running) await served.stop();
  const { rows } = await bench.owner.query<{ id: string }>('SELECT id FROM entry');
  const stored = new Set(rows.map(({ id }) => id));
  return {
    writes: seen.writes.length,
    perSecond: seen.writes.length / (minutes * 60),
    cpuEach: (1_000 * cpu) / seen.writes.length,
    write: percentiles(seen.writes),
    read: percentiles(seen.reads),
    answers: seen.answers,
    errors: seen.errors,
    lost: seen.accepted.filter((id) => !stored.has(id)).length,
    doubled: rows.length - before - seen.accepted.length,
  };
}
