import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Json } from '../core/src/testing/documents.ts';

export const RECOMPUTE = fileURLToPath(new URL('../verify/recompute.py', import.meta.url));

/** The command that runs Python 3, or undefined where there is none. */
export function findPython(): string | undefined {
  return ['python3', 'python'].find((command) => spawnSync(command, ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']).status === 0);
}

/** A Python process that answers snapshots one by one, in order. */
export class PythonSide {
  readonly #child;
  readonly #answers: string[] = [];
  readonly #closed: Promise<void>;
  #rest = '';
  #errors = '';
  #ended = false;
  #wake = (): void => {};

  constructor(python: string, script = RECOMPUTE) {
    this.#child = spawn(python, ['-S', script, '--batch'], { stdio: ['pipe', 'pipe', 'pipe'] });
    this.#child.stderr.on('data', (data: Buffer) => (this.#errors += data));
    this.#closed = new Promise((resolve) => this.#child.once('close', () => resolve()));
    void this.#closed.then(() => {
      this.#ended = true;
      this.#wake();
    });
    // A process that has died says so where its answer is awaited.
    this.#child.stdin.on('error', () => {});
    // Taken as they come, or a full pipe would hold up both sides; ended by a line feed alone, for a text may hold U+2028.
    this.#child.stdout.setEncoding('utf8').on('data', (data: string) => {
      const lines = (this.#rest + data).split('\n');
      this.#rest = lines.pop() ?? '';
      this.#answers.push(...lines);
      this.#wake();
    });
  }

  /** Sends texts; their answers come in the same order. A line end within a text is sent as U+001E. */
  async send(texts: readonly string[]): Promise<void> {
    const data = texts.map((text) => `${text.replaceAll('\n', '\u001e')}\n`).join('');
    if (!this.#child.stdin.write(data)) await Promise.race([once(this.#child.stdin, 'drain'), this.#closed]);
  }

  async next(): Promise<Json> {
    while (this.#answers.length === 0 && !this.#ended)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    const answer = this.#answers.shift();
    return answer === undefined ? { crash: `Python ended: ${this.#errors.slice(-500)}` } : (JSON.parse(answer) as Json);
  }

  end(): void {
    this.#child.stdin.end();
    this.#child.kill();
  }
}
