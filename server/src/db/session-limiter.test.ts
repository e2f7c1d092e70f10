import type pg from 'pg';
import { expect, it } from 'vitest';
import { inTurn, limitStrangers, recognize, TooManyWaiting } from './session-limiter.ts';

const pool = { options: { max: 10 } } as unknown as pg.Pool;
limitStrangers(pool);
for (const session of ['flood', 'clerk']) recognize(pool, session);

it('[F103] hundreds of requests of one session take half of the connections, those of all strangers as many, and another session none the later for it', async () => {
  let [running, most] = [0, 0];
  const ends: (() => void)[] = [];
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((resolve) => ends.push(resolve));
    running -= 1;
  };
  const flood = Array.from({ length: 205 }, () => inTurn(pool, 'flood', work));
  await expect(inTurn(pool, 'flood', work)).rejects.toThrow(TooManyWaiting);
  expect(running).toBe(5);
  expect(await inTurn(pool, 'clerk', async () => 'saved')).toBe('saved');
  expect(await inTurn(pool, undefined, async () => 'read')).toBe('read');
  // A session that anybody can make up is no turn of its own.
  const strangers = Array.from({ length: 9 }, (_, number) => inTurn(pool, number % 2 === 0 ? undefined : `made up ${number}`, work));
  expect(running).toBe(10);
  while (ends.length > 0) {
    ends.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all([...flood, ...strangers]);
  expect([most, running]).toEqual([10, 0]);
  await expect(inTurn(pool, 'flood', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await inTurn(pool, 'flood', async () => 'goes on')).toBe('goes on');
});

it('of a pool that only signs people in, strangers have all', async () => {
  const signOn = { options: { max: 10 } } as unknown as pg.Pool;
  const ends: (() => void)[] = [];
  const strangers = Array.from({ length: 10 }, () => inTurn(signOn, undefined, () => new Promise<void>((resolve) => ends.push(resolve))));
  expect(ends).toHaveLength(10);
  for (const end of ends) end();
  await Promise.all(strangers);
});
