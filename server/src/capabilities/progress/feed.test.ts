import { describe, expect, it } from 'vitest';
import { BoardFeed, type Polled } from './feed.ts';
import { Listener } from './listener.ts';

const listener = (seconds?: number) => new Listener({ credentials: {}, account: 'a', session: 's', after: undefined, seconds, packed: false });

/** A feed over rows that a story changes. */
function feedOver(rows: Map<string, string>) {
  const told = { looks: 0, idle: 0, failed: 0, away: false };
  const feed = new BoardFeed<null>({
    async poll(): Promise<Polled<null>> {
      told.looks += 1;
      if (told.away) throw new Error('away');
      return { at: new Date(0), plan: 'p', rows: new Map(rows), rights: null };
    },
    refused: async () => [],
    ended: async () => [],
    failed: () => {
      told.failed += 1;
    },
    idle: () => {
      told.idle += 1;
    },
  });
  return { feed, told };
}

describe('[F107] a stream of a board', () => {
  it('is looked for only while somebody listens', async () => {
    const { feed, told } = feedOver(new Map([['a', '{}']]));
    const [one, other] = [listener(), listener()];
    feed.add(one);
    feed.add(other);
    await expect.poll(() => other.stream.readableLength).toBeGreaterThan(20);
    expect(told).toMatchObject({ looks: 1, idle: 0 });
    one.stream.destroy();
    other.stream.destroy();
    await expect.poll(() => told.idle).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(told.looks).toBe(1);
  });

  it('lets go whoever does not take what is sent, and nobody else', async () => {
    const rows = new Map([['a', JSON.stringify('x'.repeat(600_000))]]);
    const { feed, told } = feedOver(rows);
    const [slow, quick] = [listener(), listener()];
    let taken = 0;
    quick.stream.on('data', (piece: Buffer) => {
      taken += piece.length;
    });
    feed.add(slow);
    feed.add(quick);
    await expect.poll(() => taken).toBeGreaterThan(600_000);
    expect(slow.stream.destroyed).toBe(false);
    rows.set('a', JSON.stringify('y'.repeat(600_000)));
    await expect.poll(() => slow.stream.destroyed).toBe(true);
    await expect.poll(() => taken).toBeGreaterThan(1_200_000);
    // A database that is away ends no stream.
    told.away = true;
    await expect.poll(() => told.failed).toBe(1);
    expect(quick.stream.destroyed).toBe(false);
    quick.stream.destroy();
  });
});
