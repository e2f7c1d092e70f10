// node bench/import-batches.ts: 94 figures of 63 provinces as one file, CSV and XLSX: read, held against every sheet and shown; then written. Beside it the list of all sheets, in the same run
import { randomUUID } from 'node:crypto';
import { writeLists } from '../server/src/documents/xlsx.ts';
import { makeBenchDatabase, ROUND } from './server/bench-database.ts';
import { startServer } from './server/served.ts';

const PROVINCES = 63;
const FIGURES = 94;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HEAD = ['body', 'figure', 'group', 'value', 'answers', 'source', 'date', 'vintage'];
const SOURCE = 'Cục Thống kê Minh họa';
const DAY = '31/12/2022';

const bench = await makeBenchDatabase(PROVINCES, 1);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void bench.stop().then(() => process.exit(1)));
try {
  const served = await startServer({ app: bench.urls.app, signOn: bench.urls.signOn, keys: bench.urls.keys }, bench.store);
  const base = `${served.address}/api/rounds/${ROUND}`;
  const asked = async (url: string, init: RequestInit = {}) => {
    const started = performance.now();
    const response = await fetch(url, { ...init, headers: { cookie: `parindex_session=${bench.reader}`, 'accept-encoding': 'identity', ...init.headers } });
    const text = await response.text();
    if (!response.ok) throw new Error(`${url}: ${response.status} ${text.slice(0, 500)}`);
    return { taken: performance.now() - started, bytes: text.length, answer: JSON.parse(text) };
  };
  const show = (what: string, milliseconds: number, more = '') => console.log(`${what}: ${milliseconds.toFixed(0)} ms${more}`);

  // As many of both kinds as make a national round: statistics go into the ledgers, means beside them.
  const figures = bench.scheme.figures.filter(({ type }) => type !== 'date' && type !== 'yesNo').slice(0, FIGURES);
  const means = bench.scheme.survey.questions
    .flatMap(({ id, options }) => (options ? bench.scheme.survey.groups.map((group) => [id, group.id] as const) : []))
    .slice(0, FIGURES - figures.length);
  const rowsOf = (vintage: string) =>
    bench.officers.flatMap(({ body }, province) => [
      ...figures.map(({ id }, index) => [body, id, '', String(1_000 + province * 7 + index), '', SOURCE, DAY, vintage]),
      ...means.map(([question, group], index) => [body, question, group, `${(province + index) % 100},5%`, '30', SOURCE, DAY, vintage]),
    ]);
  console.log(`${rowsOf('').length} figures: ${bench.officers.length} × ${figures.length + means.length}`);

  await asked(`${base}/sheets`);
  const lists = [];
  for (let one = 0; one < 5; one++) lists.push((await asked(`${base}/sheets`)).taken);
  const list = lists.toSorted((a, b) => a - b)[2] as number;
  show('list of all sheets, the middle of 5', list);

  const bring = async (name: string, content: BodyInit, type: string) => {
    const brought = await asked(`${base}/deliveries/files?name=${name}`, { method: 'POST', body: content, headers: { 'content-type': type } });
    const seen = await asked(`${base}/deliveries/${brought.answer.id}`);
    const { rows, refused } = seen.answer.preview;
    const whole = brought.taken + seen.taken;
    show(`${name} read and kept`, brought.taken);
    show(`… its preview (${rows.length} rows, ${refused.length} refused)`, seen.taken, `, ${Math.round(seen.bytes / 1024)} kB`);
    show('… together', whole, `, ${(whole / list).toFixed(1)} × the list`);
    return seen.answer;
  };
  const csv = await bring('csv', [HEAD, ...rowsOf('CSV')].map((row) => row.join(';')).join('\n'), 'text/csv');
  await bring(
    'xlsx',
    (await writeLists([
      { name: 'A', about: [], columns: HEAD.map((head) => ({ head, width: 20 })), rows: rowsOf('XLSX').map((cells) => ({ cells })) },
    ])) as never,
    XLSX,
  );
  const lines = csv.preview.rows.flatMap(({ line, outcome }: { line: number; outcome: string }) => (outcome === 'change' || outcome === 'same' ? [] : [line]));
  const said = { id: randomUUID(), digest: csv.preview.digest, chosen: lines, reason: 'Minh họa' };
  const written = await asked(`${base}/deliveries/${csv.id}/agreement`, {
    method: 'POST',
    body: JSON.stringify(said),
    headers: { 'content-type': 'application/json' },
  });
  show(`written, ${written.answer.writings[0].rows.length} figures of ${PROVINCES} bodies, and shown anew`, written.taken);
  await served.stop();
} finally {
  await bench.stop();
}
