// node bench/report.ts: what is made of one sheet: its workbook, the official report as DOCX and PDF. Each time after a change, so that nothing kept is given out; beside the sheet itself as it is read on the screen, in the same run
import { makeBenchDatabase, ROUND } from './server/bench-database.ts';
import { startServer } from './server/served.ts';

const TIMES = 7;

const bench = await makeBenchDatabase(1, 1);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void bench.stop().then(() => process.exit(1)));
try {
  const served = await startServer({ app: bench.urls.app, signOn: bench.urls.signOn, keys: bench.urls.keys }, bench.store);
  const { token, body } = bench.officers[0] as (typeof bench.officers)[number];
  const sheet = `${served.address}/api/rounds/${ROUND}/sheets/${body}`;
  const asked = async (path: string, init: RequestInit = {}) => {
    const started = performance.now();
    const response = await fetch(sheet + path, { ...init, headers: { cookie: `parindex_session=${token}`, ...init.headers } });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!response.ok) throw new Error(`${path}: ${response.status} ${bytes.toString('utf8', 0, 500)}`);
    return { taken: performance.now() - started, bytes: bytes.length };
  };
  let version = 0;
  const change = async () => {
    const text = { base: version, difficulties: `Lần ${version + 1} (minh họa)`, proposals: '' };
    await asked('/report-text', { method: 'PUT', body: JSON.stringify(text), headers: { 'content-type': 'application/json' } });
    version += 1;
  };
  const measure = async (path: string) => {
    await change();
    const first = await asked(path);
    const taken: number[] = [];
    for (let one = 0; one < TIMES; one++) {
      await change();
      taken.push((await asked(path)).taken);
    }
    return { first: first.taken, middle: taken.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)] as number, longest: Math.max(...taken), bytes: first.bytes };
  };
  const base = await measure('');
  for (const [what, path] of [
    ['the sheet as JSON', ''],
    ['its workbook (XLSX)', '/workbook'],
    ['the report (DOCX)', '/report?format=docx'],
    ['the report (PDF)', '/report?format=pdf'],
  ] as const) {
    const { first, middle, longest, bytes } = path === '' ? base : await measure(path);
    const ratio = (middle / base.middle).toFixed(1);
    console.log(
      `${what}: first ${first.toFixed(0)} ms, then ${middle.toFixed(0)} ms in the middle of ${TIMES}, at most ${longest.toFixed(0)} ms; ${ratio} × the sheet; ${Math.round(bytes / 1024)} kB`,
    );
  }
  await served.stop();
} finally {
  await bench.stop();
}
