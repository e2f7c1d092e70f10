import type { Clock } from '../clock.ts';

const KNOWN_FOR_MS = 10_000;
/** Longest that a page waits for an answer. */
const LONGEST_WAIT_MS = 2_000;

export type ServiceHealth = 'none' | 'ready' | 'down';

/** Whether a service outside this process answers, asked at most every ten seconds, and not again before it has answered. */
export class CachedHealth {
  readonly #ask: (() => Promise<unknown>) | undefined;
  readonly #clock: Clock;
  #asked = Number.NEGATIVE_INFINITY;
  #asking = false;
  #answer: Promise<ServiceHealth>;
  #known: ServiceHealth;

  /** Without a question there is no such service. */
  constructor(ask: (() => Promise<unknown>) | undefined, clock: Clock) {
    this.#ask = ask;
    this.#clock = clock;
    this.#known = ask ? 'ready' : 'none';
    this.#answer = Promise.resolve(this.#known);
  }

  now(): Promise<ServiceHealth> {
    const moment = this.#clock.now().getTime();
    if (this.#ask && !this.#asking && moment - this.#asked > KNOWN_FOR_MS) {
      this.#asked = moment;
      this.#answer = this.#find(this.#ask);
    }
    return this.#answer;
  }

  /** As far as it is known, without a wait: for what must answer quickly. */
  known(): ServiceHealth {
    void this.now();
    return this.#known;
  }

  async #find(ask: () => Promise<unknown>): Promise<ServiceHealth> {
    this.#asking = true;
    const asked = ask().then(
      () => 'ready' as const,
      () => 'down' as const,
    );
    void asked.then((state) => {
      this.#asking = false;
      this.#known = state;
      this.#answer = asked;
    });
    const silence = new Promise<'down'>((resolve) => setTimeout(() => resolve('down'), LONGEST_WAIT_MS).unref());
    this.#known = await Promise.race([asked, silence]);
    return this.#known;
  }
}
