import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Json } from '../core/src/testing/documents.ts';

export const RECOMPUTE = fileURLToPath(new URL('../verify/recompute.py', import.meta.url));

/** The command that runs Python 3, or undefined where there is none. */
export function findPython(): string | undefined {
  return ['python3', 'python'].find((command) => spawnSync(command, ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']).status === 0);
}

/** Lines as they end by a line feed alone: readline would end one at U+2028 within a text too. */
async function* linesOf(stream: Readable): AsyncGenerator<string, undefined> {
  let rest = '';
  for await (const chunk of stream.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** A Python process that answers snapshots one by one, in order. */
export class PythonSide {
  readonly #child;
  readonly #answers: AsyncIterator<string>;
  readonly #closed: Promise<void>;
  #errors = '';

  constructor(python: string, script = RECOMPUTE) {
    this.#child = spawn(python, ['-S', script, '--batch'], { stdio: ['pipe', 'pipe', 'pipe'] });
    this.#child.stderr.on('data', (data: Buffer) => (this.#errors += data));
    this.#closed = new Promise((resolve) => this.#child.once('close', () => resolve()));
    // A process that has died says so where its answer is awaited.
    this.#child.stdin.on('error', () => {});
    this.#answers = linesOf(this.#child.stdout);
  }

  /** Sends texts; their answers come in the same order. A line end within a text is sent as U+001E. */
  async send(texts: readonly string[]): Promise<void> {
    const data = texts.map((text) => `${text.replaceAll('\n', '\u001e')}\n`).join('');
    if (!this.#child.stdin.write(data)) await Promise.race([once(this.#child.stdin, 'drain'), this.#closed]);
  }

  async next(): Promise<Json> {
    const { value, done } = await this.#answers.next();
    return done ? { crash: `Python ended: ${this.#errors.slice(-500)}` } : (JSON.parse(value) as Json);
  }

  end(): void {
    this.#child.stdin.end();
    this.#child.kill();
  }
}
