/** Runs a few tasks at once and queues a few more. */
export class Limiter {
  readonly #most: number;
  readonly #mayWait: number;
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(most: number, mayWait: number) {
    this.#most = most;
    this.#mayWait = mayWait;
  }

  /** Runs the work in its turn; undefined if too many wait. */
  async take<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.#running >= this.#most) {
      if (this.#waiting.length >= this.#mayWait) return undefined;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else this.#running += 1;
    try {
      return await work();
    } finally {
      // The slot goes to the next in line, or becomes free.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}
