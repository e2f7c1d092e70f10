/** Choices that follow from a seed alone (mulberry32, T. Ettinger), so that a round can be made again from its seed. */
export class Dice {
  #state: number;
  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** From 0 up to but not including 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** An integer from low to high, both possible. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(from: readonly T[]): T {
    const chosen = from[this.integer(0, from.length - 1)];
    if (from.length === 0) throw new TypeError('nothing to pick from');
    return chosen as T;
  }

  shuffled<T>(list: readonly T[]): T[] {
    const result = [...list];
    for (let last = result.length - 1; last > 0; last--) {
      const other = this.integer(0, last);
      [result[last], result[other]] = [result[other] as T, result[last] as T];
    }
    return result;
  }

  /** Some of a list, in its order; at least one where `some` says so. */
  some<T>(list: readonly T[], probability = 0.5, atLeastOne = false): T[] {
    const chosen = list.filter(() => this.chance(probability));
    return chosen.length === 0 && atLeastOne && list.length > 0 ? [this.pick(list)] : chosen;
  }

  times<T>(low: number, high: number, make: (index: number) => T): T[] {
    return Array.from({ length: this.integer(low, high) }, (_, index) => make(index));
  }
}
