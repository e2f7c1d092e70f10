import type { BenchDatabase } from './bench-database.ts';
import { ROUND } from './bench-database.ts';
import { cpuSeconds, parentOf } from './cpu-time.ts';
import { percentiles } from './rush.ts';
import type { Served } from './served.ts';

/** How often a browser asks for the mark of a sheet that stands open. */
const EVERY_SECONDS = 4;

const ms = (value: number) => `${value.toFixed(1)} ms`;

/** What it costs that so many sheets stand open and ask for their marks: beside the cheapest question of somebody signed in, and beside reading the sheet. */
export async function timeMarks({ owner, officers }: BenchDatabase, { address, pid }: Served, open: number, seconds: number): Promise<void> {
  const backend = (await owner.query('SELECT pg_backend_pid() AS pid')).rows[0].pid as number;
  const [server, all] = [[pid], [pid, parentOf(backend)]];
  const sheets = officers.slice(0, open);
  const paths = {
    session: () => '/api/session',
    mark: (body: string) => `/api/rounds/${ROUND}/sheets/${body}/mark`,
    sheet: (body: string) => `/api/rounds/${ROUND}/sheets/${body}`,
  };
  type Asked = keyof typeof paths;

  const asking = async (asked: Asked, count: number) => {
    const taken: number[] = [];
    const one = async (index: number) => {
      const { body, token } = sheets[index % sheets.length] as (typeof sheets)[number];
      const started = performance.now();
      const response = await fetch(address + paths[asked](body), { headers: { cookie: `parindex_session=${token}`, 'accept-encoding': 'identity' } });
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`${asked}: ${response.status}`);
      taken.push(performance.now() - started);
    };
    const before = [cpuSeconds(server), cpuSeconds(all)] as const;
    const began = performance.now();
    // Each at its moment, whatever became of the ones before.
    await Promise.all(
      Array.from({ length: count }, async (_, index) => {
        await new Promise((resolve) => setTimeout(resolve, (index * 1_000 * EVERY_SECONDS) / open));
        await one(index);
      }),
    );
    const each = (from: number, to: number) => (1_000 * (to - from)) / count;
    return {
      ...percentiles(taken),
      perSecond: (1_000 * count) / (performance.now() - began),
      server: each(before[0], cpuSeconds(server)),
      all: each(before[1], cpuSeconds(all)),
    };
  };
  const count = Math.round((open * seconds) / EVERY_SECONDS);
  await asking('mark', open);
  const costs: Record<Asked, number[]> = { session: [], mark: [], sheet: [] };
  // By turns, so that a busy neighbour does not count for one side alone.
  for (const asked of ['session', 'mark', 'sheet', 'sheet', 'mark', 'session'] as const) {
    const seen = await asking(asked, asked === 'sheet' ? Math.round(count / 5) : count);
    costs[asked].push(seen.all);
    console.log(
      `${open} open sheets ask for ${asked}: ${seen.perSecond.toFixed(0)}/s, p50 ${ms(seen.p50)} p95 ${ms(seen.p95)}; processor a request: server ${ms(seen.server)}, with the database ${ms(seen.all)}`,
    );
  }
  const sum = (asked: Asked) => costs[asked].reduce((total, one) => total + one, 0);
  console.log(
    `processor of a mark: ${(sum('mark') / sum('session')).toFixed(2)} × the cheapest question, ${(sum('mark') / sum('sheet')).toFixed(2)} × reading the sheet`,
  );
}
