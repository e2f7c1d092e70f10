// A clerk at work while others attack, in a process of its own: saves as long as it is let, and prints how long each save took.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

const { address, round, body, token, item } = JSON.parse(process.argv[2] as string) as Record<string, string>;
const headers = { cookie: `parindex_session=${token}`, 'content-type': 'application/json' };
const sheet = `${address}/api/rounds/${round}/sheets/${body}`;
const taken: number[] = [];
const statuses: Record<string, number> = {};
let seq = ((await (await fetch(sheet, { headers })).json()) as { seq: number }).seq;
let over = false;
process.on('SIGTERM', () => {
  over = true;
});
console.log('ready');
while (!over) {
  const began = performance.now();
  const entry = { id: randomUUID(), item, base: seq, changes: { justification: `Thuyết minh (minh họa) ${taken.length}` } };
  const status = await fetch(`${sheet}/entries`, { method: 'POST', headers, body: JSON.stringify({ entries: [entry] }) }).then(
    async (answer) => {
      const saved = (await answer.json()) as { seq?: number };
      seq = saved.seq ?? seq;
      return String(answer.status);
    },
    (error: Error) => error.message,
  );
  taken.push(performance.now() - began);
  statuses[status] = (statuses[status] ?? 0) + 1;
  await pause(100);
}
console.log(JSON.stringify({ taken, statuses }));
