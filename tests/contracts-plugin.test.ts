import { readSheet } from '@parindex/core/contracts/sheets';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { forBrowsers } from '../web/contracts-plugin.ts';

const body = z.strictObject({
  id: z.uuid(),
  reason: z.string().trim().min(1).max(2_000),
  note: z.string().max(300).nullable().default(null),
  year: z.number().int().min(2000).max(2200).optional(),
  document: z.strictObject({ number: z.string().max(100), date: z.iso.date() }),
  rows: z.array(z.strictObject({ name: z.string().max(50) })).max(10),
});

it('gives the browser the limits that a schema sets, under the names of its fields, and nothing else', () => {
  expect(forBrowsers(body)).toEqual({
    reason: { maxLength: 2_000 },
    note: { maxLength: 300 },
    year: { min: 2000, max: 2200 },
    document: { number: { maxLength: 100 } },
    rows: { name: { maxLength: 50 } },
  });
});

it('gives it lists and numbers as they are, and no function', () => {
  expect([forBrowsers(['read', 'write']), forBrowsers(200), forBrowsers(() => 1), forBrowsers(z.boolean())]).toEqual([['read', 'write'], 200, undefined, {}]);
});

it('gives it of a contract where it is called', () => {
  expect(forBrowsers(readSheet)).toEqual({ method: 'GET', url: '/api/rounds/{round}/sheets/{body}' });
});
