// npm run bench:survey: forms of some 60 answers that are sent at a steady rate to a server and PostgreSQL on the same machine, a fifth of them again; beside the page that shows a form, in the same run. Words: --seconds 600 --rate 100
import { randomBytes, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Questionnaire } from '@parindex/core/survey/index';
import { addQuestionnaires, addSurvey } from '../../server/src/capabilities/survey/testing/survey-of-round.ts';
import { hashOfToken } from '../../server/src/http/admission.ts';
import { madeUpAnswers } from '../../server/src/sandbox/survey-made-up.ts';
import { makeBenchDatabase, ROUND } from './bench-database.ts';
import { percentiles } from './rush.ts';
import { startServer } from './served.ts';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, rate: { type: 'string', default: '100' }, bodies: { type: 'string', default: '63' } },
});
const [SECONDS, RATE, BODIES] = [Number(values.seconds), Number(values.rate), Number(values.bodies)];

const bench = await makeBenchDatabase(BODIES, 1);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void bench.stop().then(() => process.exit(1)));

/** A survey with so many respondents, each with a link and a form that is filled in and not sent. */
async function invite(count: number): Promise<string[]> {
  await addQuestionnaires({ owner: bench.owner, clock: { now: () => new Date() } }, bench);
  const { rows } = await bench.owner.query<{ form: Questionnaire }>(`SELECT form FROM edition_questionnaire WHERE group_id = 'all'`);
  const form = rows[0]?.form as Questionnaire;
  const { rows: accounts } = await bench.owner.query<{ account_id: string }>(`SELECT account_id FROM membership WHERE role = 'owner'`);
  const leader = accounts[0]?.account_id as string;
  await bench.owner.query(`INSERT INTO round_step (round_id, step, opens, closes) VALUES ($1, 'survey', now() - interval '1 hour', now() + interval '1 day')`, [
    ROUND,
  ]);
  await addSurvey(bench.owner, ROUND, bench.scheme.id, leader, new Date());
  const { rows: bodies } = await bench.owner.query<{ body_id: string }>('SELECT body_id FROM participant ORDER BY position');
  const tokens = Array.from({ length: count }, () => randomBytes(32).toString('base64url'));
  for (let from = 0; from < count; from += 1_000) {
    const some = tokens.slice(from, from + 1_000);
    const ids = some.map(() => randomUUID());
    await bench.owner.query(
      `INSERT INTO respondents.respondent (id, round_id, body_id, group_id, name, listed_by, listed_at)
       SELECT i, $2, b, 'all', 'Người trả lời minh họa', $4, now() FROM unnest($1::uuid[], $3::text[]) AS t (i, b)`,
      [ids, ROUND, some.map((_, index) => bodies[index % bodies.length]?.body_id), leader],
    );
    await bench.owner.query(
      `INSERT INTO respondents.link (token_hash, respondent_id, made_by, made_at) SELECT h, i, $3, now() FROM unnest($1::bytea[], $2::uuid[]) AS t (h, i)`,
      [some.map(hashOfToken), ids, leader],
    );
    await bench.owner.query(
      `INSERT INTO answers.response (reference, round_id, body_id, group_id, mode, answers, begun_at, saved_at, resume_hash)
       SELECT app.response_reference($1, t), $1, b, 'all', 'online', a::jsonb, now(), now(), app.resume_hash(t, '${CODE}') FROM unnest($2::bytea[], $3::text[], $4::text[]) AS t (t, b, a)`,
      [
        ROUND,
        some.map((token) => Buffer.from(token)),
        some.map((_, index) => bodies[index % bodies.length]?.body_id),
        some.map(() => JSON.stringify(madeUpAnswers(form, randomUUID()))),
      ],
    );
  }
  const marks = form.pages.flatMap(({ questions }) => questions).reduce((sum, question) => sum + (question.kind === 'matrix' ? question.rows.length : 1), 0);
  console.log(`${count} respondents, forms of ${marks} answers`);
  return tokens;
}

/** Of every draft, as its device keeps it. */
const CODE = '22222222';

