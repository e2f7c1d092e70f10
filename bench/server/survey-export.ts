// npm run bench:survey-export: the answers of a closed survey as CSV and XLSX, from a server and PostgreSQL on the same machine; beside COPY of the same rows, in the same run. Words: --responses 200000 --questions 100 --bodies 63 --earlier 0 (rounds before it, each with as many)
import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { hashOf } from '@parindex/core';
import type { Question, Questionnaire } from '@parindex/core/survey/index';
import { addSurvey } from '../../server/src/capabilities/survey/testing/survey-of-round.ts';
import { forgetMost, megabytesOf } from '../process-memory.ts';
import { makeBenchDatabase, ROUND } from './bench-database.ts';
import { type Served, startServer } from './served.ts';

const { values } = parseArgs({
  options: {
    responses: { type: 'string', default: '200000' },
    questions: { type: 'string', default: '100' },
    bodies: { type: 'string', default: '63' },
    earlier: { type: 'string', default: '0' },
  },
});
const [RESPONSES, QUESTIONS, BODIES, EARLIER] = [Number(values.responses), Number(values.questions), Number(values.bodies), Number(values.earlier)];
const AT_ONCE = 5_000;
/** Until a server that has just started has settled. */
const RESTED_MS = 5_000;

const bench = await makeBenchDatabase(BODIES, 1);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void bench.stop().then(() => process.exit(1)));

const OPTIONS = ['a', 'b', 'c', 'd'].map((id) => ({ id, title: { vi: `Phương án ${id}` } }));
const questions = Array.from(
  { length: QUESTIONS },
  (_, index): Question => ({
    ...{ id: `q${index + 1}`, kind: 'single', title: { vi: `Câu hỏi minh họa ${index + 1}` }, required: false, noOpinion: true },
    ...{ options: OPTIONS, shuffled: false, when: index % 10 === 9 ? [{ question: `q${index}`, is: ['a', 'b', 'c'] }] : [] },
  }),
);
const form: Questionnaire = {
  format: 'parindex-questionnaire/1',
  ...{ scheme: bench.scheme.id, group: 'all', title: { vi: 'Phiếu minh họa' }, status: 'illustrative' },
  consent: { purpose: { vi: 'Minh họa' }, keptDays: '90' },
  pages: [{ id: 'p1', title: { vi: 'Phần I' }, shuffled: false, questions }],
};

/** Surveys that are closed, each with so many responses of one form. */
async function fill(): Promise<void> {
  const { owner, scheme } = bench;
  const { rows } = await owner.query<{ account_id: string }>(`SELECT account_id FROM membership WHERE role = 'owner'`);
  const leader = rows[0]?.account_id as string;
  await owner.query(`INSERT INTO edition_questionnaire (edition_id, group_id, document, form, hash) VALUES ($1, 'all', '', $2, $3)`, [
    scheme.id,
    JSON.stringify(form),
    hashOf(form),
  ]);
  for (let before = 1; before <= EARLIER; before += 1) {
    const round = `${ROUND}-${before}`;
    await owner.query(`INSERT INTO round SELECT (jsonb_populate_record(r, jsonb_build_object('id', $2::text))).* FROM round r WHERE id = $1`, [ROUND, round]);
    await close(round, leader);
  }
  await close(ROUND, leader);
  await owner.query('VACUUM ANALYZE answers.closed_response');
}

async function close(round: string, leader: string): Promise<void> {
  const { owner, scheme } = bench;
  await addSurvey(owner, round, scheme.id, leader, new Date());
  for (let from = 0; from < RESPONSES; from += AT_ONCE)
    await owner.query(
      `INSERT INTO answers.closed_response (id, round_id, body_id, group_id, mode, minutes, answers)
       SELECT gen_random_uuid(), $1, (SELECT body_id FROM participant WHERE round_id = $6 ORDER BY position OFFSET n % $4 LIMIT 1), 'all', 'online', n % 13 * 5,
         (SELECT jsonb_object_agg('q' || q, substr('abcd', 1 + (n * 7 + q * (1 + n % 11)) % 4, 1)) FROM generate_series(1, $5::integer) q WHERE (n + q) % 23 > 0)
       FROM generate_series($2::integer, $3::integer) n`,
      [round, from, Math.min(RESPONSES, from + AT_ONCE) - 1, BODIES, QUESTIONS, ROUND],
    );
  await owner.query(`UPDATE survey SET closing_asked_by = $2, closing_asked_at = now() WHERE round_id = $1`, [round, leader]);
  await owner.query(`UPDATE survey SET closed_at = now(), counts_hash = repeat('0', 64), responses = $2 WHERE round_id = $1`, [round, RESPONSES]);
}

