import { expect, it } from 'vitest';
import { z } from 'zod';
import { withoutSchemas } from '../web/schema-limits.ts';

const body = z.strictObject({
  id: z.uuid(),
  reason: z.string().trim().min(1).max(2_000),
  note: z.string().max(300).nullable().default(null),
  year: z.number().int().min(2000).max(2200).optional(),
  document: z.strictObject({ number: z.string().max(100), date: z.iso.date() }),
  rows: z.array(z.strictObject({ name: z.string().max(50) })).max(10),
});

it('gives the browser the limits that a schema sets, under the names of its fields, and nothing else', () => {
  expect(withoutSchemas(body)).toEqual({
    reason: { maxLength: 2_000 },
    note: { maxLength: 300 },
    year: { min: 2000, max: 2200 },
    document: { number: { maxLength: 100 } },
    rows: { name: { maxLength: 50 } },
  });
});

it('gives it lists and numbers as they are, and no function', () => {
  expect([withoutSchemas(['read', 'write']), withoutSchemas(200), withoutSchemas(() => 1), withoutSchemas(z.boolean())]).toEqual([
    ['read', 'write'],
    200,
    undefined,
    {},
  ]);
});
