/** Nobody was asked: what would have been was silent lately, or has too much to answer already. */
export class CircuitOpen extends Error {
  constructor(name: string) {
    super(`${name} is not asked for a while`);
    this.name = 'CircuitOpen';
  }
}

export interface BreakerSetting {
  /** As the log names it. */
  readonly name: string;
  /** Whether an error says that the other side does not work, and not that it refuses what was asked. */
  isFault(error: unknown): boolean;
  /** Whether it came by waiting in vain: then each further question would hold its asker as long again. */
  isTimeout(error: unknown): boolean;
  /** Timeouts in a row after which nobody asks for a while. */
  readonly maxTimeouts: number;
  readonly openMs: number;
  /** Questions at a time. */
  readonly maxConcurrent: number;
  log(text: string, error?: unknown): void;
}

/** Errors that the log has heard of. */
const told = new WeakSet<object>();

/** Whether the log knows of an error by a breaker already, so that who meets it need not tell it again. */
export function isLogged(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause) if (one instanceof CircuitOpen || told.has(one)) return true;
  return false;
}

/**
 * Stands before a service outside this process. After some timeouts in a row it opens: who asks is refused at
 * once; after a rest one question goes through as a trial. One line is logged when it stops working, one when it works again.
 */
export class CircuitBreaker {
  readonly #setting: BreakerSetting;
  #timeouts = 0;
  #asking = 0;
  #until = 0;
  #trying = false;
  /** When it was last heard to work, and not to. */
  #worked = 0;
  #failed = 0;
  #away = false;

  constructor(setting: BreakerSetting) {
    this.#setting = setting;
  }

  /** Whether it was heard to work in the last milliseconds. */
  worksSince(milliseconds: number): boolean {
    return this.#worked > 0 && performance.now() - this.#worked < milliseconds;
  }

  async ask<T>(question: () => Promise<T>): Promise<T> {
    const { name, maxConcurrent, maxTimeouts } = this.#setting;
    const began = performance.now();
    const isTrial = this.#timeouts >= maxTimeouts;
    if (this.#asking >= maxConcurrent || (isTrial && (this.#trying || began < this.#until))) throw new CircuitOpen(name);
    this.#asking += 1;
    if (isTrial) this.#trying = true;
    try {
      const answer = await question();
      this.#onSuccess(began);
      return answer;
    } catch (error) {
      if (error instanceof CircuitOpen || !this.#setting.isFault(error)) this.#onSuccess(began);
      else this.#onFailure(began, error);
      throw error;
    } finally {
      this.#asking -= 1;
      if (isTrial) this.#trying = false;
    }
  }

  #onSuccess(began: number): void {
    // What was asked before the last fault says nothing about now.
    if (began < this.#failed) return;
    this.#worked = performance.now();
    this.#timeouts = 0;
    if (!this.#away) return;
    this.#away = false;
    this.#setting.log(`${this.#setting.name} answers again`);
  }

  #onFailure(began: number, error: unknown): void {
    const { name, isTimeout, maxTimeouts, openMs, log } = this.#setting;
    if (error instanceof Error) told.add(error);
    if (began < this.#worked && !this.#away) return;
    this.#failed = performance.now();
    this.#timeouts = isTimeout(error) ? this.#timeouts + 1 : 0;
    if (this.#timeouts >= maxTimeouts) this.#until = performance.now() + openMs;
    if (this.#away) return;
    this.#away = true;
    log(`${name} does not answer`, error);
  }
}