interface Taken {
  readonly seconds: number;
  readonly bytes: number;
  readonly sha256: string;
  /** The most that the server held meanwhile, in megabytes. */
  readonly peak: number;
  /** How many lines there are, and of which bytes; what the last line says of them. */
  readonly told: string;
  readonly found: string;
}

/** Takes a file as it comes, holding no more of it than its end. */
function take({ address, pid }: Served, query: string): Promise<Taken> {
  forgetMost(pid);
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(
      `${address}/api/rounds/${ROUND}/survey/answers/all${query}`,
      { headers: { cookie: `parindex_session=${bench.reader}` } },
      (response) => {
        if (response.statusCode !== 200) reject(new Error(`answered ${response.statusCode}`));
        const [hash, whole] = [createHash('sha256'), createHash('sha256')];
        let [bytes, lines, tail] = [0, 0, Buffer.alloc(0)];
        response.on('data', (part: Buffer) => {
          bytes += part.length;
          whole.update(part);
          const all = Buffer.concat([tail, part]);
          // The last line begins within the bytes that are held back.
          const cut = Math.max(0, all.length - 4_096);
          hash.update(all.subarray(0, cut));
          for (let at = all.indexOf(10); at >= 0 && at < cut; at = all.indexOf(10, at + 1)) lines += 1;
          tail = all.subarray(cut);
        });
        response.on('error', reject);
        response.on('end', () => {
          const from = tail.lastIndexOf('"# rows');
          const before = tail.subarray(0, from);
          hash.update(before);
          for (const byte of before) if (byte === 10) lines += 1;
          const told = /# rows \d+, sha256 [0-9a-f]{64}/.exec(tail.subarray(from).toString())?.[0] ?? '';
          // The head is no response.
          const seconds = (performance.now() - started) / 1_000;
          const found = `# rows ${lines - 1}, sha256 ${hash.digest('hex')}`;
          resolve({ seconds, bytes, told, found, sha256: whole.digest('hex'), peak: megabytesOf(pid, 'VmHWM') });
        });
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

/** The same rows as PostgreSQL gives them out by itself. */
async function copy(): Promise<number> {
  const started = performance.now();
  await bench.owner.query(
    `COPY (SELECT id, body_id, mode, minutes, answers FROM answers.closed_response WHERE round_id = '${ROUND}' AND group_id = 'all' ORDER BY body_id, id) TO STDOUT (FORMAT csv)`,
  );
  return (performance.now() - started) / 1_000;
}

try {
  await fill();
  console.log(`${RESPONSES} responses of ${QUESTIONS} questions about ${BODIES} bodies, after ${EARLIER} rounds`);
  const served = await startServer(bench.urls, bench.store);
  try {
    await copy();
    const copied = await copy();
    // What it took to start is no part of it.
    await wait(RESTED_MS);
    const rests = megabytesOf(served.pid, 'VmRSS');
    const [taken, again] = [await take(served, ''), await take(served, '')];
    const [labelled, workbook] = [await take(served, '?as=labelled'), await take(served, '?as=xlsx')];
    console.log(`COPY of the rows:  ${copied.toFixed(1)} s; the server at rest: ${rests.toFixed(0)} MiB`);
    for (const [name, { seconds, bytes, peak }] of Object.entries({
      'codes:           ': taken,
      'codes once more: ': again,
      'in words:        ': labelled,
      'as a workbook:   ': workbook,
    }))
      console.log(
        `${name}  ${seconds.toFixed(1)} s (${(seconds / copied).toFixed(1)} × COPY), ${(bytes / 2 ** 20).toFixed(0)} MiB; peak of the server ${peak.toFixed(0)} MiB, ${(peak - rests).toFixed(0)} more than at rest`,
      );
    const { rows: trail } = await bench.owner.query<{ sha256: string }>(
      `SELECT content->>'sha256' AS sha256 FROM audit WHERE act = 'survey.exported' ORDER BY n`,
    );
    const isTold = isDeepStrictEqual(
      trail.map(({ sha256 }) => sha256),
      [taken, again, labelled, workbook].map(({ sha256 }) => sha256),
    );
    const sound =
      isTold && [taken, again, labelled].every(({ told, found }) => told === found && told.startsWith(`# rows ${RESPONSES},`)) && taken.sha256 === again.sha256;
    console.log(
      `${taken.told}; count and hash ${sound ? 'are those of the bytes, twice the same, and those of the trail' : `ARE NOT: ${taken.found}, ${again.told}`}`,
    );
    if (!sound) process.exitCode = 1;
  } finally {
    await served.stop();
  }
} finally {
  await bench.stop();
}
