import { Problem } from './problems.ts';

export interface FlightLimits {
  /** Most bytes at once: of all together, of one address, of one account. */
  readonly process: number;
  readonly address: number;
  readonly account: number;
  /** Milliseconds that a body waits for room before it is refused. */
  readonly patience: number;
  /** Most bodies that wait. */
  readonly waiting: number;
}

interface Waiting {
  readonly bytes: number;
  readonly owners: readonly Owner[];
  readonly grant: () => void;
}

interface Owner {
  readonly key: string;
  readonly limit: number;
}

/** How many bytes of bodies a process holds in memory: what finds no room waits unread, and is refused with `busy` when it has waited too long. */
export class BytesInFlight {
  readonly #limits: FlightLimits;
  readonly #held = new Map<string, number>();
  readonly #waiting = new Set<Waiting>();

  constructor(limits: FlightLimits) {
    this.#limits = limits;
  }

  /** Holds room for a body until what it answers is called; throws `busy` where there is none in time. */
  async hold(bytes: number, address: string, account: string | undefined): Promise<() => void> {
    const owners: Owner[] = [
      { key: 'process', limit: this.#limits.process },
      { key: `address ${address}`, limit: this.#limits.address },
      ...(account === undefined ? [] : [{ key: `account ${account}`, limit: this.#limits.account }]),
    ];
    if (!this.#fits(bytes, owners)) await this.#turn(bytes, owners);
    else this.#add(bytes, owners);
    return () => {
      this.#add(-bytes, owners);
      this.#grantWaiting();
    };
  }

  /** Of what is larger than a limit by itself, one at a time is let in. */
  #fits(bytes: number, owners: readonly Owner[]): boolean {
    return owners.every(({ key, limit }) => {
      const held = this.#held.get(key) ?? 0;
      return held === 0 || held + bytes <= limit;
    });
  }

  #add(bytes: number, owners: readonly Owner[]): void {
    for (const { key } of owners) {
      const held = (this.#held.get(key) ?? 0) + bytes;
      if (held === 0) this.#held.delete(key);
      else this.#held.set(key, held);
    }
  }

  #turn(bytes: number, owners: readonly Owner[]): Promise<void> {
    if (this.#waiting.size >= this.#limits.waiting) throw new Problem('busy');
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

  #grantWaiting(): void {
    for (const one of this.#waiting) {
      if (!this.#fits(one.bytes, one.owners)) continue;
      this.#waiting.delete(one);
      this.#add(one.bytes, one.owners);
      one.grant();
    }
  }
}
