// The load maker of the board's bench, a process of its own: node board-load.ts < plan.json. Open boards that read, clerks who save. It prints what it saw as JSON.
import { randomUUID } from 'node:crypto';
import { Agent, get, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { constants, inflateRawSync } from 'node:zlib';
import type { BenchClerk } from './bench-database.ts';

export interface BoardPlan {
  /** Where the boards are read, and where is saved: the one behind a proxy, perhaps, the other not. */
  readonly boards: string;
  readonly saves: string;
  readonly round: string;
  /** Sessions that each hold one board open. */
  readonly readers: readonly string[];
  /** One a body. */
  readonly writers: readonly BenchClerk[];
  readonly items: readonly { readonly code: string; readonly changes: readonly Record<string, unknown>[] }[];
  readonly perSecond: number;
  readonly seconds: number;
}

export interface BoardOutcome {
  readonly saves: number;
  readonly failed: number;
  /** Milliseconds from a save's answer until the last open board had it. */
  readonly reached: number[];
  /** Saves that some board never had. */
  readonly missed: number;
  readonly messages: number;
  readonly bytes: number;
  readonly broken: number;
}

const plan = JSON.parse(await text(process.stdin)) as BoardPlan;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Message {
  /** The seq of each body as it was told. */
  readonly seqs: ReadonlyMap<string, number>;
  readers: number;
  last: number;
}
const messages = new Map<string, Message>();
/** What a block of packed bytes says: the same ones come on every stream. */
const unpacked = new Map<string, string>();
let bytes = 0;
let broken = 0;
let greeted = 0;
let over = false;

/** The bytes are the same for all: only the first to get a message reads it, the others note when it was there whole. */
function took(block: string, greeting: boolean): void {
  const id = /^id: (\S+)$/m.exec(block)?.[1];
  if (id === undefined || greeting) return;
  const known = messages.get(id);
  if (known) {
    known.readers += 1;
    known.last = performance.now();
    return;
  }
  const rows = (JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? '{}').rows ?? []) as { body: { id: string }; seq: number }[];
  messages.set(id, { seqs: new Map(rows.map(({ body, seq }) => [body.id, seq])), readers: 1, last: performance.now() });
}

/** How each message ends that was packed for itself. */
const BLOCK_END = '\0\0\xff\xff';

function openBoard(token: string): () => void {
  const asked = get(
    `${plan.boards}/api/rounds/${plan.round}/board/events`,
    { agent: false, headers: { cookie: `parindex_session=${token}`, 'accept-encoding': 'gzip' } },
    (response) => {
      if (response.statusCode !== 200) broken += 1;
      let greeting = true;
      // The head of the gzip.
      let skipped = 10;
      let rest = '';
      response.setEncoding('latin1');
      response.on('data', (piece: string) => {
        bytes += piece.length;
        rest += skipped > 0 ? piece.slice(skipped) : piece;
        skipped = Math.max(0, skipped - piece.length);
        for (let end = rest.indexOf(BLOCK_END); end >= 0; end = rest.indexOf(BLOCK_END)) {
          const packed = rest.slice(0, end + BLOCK_END.length);
          rest = rest.slice(packed.length);
          const block = unpacked.get(packed) ?? inflateRawSync(Buffer.from(packed, 'latin1'), { finishFlush: constants.Z_SYNC_FLUSH }).toString();
          unpacked.set(packed, block);
          took(block, greeting);
          if (greeting && block.startsWith('id: ')) {
            greeting = false;
            greeted += 1;
          }
        }
      });
      response.on('close', () => {
        if (!over) broken += 1;
      });
    },
  );
  asked.on('error', () => {
    if (!over) broken += 1;
  });
  return () => asked.destroy();
}

const leave = plan.readers.map(openBoard);
while (greeted + broken < plan.readers.length) await pause(50);

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const saved: { readonly body: string; readonly seq: number; readonly at: number }[] = [];
let failed = 0;

function post(officer: BenchClerk, entry: object): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${plan.saves}/api/rounds/${plan.round}/sheets/${officer.body}/entries`,
      { method: 'POST', agent, headers: { cookie: `parindex_session=${officer.token}`, 'content-type': 'application/json' } },
      (response) => void text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject),
    );
    sent.on('error', reject);
    // What is assigned to a department the body writes with a reason.
    sent.end(JSON.stringify({ entries: [{ ...entry, reason: 'Minh họa' }] }));
  });
}

async function seqOf({ body, token }: BenchClerk): Promise<number> {
  const sheet = await fetch(`${plan.saves}/api/rounds/${plan.round}/sheets/${body}`, { headers: { cookie: `parindex_session=${token}` } });
  return ((await sheet.json()) as { seq: number }).seq;
}

const until = performance.now() + plan.seconds * 1_000;
const each = (plan.writers.length / plan.perSecond) * 1_000;
await Promise.all(
  plan.writers.map(async (officer, index) => {
    await pause((index / plan.writers.length) * each);
    let base = await seqOf(officer);
    for (let turn = 0; performance.now() < until; turn++) {
      const started = performance.now();
      const item = plan.items[(index * 7 + turn * 13) % plan.items.length] as BoardPlan['items'][number];
      const changes = item.changes[turn % item.changes.length];
      const { status, body } = await post(officer, { id: randomUUID(), item: item.code, base, changes }).catch(() => ({ status: 0, body: '{}' }));
      if (status === 201) {
        base = JSON.parse(body).seq as number;
        saved.push({ body: officer.body, seq: base, at: performance.now() });
      } else failed += 1;
      await pause(Math.max(0, each - (performance.now() - started)));
    }
  }),
);
await pause(3_000);
over = true;
for (const close of leave) close();
agent.destroy();

const told = [...messages.values()];
const whole = told.filter(({ readers }) => readers === plan.readers.length);
const reached = saved.flatMap(({ body, seq, at }) => {
  const first = whole.find((message) => (message.seqs.get(body) ?? 0) >= seq);
  return first ? [first.last - at] : [];
});
const seen: BoardOutcome = {
  saves: saved.length,
  failed,
  reached,
  missed: plan.readers.length === 0 ? 0 : saved.length - reached.length,
  messages: told.length,
  bytes,
  broken,
};
process.stdout.write(JSON.stringify(seen));
