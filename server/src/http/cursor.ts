import { at, Faults, ROOT } from '@parindex/core';
import { z } from 'zod';
import { CONTROL } from './content.ts';
import { Problem } from './problems.ts';

/** Where a page ended, by the list's sort key: the next page starts there, even if the row is gone. */
export const cursorOf = (key: readonly (string | number | boolean)[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** Reads a cursor; an invalid one is a fault. */
export function readCursor<T>(after: string | undefined, key: z.ZodType<T>): T | undefined {
  if (after === undefined) return undefined;
  const parsed = key.safeParse(keyIn(after));
  if (parsed.success) return parsed.data;
  const faults = new Faults();
  faults.add('unknownValue', at(ROOT, 'query', 'after'), { found: after });
  throw new Problem('faulty', { faults });
}

function keyIn(after: string): unknown {
  try {
    const key: unknown = JSON.parse(Buffer.from(after, 'base64url').toString());
    return Array.isArray(key) && !key.some((part) => CONTROL.test(String(part))) ? key : undefined;
  } catch {
    return undefined;
  }
}

const byId = z.tuple([z.uuid()]);

/** A page of a list that was read whole; the next one starts after its last row. */
export function pageById<T extends { readonly id: string }>(
  rows: readonly T[],
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
) {
  const [last] = readCursor(after, byId) ?? [];
  const from = last === undefined ? 0 : rows.findIndex(({ id }) => id === last) + 1;
  const page = rows.slice(from, from + limit);
  const end = page.at(-1);
  return { page, next: end && from + page.length < rows.length ? cursorOf([end.id]) : null };
}
