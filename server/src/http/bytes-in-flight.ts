import { Problem } from './problems.ts';

interface Held {
  readonly bytes: number;
  readonly bodies: number;
}

/** Most bytes and most bodies at once, and most bodies that wait for room. */
interface Most extends Held {
  readonly waiting: number;
}

export interface FlightLimits {
  /** Of all together, of one address, of one account. */
  readonly process: Most;
  readonly address: Most;
  readonly account: Most;
  /** Milliseconds that a body waits for room before it is refused. */
  readonly patience: number;
}

interface Waiting {
  readonly bytes: number;
  readonly owners: readonly Owner[];
  readonly grant: () => void;
}

interface Owner {
  readonly key: string;
  readonly most: Most;
}

/** How many bytes of bodies a process holds in memory: what finds no room waits unread, and is refused with `busy` when it has waited too long. */
export class BytesInFlight {
  readonly #limits: FlightLimits;
  readonly #held = new Map<string, Held>();
  readonly #waiting = new Set<Waiting>();

  constructor(limits: FlightLimits) {
    this.#limits = limits;
  }

  /** Holds room for a body until what it answers is called; throws `busy` where there is none in time. */
  async hold(bytes: number, address: string, account: string | undefined): Promise<() => void> {
    const owners: Owner[] = [
      { key: 'process', most: this.#limits.process },
      { key: `address ${address}`, most: this.#limits.address },
      ...(account === undefined ? [] : [{ key: `account ${account}`, most: this.#limits.account }]),
    ];
    if (!this.#fits(bytes, owners)) await this.#turn(bytes, owners);
    else this.#add(bytes, 1, owners);
    return () => {
      this.#add(-bytes, -1, owners);
      this.#grantWaiting();
    };
  }

  /** Of what is larger than a limit by itself, one at a time is let in. */
  #fits(bytes: number, owners: readonly Owner[]): boolean {
    return owners.every(({ key, most }) => {
      const held = this.#held.get(key);
      return held === undefined || (held.bytes + bytes <= most.bytes && held.bodies < most.bodies);
    });
  }

  #add(bytes: number, bodies: 1 | -1, owners: readonly Owner[]): void {
    for (const { key } of owners) {
      const held = this.#held.get(key) ?? { bytes: 0, bodies: 0 };
      if (held.bodies + bodies === 0) this.#held.delete(key);
      else this.#held.set(key, { bytes: held.bytes + bytes, bodies: held.bodies + bodies });
    }
  }

  #turn(bytes: number, owners: readonly Owner[]): Promise<void> {
    // Nobody takes all places to wait from the others.
    if (owners.some(({ key, most }) => this.#countWaiting(key) >= most.waiting)) throw new Problem('busy');
    return new Promise((granted, refused) => {
      const one: Waiting = {
        bytes,
        owners,
        grant: () => {
          clearTimeout(timer);
          granted();
        },
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(one);
        refused(new Problem('busy'));
      }, this.#limits.patience);
      this.#waiting.add(one);
    });
  }

  #countWaiting(wanted: string): number {
    let count = 0;
    for (const { owners } of this.#waiting) if (owners.some(({ key }) => key === wanted)) count += 1;
    return count;
  }

  #grantWaiting(): void {
    for (const one of this.#waiting) {
      if (!this.#fits(one.bytes, one.owners)) continue;
      this.#waiting.delete(one);
      this.#add(one.bytes, 1, one.owners);
      one.grant();
    }
  }
}
