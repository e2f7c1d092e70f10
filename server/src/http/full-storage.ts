import type { Clock } from '../clock.ts';
import type { Problem } from './problems.ts';

/** Milliseconds for which a refusal for want of room is remembered: then somebody may try again. */
const REMEMBERED = 30_000;

/** Whether database or store had no room lately, which only a write can tell. */
export class FullStorage {
  readonly #clock: Clock;
  #until = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether a problem is want of room, which is then remembered. */
  notes({ code }: Problem): boolean {
    if (code !== 'storageFull' && code !== 'storeFull') return false;
    this.#until = this.#clock.now().getTime() + REMEMBERED;
    return true;
  }

  get now(): boolean {
    return this.#clock.now().getTime() < this.#until;
  }
}