const agent = new Agent({ keepAlive: true, maxSockets: 200 });

function ask(address: string, method: string, path: string, body?: string): Promise<{ status: number; page: string; ms: number }> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(
      address + path,
      { method, agent, headers: { cookie: `ma_phieu=${CODE}`, ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }) } },
      (response) => void text(response).then((page) => resolve({ status: response.statusCode ?? 0, page, ms: performance.now() - started }), reject),
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

function told(times: readonly number[]): string {
  const { p50, p95, p99 } = percentiles(times);
  return `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)}, p99 ${p99.toFixed(1)}, longest ${times.reduce((most, one) => Math.max(most, one), 0).toFixed(0)}`;
}

/** Sends at a steady rate, whether or not earlier ones are answered. */
async function steadily<T>(of: readonly T[], rate: number, send: (one: T) => Promise<void>): Promise<void> {
  const [started, running] = [performance.now(), new Set<Promise<void>>()];
  for (const [index, one] of of.entries()) {
    const wait = started + (index * 1_000) / rate - performance.now();
    if (wait > 1) await setTimeout(wait);
    const run = send(one).finally(() => running.delete(run));
    running.add(run);
  }
  await Promise.all(running);
}

try {
  const tokens = await invite(SECONDS * RATE);
  const served = await startServer(bench.urls, bench.store);
  try {
    const looks: number[] = [];
    await steadily(tokens.slice(0, Math.min(tokens.length, RATE * 10)), RATE, async (token) => {
      looks.push((await ask(served.address, 'GET', `/phieu/${token}?phan=2`)).ms);
    });
    const [times, failures, receipts] = [[] as number[], new Map<string, number>(), new Map<string, string>()];
    const forms = tokens.map((token) => ({ token, submission: randomUUID() }));
    const send = async ({ token, submission }: (typeof forms)[number], again: boolean) => {
      const { status, page, ms } = await ask(served.address, 'POST', `/phieu/${token}/gui`, `lan=${submission}`);
      times.push(ms);
      const receipt = /biên nhận: ([0-9A-Z-]+)/.exec(page)?.[1];
      const wrong = status !== 200 ? String(status) : again && receipts.get(submission) !== receipt ? 'another receipt' : undefined;
      if (wrong !== undefined) failures.set(wrong, (failures.get(wrong) ?? 0) + 1);
      else receipts.set(submission, receipt as string);
    };
    const started = performance.now();
    await steadily(forms, RATE, (form) => send(form, false));
    const seconds = (performance.now() - started) / 1_000;
    const first = [...times];
    times.length = 0;
    await steadily(forms.slice(0, Math.ceil(forms.length / 5)), RATE, (form) => send(form, true));
    const count = async (query: string) => Number((await bench.owner.query<{ count: string }>(query)).rows[0]?.count);
    for (let left = 1; left > 0; left = await count('SELECT count(*) FROM answers.response WHERE submitted_at IS NOT NULL AND NOT counted'))
      await setTimeout(500);
    const [kept, took, counted] = [
      await count('SELECT count(*) FROM answers.response WHERE submitted_at IS NOT NULL'),
      await count('SELECT count(*) FROM respondents.participation'),
      await count(
        `SELECT sum(count) AS count FROM answers.answer_count WHERE question = (SELECT question FROM answers.answer_count WHERE option = 'yes' OR true ORDER BY question LIMIT 1)`,
      ),
    ];
    console.log(`a page of the form:      ${told(looks)}`);
    console.log(
      `forms sent, ${(forms.length / seconds).toFixed(0)}/s:       ${told(first)} (${(percentiles(first).p95 / percentiles(looks).p95).toFixed(1)} × a page)`,
    );
    console.log(`a fifth of them again:   ${told(times)}`);
    console.log(`sent ${forms.length}, kept ${kept}, took part ${took}, counted ${counted}; failures ${JSON.stringify(Object.fromEntries(failures))}`);
    if (kept !== forms.length || took !== forms.length || failures.size > 0) process.exitCode = 1;
  } finally {
    await served.stop();
  }
} finally {
  await bench.stop();
}
