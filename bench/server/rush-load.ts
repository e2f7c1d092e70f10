// The load maker of the deadline rush, a process of its own: node rush-load.ts < plan.json. It prints what it saw as JSON.
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { BenchClerk } from './bench-database.ts';

export interface RushPlan {
  readonly addresses: readonly string[];
  readonly officers: readonly BenchClerk[];
  readonly round: string;
  readonly items: readonly { readonly code: string; readonly changes: readonly Record<string, unknown>[] }[];
  readonly seconds: number;
  readonly every: number;
  /** Share of saves that two officers or more make on one item at once. */
  readonly together: number;
  /** Office addresses that the officers sit behind. */
  readonly offices: number;
}

export interface RushOutcome {
  readonly writes: number[];
  readonly reads: number[];
  readonly accepted: string[];
  readonly answers: Record<string, number>;
  /** Failures of any other kind, by what they said. */
  readonly errors: Record<string, number>;
}

const plan = JSON.parse(await text(process.stdin)) as RushPlan;
const seen: RushOutcome = { writes: [], reads: [], accepted: [], answers: {}, errors: {} };
const agents = Array.from({ length: plan.offices }, (_, index) => new Agent({ keepAlive: true, maxSockets: 40, localAddress: `127.0.1.${index + 1}` }));
const count = (of: Record<string, number>, key: string) => {
  of[key] = (of[key] ?? 0) + 1;
};

interface Got {
  readonly status: number;
  readonly body: string;
  readonly ms: number;
}

function ask(officer: BenchClerk, index: number, method: string, path: string, body?: string): Promise<Got> {
  const started = performance.now();
  const address = plan.addresses[index % plan.addresses.length] as string;
  return new Promise((resolve, reject) => {
    const sent = request(
      address + path,
      {
        method,
        agent: agents[index % agents.length] as Agent,
        headers: { cookie: `parindex_session=${officer.token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      },
      (response) => {
        text(response).then((answer) => resolve({ status: response.statusCode ?? 0, body: answer, ms: performance.now() - started }), reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** One officer's turn: looks at the sheet and at one item's history, then saves. */
async function turn(officer: BenchClerk, index: number, round: number): Promise<void> {
  const sheet = `/api/rounds/${plan.round}/sheets/${officer.body}`;
  const together = Math.random() < plan.together;
  const item = plan.items[together ? round % plan.items.length : (index * 7 + round * 13) % plan.items.length] as RushPlan['items'][number];
  const whole = await ask(officer, index, 'GET', sheet);
  seen.reads.push(whole.ms);
  if (whole.status !== 200) return count(seen.errors, `read ${whole.status}`);
  const history = await ask(officer, index, 'GET', `${sheet}/entries?item=${item.code}&limit=20`);
  seen.reads.push(history.ms);
  if (history.status !== 200) return count(seen.errors, `history ${history.status}`);
  const id = randomUUID();
  const changes = item.changes[Math.floor(Math.random() * item.changes.length)];
  const base = Number(/"seq":(\d+)/.exec(whole.body)?.[1] ?? 0);
  const saved = await ask(officer, index, 'POST', `${sheet}/entries`, JSON.stringify({ origin: 'web', entries: [{ id, item: item.code, base, changes }] }));
  seen.writes.push(saved.ms);
  const code = saved.status === 201 ? 'accepted' : (/"code":"(\w+)"/.exec(saved.body)?.[1] ?? String(saved.status));
  count(seen.answers, code);
  if (saved.status === 201) seen.accepted.push(id);
  else if (code !== 'conflict' && code !== 'stepClosed') count(seen.errors, `save ${saved.status} ${code}`);
}

const until = performance.now() + plan.seconds * 1000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
await Promise.all(
  plan.officers.map(async (officer, index) => {
    await pause(Math.random() * plan.every * 1000);
    for (let round = 0; performance.now() < until; round++) {
      const started = performance.now();
      await turn(officer, index, round).catch((error: Error) => count(seen.errors, error.message));
      // The next look comes a turn after the last began, however long that took.
      await pause(Math.max(0, plan.every * 1000 - (performance.now() - started)));
    }
  }),
);
for (const agent of agents) agent.destroy();
console.log(JSON.stringify(seen));
