import type { Clock } from '../../clock.ts';
import type { Scanner } from '../../scanner/scanner.ts';

const KNOWN_FOR_MS = 10_000;
/** Longest that a page waits for the scanner to answer. */
const LONGEST_WAIT_MS = 2_000;

/** Whether the scanner answers, asked at most every ten seconds. */
export class ScannerState {
  readonly #scanner: Scanner | undefined;
  readonly #clock: Clock;
  #asked = Number.NEGATIVE_INFINITY;
  #answer: Promise<'none' | 'ready' | 'down'> = Promise.resolve('none');

  constructor(scanner: Scanner | undefined, clock: Clock) {
    this.#scanner = scanner;
    this.#clock = clock;
  }

  now(): Promise<'none' | 'ready' | 'down'> {
    const moment = this.#clock.now().getTime();
    if (this.#scanner && moment - this.#asked > KNOWN_FOR_MS) {
      this.#asked = moment;
      const silence = new Promise<'down'>((resolve) => setTimeout(() => resolve('down'), LONGEST_WAIT_MS).unref());
      this.#answer = Promise.race([
        this.#scanner.version().then(
          () => 'ready' as const,
          () => 'down' as const,
        ),
        silence,
      ]);
    }
    return this.#answer;
  }
}
