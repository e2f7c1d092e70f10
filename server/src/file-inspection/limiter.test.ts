import { expect, it } from 'vitest';
import { Limiter } from './limiter.ts';

it('lets two run at once, a third wait for its turn, and tells a fourth that there is no room; a failure frees its place', async () => {
  const limiter = new Limiter(2, 1);
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const work = (name: string) => () =>
    new Promise<string>((resolve, reject) => {
      begun.push(name);
      ends.set(name, (error) => (error ? reject(error) : resolve(name)));
    });
  const first = limiter.take(work('một'));
  const second = limiter.take(work('hai'));
  const third = limiter.take(work('ba'));
  expect([await limiter.take(work('bốn')), begun]).toEqual([undefined, ['một', 'hai']]);
  ends.get('một')?.(new Error('hỏng'));
  await expect(first).rejects.toThrow('hỏng');
  await new Promise((resolve) => setImmediate(resolve));
  expect(begun).toEqual(['một', 'hai', 'ba']);
  ends.get('hai')?.();
  ends.get('ba')?.();
  expect([await second, await third]).toEqual(['hai', 'ba']);
  const fifth = limiter.take(work('năm'));
  ends.get('năm')?.();
  expect(await fifth).toBe('năm');
});
