import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BytesInFlight } from './bytes-in-flight.ts';

const flight = () =>
  new BytesInFlight({
    process: { bytes: 100, bodies: 4, waiting: 8 },
    address: { bytes: 80, bodies: 3, waiting: 5 },
    account: { bytes: 40, bodies: 1, waiting: 2 },
    patience: 20_000,
  });

/** How a body fares: let in, refused with a code, or undefined while it waits. */
async function faresNow(held: Promise<() => void>): Promise<string | undefined> {
  let how: string | undefined;
  held.then(
    () => (how = 'in'),
    (problem: { code: string }) => (how = problem.code),
  );
  await vi.advanceTimersByTimeAsync(0);
  return how;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('[F95] room for the bytes of bodies', () => {
  it('is limited by bytes and bodies, of an account, an address and the process; what is larger than a limit comes alone', async () => {
    const bytes = flight();
    expect(await faresNow(bytes.hold(10, 'a', 'an'))).toBe('in');
    expect(await faresNow(bytes.hold(10, 'b', 'an'))).toBeUndefined();
    expect(await faresNow(bytes.hold(10, 'a', 'binh'))).toBe('in');
    // 20 of 80 are held by its address, so 70 more are too many.
    expect(await faresNow(bytes.hold(70, 'a', 'chi'))).toBeUndefined();
    expect(await faresNow(bytes.hold(70, 'b', 'chi'))).toBe('in');
    expect(await faresNow(bytes.hold(20, 'c', 'dung'))).toBeUndefined();
    expect(await faresNow(flight().hold(1_000, 'a', 'an'))).toBe('in');
  });

  it('that is given back lets in who waits; who waits too long is told to come later', async () => {
    const bytes = flight();
    const release = await bytes.hold(10, 'a', 'an');
    const [second, third] = [bytes.hold(10, 'a', 'an'), bytes.hold(10, 'a', 'an')];
    const thirdFares = third.catch((problem: { code: string }) => problem.code);
    expect(await faresNow(second)).toBeUndefined();
    release();
    expect(await faresNow(second)).toBe('in');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await thirdFares).toBe('busy');
  });

  it('is waited for by a few bodies of each account and address, so that a few accounts keep no others from waiting', async () => {
    const bytes = flight();
    const fares = [];
    // Two accounts at one address ask for more than there are places to wait.
    for (const account of ['an', 'binh']) for (let number = 0; number < 10; number += 1) fares.push(await faresNow(bytes.hold(10, 'a', account)));
    expect(Object.groupBy(fares, (how) => how ?? 'waits')).toMatchObject({ in: { length: 2 }, waits: { length: 4 }, busy: { length: 14 } });
    // Nor does an address with many accounts.
    for (const account of ['chi', 'dung', 'giang', 'hanh']) await faresNow(bytes.hold(10, 'a', account));
    expect(await faresNow(bytes.hold(10, 'a', 'khanh'))).toBe('busy');
    const release = await bytes.hold(10, 'b', 'lan');
    const report = bytes.hold(10, 'b', 'lan');
    expect(await faresNow(report)).toBeUndefined();
    release();
    expect(await faresNow(report)).toBe('in');
  });
});
