import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { type BenchClerk, type BenchDatabase, ROUND } from '../../bench/server/bench-database.ts';
import type { Served } from '../../bench/server/served.ts';

export const MIB = 1024 ** 2;
/** What a clerk at work may notice of it, in milliseconds, and what the process may grow by. */
const MOST_WAIT = 500;
/** A machine on which a save takes longer than this while nobody attacks is too slow or too busy to tell. */
const SLOW_MACHINE = MOST_WAIT / 10;
const MOST_GROWTH = 300 * MIB;

export interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly body?: string | Buffer;
  readonly by?: { readonly token: string } | undefined;
  readonly headers?: IncomingHttpHeaders;
  /** Another server than the one under attack. */
  readonly at?: string;
}

export interface Answer {
  /** The status, or how the line ended. */
  readonly status: string;
  readonly headers: IncomingHttpHeaders;
  /** The first kilobytes. */
  readonly body: string;
}

const KEPT = 4_096;
const LONGEST_ANSWER = 60_000;

export const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

export const counted = (answers: readonly string[]) =>
  Object.entries(Object.groupBy(answers, (answer) => answer))
    .map(([answer, list]) => `${list?.length} × ${answer}`)
    .join(', ');

export const fiveHundreds = (answers: readonly string[]) => {
  const failed = answers.filter((answer) => /^5\d\d$/.test(answer) && answer !== '503');
  return failed.length > 0 && `${failed.length} answers of ${failed[0]}`;
};

/** The inside of the server, which no answer may show. */
const INSIDE = /\bat .*\.ts:\d|node_modules|\bSELECT .* FROM |parindex_(?:app|jobs|owner|sign_on)/;
export const shownInside = (answers: readonly Answer[]) => {
  const shown = answers.find(({ body }) => INSIDE.test(body));
  return shown !== undefined && `an answer shows the inside: ${INSIDE.exec(shown.body)?.[0]}`;
};

/** The installation under attack, and what was found in it. */
export class Target {
  readonly database: BenchDatabase;
  readonly served: Served;
  readonly item: string;
  found = 0;
  tried = 0;
  /** What this machine does not allow to be tried. */
  readonly leftOut: string[] = [];
  requests = 0;
  #slow = '';

  constructor(database: BenchDatabase, served: Served, item: string) {
    this.database = database;
    this.served = served;
    this.item = item;
  }

  /** Officers: one who attacks, one who is attacked, one who works meanwhile. */
  get people(): { readonly own: BenchClerk; readonly victim: BenchClerk; readonly worker: BenchClerk } {
    const [own, , victim, , worker] = this.database.officers as [BenchClerk, BenchClerk, BenchClerk, BenchClerk, BenchClerk];
    return { own, victim, worker };
  }

  sheetOf({ body }: Pick<BenchClerk, 'body'>): string {
    return `/api/rounds/${ROUND}/sheets/${body}`;
  }

  headersOf(by: Sent['by'], headers: IncomingHttpHeaders = {}): IncomingHttpHeaders {
    return { 'content-type': 'application/json', ...(by === undefined ? {} : { cookie: `parindex_session=${by.token}` }), ...headers };
  }

  ask({ method = 'POST', path, body, by, headers, at = this.served.address }: Sent): Promise<Answer> {
    this.requests += 1;
    return new Promise((resolve) => {
      const ended = (status: string, from: IncomingHttpHeaders = {}, text = '') => resolve({ status, headers: from, body: text });
      try {
        const sent = request(at + path, { method, agent: false, headers: this.headersOf(by, headers) }, (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (piece: string) => {
            if (text.length < KEPT) text += piece;
          });
          answer.on('end', () => ended(String(answer.statusCode), answer.headers, text));
          answer.on('error', (error) => ended(error.message));
        });
        sent.on('error', (error) => ended('code' in error ? String(error.code) : error.message));
        sent.setTimeout(LONGEST_ANSWER, () => sent.destroy(new Error('no answer in a minute')));
        sent.end(body);
      } catch (error) {
        // Node itself does not send it.
        ended((error as { code?: string }).code ?? 'not sent');
      }
    });
  }

  async send(sent: Sent): Promise<string> {
    return (await this.ask(sent)).status;
  }

  judge(what: string, told: string, faults: readonly (string | false)[]): void {
    this.tried += 1;
    const real = faults.filter((fault) => fault !== false);
    if (real.length > 0) this.found += 1;
    console.log(`${real.length > 0 ? 'FOUND' : 'held '} ${what}: ${told}${real.length > 0 ? ` — ${real.join('; ')}` : ''}`);
  }

  residentBytes(pid: number = this.served.pid): number {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
  }

  /** What a clerk notices while something goes on. */
  async #clerkDuring(
    work: () => Promise<readonly string[]>,
  ): Promise<{ answers: readonly string[]; saves: number; p95: number; statuses: Record<string, number> }> {
    const order = { address: this.served.address, round: ROUND, ...this.people.worker, item: this.item };
    const clerk = spawn(process.execPath, [new URL('clerk.ts', import.meta.url).pathname, JSON.stringify(order)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    }) as ChildProcess & { stdout: NodeJS.ReadableStream };
    const lines = createInterface({ input: clerk.stdout })[Symbol.asyncIterator]();
    await lines.next();
    await pause(500);
    const answers = await work();
    await pause(500);
    clerk.kill('SIGTERM');
    const { taken, statuses } = JSON.parse((await lines.next()).value as string) as { taken: number[]; statuses: Record<string, number> };
    await once(clerk, 'close').catch(() => {});
    const sorted = taken.toSorted((a, b) => a - b);
    return { answers, saves: taken.length, p95: sorted[Math.ceil(0.95 * sorted.length) - 1] ?? Number.NaN, statuses };
  }

  /** How long a save takes while nobody attacks. */
  async measureQuiet(): Promise<void> {
    const { p95 } = await this.#clerkDuring(() => pause(4_000, []));
    if (p95 > SLOW_MACHINE) this.#slow = ` (this machine is slow or busy: while nobody attacks a save takes ${p95.toFixed(0)} ms at p95)`;
    console.log(`quiet a save takes ${p95.toFixed(0)} ms at p95; under attack it may take ${MOST_WAIT}${this.#slow}`);
  }

  /** Attacks while a clerk saves; judged by what the clerk and the process's memory notice, and by what `also` says of the answers. */
  async whileSomebodyWorks(
    what: string,
    attack: () => Promise<readonly string[]>,
    also: (answers: readonly string[]) => string | false = fiveHundreds,
  ): Promise<void> {
    const before = this.residentBytes();
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, this.residentBytes());
    }, 50);
    const { answers, saves, p95, statuses } = await this.#clerkDuring(attack);
    clearInterval(watch);
    this.judge(
      what,
      `${counted(answers)}; a clerk's ${saves} saves p95 ${p95.toFixed(0)} ms (${JSON.stringify(statuses)}), memory +${((most - before) / MIB).toFixed(0)} MB`,
      [
        p95 > MOST_WAIT && `a save waits over ${MOST_WAIT} ms${this.#slow}`,
        most - before > MOST_GROWTH && `over ${MOST_GROWTH / MIB} MB more`,
        Object.keys(statuses).some((status) => status !== '201') && 'saves were not kept',
        also(answers),
      ],
    );
  }
}
