// npm run bench:closing: the lists of those who appraise, closing a round with its snapshot, and the notices to all its bodies, beside the list of all sheets in the same run. Words: --bodies 63 (over 100: without letters)
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { itemsOfDomains } from '@parindex/core';
import { hashOfToken } from '../../server/src/http/admission.ts';
import { sitInCouncil } from '../../server/src/testing/sit-in-council.ts';
import { makeBenchDatabase, ROUND } from './bench-database.ts';
import { startServer } from './served.ts';

const { values } = parseArgs({ options: { bodies: { type: 'string', default: '63' } } });
const BODIES = Number(values.bodies);
const MINISTRY = 'bo-minh-hoa';
const HERE = `/api/rounds/${ROUND}`;
/** Letters are made for so many bodies at most: they take as long as there are bodies. */
const LETTERS = BODIES <= 100;
/** So many bodies, evenly spread, have something decided at a stage. */
const DECIDED = 63;

const bench = await makeBenchDatabase(BODIES, 1);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void bench.stop().then(() => process.exit(1)));

/** Somebody of the ministry in a role, signed in. */
async function officer(role: 'owner' | 'appraiser' | 'council'): Promise<{ readonly account: string; readonly token: string }> {
  const [account, token] = [randomUUID(), randomBytes(32).toString('base64url')];
  await bench.owner.query(`INSERT INTO account (id, email, name, created_at) VALUES ($1, $2, 'Người minh họa', now())`, [
    account,
    `${account}@minh-hoa.example`,
  ]);
  await bench.owner.query(`INSERT INTO credential (account_id, password_hash) VALUES ($1, 'x')`, [account]);
  await bench.owner.query(`INSERT INTO membership (account_id, body_id, role, from_date, granted_at) VALUES ($1, $2, $3, '2020-01-01', now())`, [
    account,
    MINISTRY,
    role,
  ]);
  await bench.owner.query(
    `INSERT INTO session (token_hash, account_id, created_at, seen_at, expires_at, complete_at, confirmed_at) VALUES ($1, $2, now(), now(), now() + interval '12 hours', now(), '2100-01-01')`,
    [hashOfToken(token), account],
  );
  return { account, token };
}

/** The calendar of the round: which step runs, and those before it are over. */
async function runStep(running: string | undefined): Promise<void> {
  const steps = ['selfAssessment', 'appraisal', 'secondAppraisal', 'council'];
  await bench.owner.query('DELETE FROM round_step WHERE round_id = $1', [ROUND]);
  const now = running === undefined ? steps.length : steps.indexOf(running);
  for (const [index, step] of steps.entries()) {
    const [opens, closes] = index < now ? [index - 10, index - 9] : [index - now, index - now + 1];
    await bench.owner.query(
      `INSERT INTO round_step (round_id, step, opens, closes) VALUES ($1, $2, now() + $3 * interval '1 day' - interval '1 hour', now() + $4 * interval '1 day' - interval '2 hours')`,
      [ROUND, step, opens, closes],
    );
  }
}

/** While something goes on: the longest that a request beside it took, in ms, and the most memory of the server, in MB. */
async function longestWait(until: Promise<unknown>, other: () => Promise<{ readonly taken: number }>, pid: number) {
  let [over, longest, memory] = [false, 0, 0];
  const ended = until.finally(() => {
    over = true;
  });
  while (!over) {
    longest = Math.max(longest, (await other()).taken);
    memory = Math.max(memory, Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024));
    await setTimeout(100);
  }
  await ended;
  return { longest, memory };
}

