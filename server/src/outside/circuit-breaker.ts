/** Nobody was asked: what would have been was silent lately, or has too much to answer already. */
export class LeftAlone extends Error {
  constructor(name: string) {
    super(`${name} is left alone for a while`);
    this.name = 'LeftAlone';
  }
}

export interface BreakerSetting {
  /** As the log names it. */
  readonly name: string;
  /** Whether an error says that the other side does not work, and not that it refuses what was asked. */
  isFault(error: unknown): boolean;
  /** Whether it was found out by waiting: then each further question would hold its asker as long again. */
  isSilence(error: unknown): boolean;
  /** Silences in a row after which nobody asks for a while. */
  readonly mostSilences: number;
  readonly restMs: number;
  /** Questions at a time. */
  readonly most: number;
  log(text: string, error?: unknown): void;
}

/** Errors that the log has heard of. */
const told = new WeakSet<object>();

/** Whether the log knows of an error by a breaker already, so that who meets it need not tell it again. */
export function isToldOf(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause) if (one instanceof LeftAlone || told.has(one)) return true;
  return false;
}

/**
 * Stands before a service outside this process. After some silences in a row it is left alone: who asks is refused at
 * once; after a rest one question goes through as a trial. One line is logged when it stops working, one when it works again.
 */
export class CircuitBreaker {
  readonly #setting: BreakerSetting;
  #silences = 0;
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
    const { name, most, mostSilences } = this.#setting;
    const began = performance.now();
    const isTrial = this.#silences >= mostSilences;
    if (this.#asking >= most || (isTrial && (this.#trying || began < this.#until))) throw new LeftAlone(name);
    this.#asking += 1;
    if (isTrial) this.#trying = true;
    try {
      const answer = await question();
      this.#hear(began);
      return answer;
    } catch (error) {
      if (error instanceof LeftAlone || !this.#setting.isFault(error)) this.#hear(began);
      else this.#miss(began, error);
      throw error;
    } finally {
      this.#asking -= 1;
      if (isTrial) this.#trying = false;
    }
  }

  #hear(began: number): void {
    // What was asked before the last fault says nothing about now.
    if (began < this.#failed) return;
    this.#worked = performance.now();
    this.#silences = 0;
    if (!this.#away) return;
    this.#away = false;
    this.#setting.log(`${this.#setting.name} answers again`);
  }

  #miss(began: number, error: unknown): void {
    const { name, isSilence, mostSilences, restMs, log } = this.#setting;
    if (error instanceof Error) told.add(error);
    if (began < this.#worked && !this.#away) return;
    this.#failed = performance.now();
    this.#silences = isSilence(error) ? this.#silences + 1 : 0;
    if (this.#silences >= mostSilences) this.#until = performance.now() + restMs;
    if (this.#away) return;
    this.#away = true;
    log(`${name} does not answer`, error);
  }
}
