// npm run bench:server: how fast the server answers, the deadline rush, the sealer's cost. Words: --minutes 10, --only read, marks, one, two or sealer
import { parseArgs } from 'node:util';
import { makeBenchDatabase, ROUND } from './bench-database.ts';
import { timeMarks } from './marks.ts';
import { percentiles, rush } from './rush.ts';
import { startServer } from './served.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' }, only: { type: 'string' } } });
const minutes = Number(values.minutes);
const PROVINCES = 63;
const OFFICERS_EACH = 32;

const ms = (value: number) => `${value.toFixed(1)} ms`;
const bench = await makeBenchDatabase(PROVINCES, OFFICERS_EACH);
// Cut off, it takes its PostgreSQL along.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void bench.stop().then(() => process.exit(1)));
try {
  const wanted = (part: 'read' | 'marks' | 'one' | 'two' | 'sealer') => values.only === undefined || values.only === part;
  if (wanted('read')) {
    const served = await startServer({ app: bench.urls.app, signOn: bench.urls.signOn, keys: bench.urls.keys, jobs: bench.urls.jobs }, bench.store);
    const time = async (path: string, times: number, token: string) => {
      const taken: number[] = [];
      for (let one = 0; one < times; one++) {
        const started = performance.now();
        const response = await fetch(served.address + path, { headers: { cookie: `parindex_session=${token}`, 'accept-encoding': 'identity' } });
        const bytes = (await response.arrayBuffer()).byteLength;
        if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
        taken.push(performance.now() - started);
        if (one === 0) console.log(`${path}: ${Math.round(bytes / 1024)} kB`);
      }
      return percentiles(taken.slice(Math.ceil(times / 10)));
    };
    const alive = await time('/api/ready', 200, bench.reader);
    const officer = bench.officers[0] as (typeof bench.officers)[number];
    const sheet = await time(`/api/rounds/${ROUND}/sheets/${officer.body}`, 200, officer.token);
    const list = await time(`/api/rounds/${ROUND}/sheets`, 40, bench.reader);
    console.log(`one question to the database: p95 ${ms(alive.p95)}`);
    console.log(`sheet of 94 items: p50 ${ms(sheet.p50)}, p95 ${ms(sheet.p95)}, ${(sheet.p50 / alive.p50).toFixed(1)} × one question`);
    console.log(`list of ${PROVINCES} × 94: p50 ${ms(list.p50)}, p95 ${ms(list.p95)}, ${(list.p50 / sheet.p50).toFixed(1)} × one sheet`);
    await served.stop();
  }
  if (wanted('marks')) {
    const served = await startServer({ app: bench.urls.app, signOn: bench.urls.signOn, keys: bench.urls.keys, jobs: bench.urls.jobs }, bench.store);
    await timeMarks(bench, served, 500, 20);
    await served.stop();
  }
  const show = async (name: string, options: Parameters<typeof rush>[1]) => {
    const seen = await rush(bench, options);
    console.log(
      `${name}: ${seen.writes} saves (${seen.perSecond.toFixed(0)}/s), ${ms(seen.cpuEach)} of processor each, write p50 ${ms(seen.write.p50)} p95 ${ms(seen.write.p95)} p99 ${ms(seen.write.p99)} mean ${ms(seen.write.mean)}, read p95 ${ms(seen.read.p95)}; lost ${seen.lost}, doubled ${seen.doubled}; ${JSON.stringify(seen.answers)}; errors ${JSON.stringify(seen.errors)}`,
    );
    return seen;
  };
  if (wanted('one')) await show(`rush, one process, sealing, ${minutes} min, the last past the closing`, { minutes, servers: 1, sealing: true, closing: true });
  if (wanted('two'))
    await show(`rush, two processes, sealing, ${minutes} min, the last past the closing`, { minutes, servers: 2, sealing: true, closing: true });
  if (wanted('sealer')) {
    // By turns, so that neither the growing tables nor a busy neighbour count for one side only.
    const turns = [true, false, false, true, true, false, false, true];
    const costs: Record<'on' | 'off', number[]> = { on: [], off: [] };
    const means: Record<'on' | 'off', number[]> = { on: [], off: [] };
    const middles: Record<'on' | 'off', number[]> = { on: [], off: [] };
    const each = Math.min(minutes, 1.5);
    for (const sealing of turns) {
      const side = sealing ? 'on' : 'off';
      const { write, cpuEach } = await show(`sealer ${side}, ${each} min`, { minutes: each, servers: 1, sealing, closing: false });
      costs[side].push(cpuEach);
      means[side].push(write.mean);
      middles[side].push(write.p50);
    }
    // Waiting grows out of all measure where the processors are full; what a save costs them does not.
    const of = ({ on, off }: typeof means) => {
      const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
      return (sum(on) / sum(off)).toFixed(3);
    };
    console.log(`write with the sealer on / off, ${turns.length} turns: processor ${of(costs)}, p50 ${of(middles)}, mean ${of(means)}`);
  }
} finally {
  await bench.stop();
}