try {
  const served = await startServer({ app: bench.urls.app, signOn: bench.urls.signOn, keys: bench.urls.keys }, bench.store);
  const base = `${served.address}${HERE}`;
  const asked = async (token: string, url: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') => {
    const started = performance.now();
    const response = await fetch(base + url, {
      headers: { cookie: `parindex_session=${token}`, 'accept-encoding': 'identity', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!response.ok) throw new Error(`${url}: ${response.status} ${bytes.toString().slice(0, 500)}`);
    return { taken: performance.now() - started, bytes, json: () => JSON.parse(bytes.toString()) };
  };
  let list = 0;
  const show = (what: string, { taken, bytes }: { readonly taken: number; readonly bytes: Buffer }) =>
    console.log(`${what}: ${(taken / 1_000).toFixed(2)} s, ${(taken / list).toFixed(1)} × the list, ${Math.round(bytes.length / 1024)} kB`);

  /** The middle and the slowest twentieth of what several appraisers ask for by turns, in ms. */
  const byTurns = async (what: string, askers: readonly { readonly token: string }[], urlOf: (turn: number) => string) => {
    const taken: number[] = [];
    for (let turn = 0; turn < 60; turn++) taken.push((await asked((askers[turn % askers.length] as { token: string }).token, urlOf(turn))).taken);
    const sorted = taken.toSorted((a, b) => a - b);
    console.log(`${what}, p50 / p95 of 60: ${(sorted[30] as number).toFixed(0)} / ${(sorted[57] as number).toFixed(0)} ms`);
  };

  const [asks, decides, appraises, concludes] = [bench.reader, await officer('owner'), await officer('appraiser'), await officer('council')];
  await bench.owner.query(`INSERT INTO domain_owner (round_id, domain, body_id) SELECT $1, d, $2 FROM unnest($3::text[]) d`, [
    ROUND,
    MINISTRY,
    bench.scheme.domains.map(({ code }) => code),
  ]);
  const [first, second, third] = itemsOfDomains(bench.scheme.domains).flatMap(({ code, rule, conditions }) =>
    rule.kind === 'yesNo' && conditions.length === 0 ? [code] : [],
  ) as [string, string, string];
  const decided = (every: number) => bench.officers.filter((_, index) => index % (every * Math.ceil(BODIES / DECIDED)) === 0).map(({ body }) => body);
  const appraise = async (item: string, every: number) => {
    for (const body of decided(every)) {
      const { seq } = (await asked(appraises.token, `/sheets/${body}`)).json();
      const reason = { code: 'other', text: 'Minh họa' };
      await asked(appraises.token, `/sheets/${body}/items/${item}/appraisal`, { id: randomUUID(), base: seq, changes: { 'answer.yes': false }, reason });
    }
  };

  // Something is decided at each stage, so that each is computed.
  await runStep('appraisal');
  await appraise(first, 1);
  const appraisers = [appraises, ...(await Promise.all(Array.from({ length: 4 }, () => officer('appraiser'))))];
  const bodyAt = (turn: number) => (bench.officers[turn % bench.officers.length] as { body: string }).body;
  await byTurns('the queue of five appraisers', appraisers, () => '/appraisal');
  await byTurns('one item over all bodies', appraisers, () => `/appraisal/items/${first}`);
  await byTurns('all items of one body', appraisers, (turn) => `/appraisal/bodies/${bodyAt(turn)}`);
  await byTurns('a sheet to decide on', appraisers, (turn) => `/sheets/${bodyAt(turn)}`);
  await runStep('secondAppraisal');
  await appraise(second, 4);
  await runStep('council');
  const targets = [{ kind: 'item' as const, id: third, changes: { 'answer.yes': false } }];
  const agenda = decided(8).map((body) => ({ body, code: third, proposal: 'other' as const, targets }));
  const sitting = { owner: decides, members: [concludes] as const, startsAt: new Date().toISOString(), agenda };
  await sitInCouncil(async ({ token }, method, url, body) => (await asked(token, url.slice(HERE.length), body, method)).json(), ROUND, sitting);
  await runStep(undefined);

  await asked(asks, '/sheets');
  const lists: number[] = [];
  for (let one = 0; one < 5; one++) lists.push((await asked(asks, '/sheets')).taken);
  list = lists.toSorted((a, b) => a - b)[2] as number;
  console.log(`list of ${BODIES} × 94, the middle of 5: ${list.toFixed(0)} ms`);
  for (const format of LETTERS ? ['docx', 'pdf'] : [])
    show(`notices of the first appraisal to ${BODIES} bodies as ${format}`, await asked(asks, `/appraisal-notices/appraised?format=${format}`));

  const { open } = (await asked(asks, '/closing')).json();
  const told = open.map(({ code }: { readonly code: string }) => code);
  const request = randomUUID();
  await asked(asks, '/requests', { id: request, kind: 'close', reason: 'Minh họa', told });
  const decision = asked(decides.token, `/requests/${request}/decision`, { decision: 'carriedOut', told });
  const waited = await longestWait(decision, () => asked(asks, '/closing'), served.pid);
  show(`closing ${BODIES} × 94 with its snapshot, at four stages`, await decision);
  console.log(`while it is closed: others waited ${waited.longest.toFixed(0)} ms at most, ${waited.memory} MB in memory at most`);
  show('the final ranking', await asked(asks, '/final-ranking'));
  show('its snapshot', await asked(asks, '/final-snapshot'));
  for (const format of LETTERS ? ['docx', 'xlsx'] : [])
    show(`letters with the final result to ${BODIES} bodies as ${format}`, await asked(asks, `/closing-letters?format=${format}`));
  await served.stop();
} finally {
  await bench.stop();
}
