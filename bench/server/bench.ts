// npm run bench:server: how fast the server answers, and the deadline rush. Words: --minutes 10, --only read|rush
import { parseArgs } from 'node:util';
import { makeOffice, ROUND } from './office.ts';
import { percentiles, rush } from './rush.ts';
import { startServer } from './served.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' }, only: { type: 'string' } } });
const minutes = Number(values.minutes);
const PROVINCES = 63;
const OFFICERS_EACH = 32;

const ms = (value: number) => `${value.toFixed(1)} ms`;
const office = await makeOffice(PROVINCES, OFFICERS_EACH);
// Cut off, it takes its PostgreSQL along.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void office.stop().then(() => process.exit(1)));
try {
  if (values.only !== 'rush') {
    const served = await startServer({ app: office.urls.app, jobs: office.urls.jobs });
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
    const alive = await time('/api/ready', 200, office.reader);
    const officer = office.officers[0] as (typeof office.officers)[number];
    const sheet = await time(`/api/rounds/${ROUND}/sheets/${officer.body}`, 200, officer.token);
    const list = await time(`/api/rounds/${ROUND}/sheets`, 40, office.reader);
    console.log(`one question to the database: p95 ${ms(alive.p95)}`);
    console.log(`sheet of 94 items: p50 ${ms(sheet.p50)}, p95 ${ms(sheet.p95)}, ${(sheet.p50 / alive.p50).toFixed(1)} × one question`);
    console.log(`list of ${PROVINCES} × 94: p50 ${ms(list.p50)}, p95 ${ms(list.p95)}, ${(list.p50 / sheet.p50).toFixed(1)} × one sheet`);
    await served.stop();
  }
  if (values.only !== 'read') {
    const show = async (name: string, options: Parameters<typeof rush>[1]) => {
      const seen = await rush(office, options);
      console.log(
        `${name}: ${seen.writes} saves (${seen.perSecond.toFixed(0)}/s), write p50 ${ms(seen.write.p50)} p95 ${ms(seen.write.p95)} p99 ${ms(seen.write.p99)}, read p95 ${ms(seen.read.p95)}; lost ${seen.lost}, doubled ${seen.doubled}; ${JSON.stringify(seen.answers)}; errors ${JSON.stringify(seen.errors)}`,
      );
      return seen;
    };
    await show(`rush, one process, sealing, ${minutes} min, the last past the closing`, { minutes, servers: 1, sealing: true, closing: true });
    await show(`rush, two processes, sealing, ${minutes} min, the last past the closing`, { minutes, servers: 2, sealing: true, closing: true });
    const short = Math.min(minutes, 2);
    const on = await show(`sealer on, ${short} min`, { minutes: short, servers: 1, sealing: true, closing: false });
    const off = await show(`sealer off, ${short} min`, { minutes: short, servers: 1, sealing: false, closing: false });
    console.log(`write p50 with the sealer on / off: ${(on.write.p50 / off.write.p50).toFixed(3)}`);
  }
} finally {
  await office.stop();
}
