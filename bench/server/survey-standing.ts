// npm run bench:survey-standing: how a survey stands, from a server and PostgreSQL on the same machine, with a tenth of the forms there and with all of them; beside a recount of who is asked and what came, in the same run. Words: --forms 166667 --bodies 63
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { addSurvey } from '../../server/src/capabilities/survey/testing/survey-of-round.ts';
import { makeBenchDatabase, ROUND } from './bench-database.ts';
import { percentiles } from './rush.ts';
import { type Served, startServer } from './served.ts';

const { values } = parseArgs({ options: { forms: { type: 'string', default: '166667' }, bodies: { type: 'string', default: '63' } } });
const [FORMS, BODIES] = [Number(values.forms), Number(values.bodies)];
const GROUPS = 5;
/** Of a form: what makes ten million of them. */
const ANSWERS = 60;
const DAYS = 45;
const AT_ONCE = 2_000;
const LOOKS = 100;

const bench = await makeBenchDatabase(BODIES, 1);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void bench.stop().then(() => process.exit(1)));

/** Processes that write by turns, as a server's do, so that counts lie in as many rows. */
const writers = await Promise.all(
  Array.from({ length: 4 }, async () => {
    const client = new pg.Client({ connectionString: bench.urls.owner });
    await client.connect();
    return client;
  }),
);

/** Respondents from one number to another, each with a link and a form that was sent; some noticed, some set aside. */
async function send(from: number, to: number, leader: string): Promise<void> {
  for (let start = from; start < to; start += AT_ONCE) {
    const writer = writers[Math.floor(start / AT_ONCE) % writers.length] as pg.Client;
    const of = `generate_series(${start}, ${Math.min(to, start + AT_ONCE) - 1}) n`;
    const place = `(SELECT body_id FROM participant WHERE round_id = '${ROUND}' ORDER BY position OFFSET n % ${BODIES} LIMIT 1), 'group' || n / ${BODIES} % ${GROUPS}`;
    const id = `md5('respondent ' || n)::uuid`;
    await writer.query(`INSERT INTO respondents.respondent (id, round_id, body_id, group_id, name, listed_by, listed_at)
      SELECT ${id}, '${ROUND}', ${place}, 'Người trả lời minh họa', '${leader}', now() FROM ${of}`);
    await writer.query(
      `INSERT INTO respondents.link (token_hash, respondent_id, made_by, made_at) SELECT sha256(n::text::bytea), ${id}, '${leader}', now() FROM ${of}`,
    );
    await writer.query(`INSERT INTO respondents.participation (respondent_id, round_id) SELECT ${id}, '${ROUND}' FROM ${of}`);
    await writer.query(`INSERT INTO answers.response (reference, round_id, body_id, group_id, mode, answers, begun_at, saved_at, submission_id, submitted_at, receipt, counted, outcome, label, flags, decision)
      SELECT sha256(('form ' || n)::bytea), '${ROUND}', ${place}, 'online',
        (SELECT jsonb_object_agg('q' || q, substr('abcd', 1 + (n * 7 + q) % 4, 1)) FROM generate_series(1, ${ANSWERS}) q), t.at - interval '7 minutes', t.at, md5('sent ' || n)::uuid, t.at,
        'MINH-HOA', n % 99 <> 0, 'complete', md5('label ' || n)::uuid, CASE WHEN n % 33 = 0 THEN '[{"code":"straightLine","details":{"runs":[]}}]'::jsonb END, CASE WHEN n % 99 = 0 THEN 'setAside' END
      FROM ${of} CROSS JOIN LATERAL (SELECT now() - (n / ${BODIES * GROUPS} % ${DAYS}) * interval '1 day' AS at) t`);
  }
}

const look = ({ address }: Served, query = ''): Promise<{ ms: number; rows: number; answered: number }> => {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(`${address}/api/rounds/${ROUND}/survey/standing${query}`, { headers: { cookie: `parindex_session=${bench.reader}` } }, (response) => {
      void text(response).then((body) => {
        if (response.statusCode !== 200) return reject(new Error(`answered ${response.statusCode}: ${body}`));
        const { rows, totals } = JSON.parse(body);
        return resolve({ ms: performance.now() - started, rows: rows.length, answered: totals.answered });
      }, reject);
    });
    sent.on('error', reject);
    sent.end();
  });
};

/** The same counted from who is asked and what came. */
async function recount(): Promise<number> {
  const started = performance.now();
  await bench.owner.query(`SELECT p.body_id, p.group_id, count(*), count(*) FILTER (WHERE EXISTS (SELECT FROM respondents.link l WHERE l.respondent_id = p.id AND l.ended_at IS NULL)),
    count(a.respondent_id) FROM respondents.respondent p LEFT JOIN respondents.participation a ON a.respondent_id = p.id WHERE p.round_id = '${ROUND}' GROUP BY 1, 2`);
  await bench.owner.query(`SELECT submitted_at::date, count(*) FROM answers.response WHERE round_id = '${ROUND}' GROUP BY 1`);
  return performance.now() - started;
}

async function measure(served: Served, forms: number): Promise<number> {
  // As a job does each hour.
  await bench.owner.query('SELECT app.fold_days(now())');
  for (const table of [
    'respondents.respondent',
    'respondents.link',
    'respondents.participation',
    'answers.response',
    'respondents.respondent_tally',
    'answers.form_tally',
  ])
    await bench.owner.query(`VACUUM ANALYZE ${table}`);
  const times: number[] = [];
  for (let turn = 0; turn < LOOKS; turn += 1) {
    const { ms, answered } = await look(served, turn % 4 === 3 ? '?group=group1' : '');
    times.push(ms);
    if (turn % 4 !== 3 && answered !== forms) throw new Error(`${answered} of ${forms} are told`);
  }
  await recount();
  const counted = await recount();
  const { p50, p95 } = percentiles(times);
  const { rows } = await bench.owner.query<{ count: string }>('SELECT count(*) AS count FROM answers.form_tally');
  console.log(
    `${forms} forms, ${forms * ANSWERS} answers: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)}; a recount ${counted.toFixed(0)} ms (${(counted / p50).toFixed(1)} ×); ${rows[0]?.count} rows of days`,
  );
  return p50;
}

try {
  const { rows } = await bench.owner.query<{ account_id: string }>(`SELECT account_id FROM membership WHERE role = 'owner'`);
  const leader = rows[0]?.account_id as string;
  await addSurvey(bench.owner, ROUND, bench.scheme.id, leader, new Date());
  const served = await startServer(bench.urls, bench.store);
  try {
    const few = Math.floor(FORMS / 10);
    await send(0, few, leader);
    const before = await measure(served, few);
    await send(few, FORMS, leader);
    const after = await measure(served, FORMS);
    console.log(`${(await look(served)).rows} groups of bodies; with ten times as many forms ${(after / before).toFixed(2)} × as long`);
  } finally {
    await served.stop();
  }
} finally {
  for (const writer of writers) await writer.end();
  await bench.stop();
}
