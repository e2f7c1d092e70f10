import { isObject, type Raw } from '@parindex/core';
import { NumberToken } from '@parindex/core/reading/raw';
import { Problem } from '../problems.ts';

/** Refuses a write that saw an older version, and shows the new one; where no version could be read, the schema says so. */
export async function refuseStale(raw: Raw, version: number, present: () => Promise<unknown>): Promise<void> {
  const seen = isObject(raw) ? raw['version'] : undefined;
  if (!(seen instanceof NumberToken) || !/^\d{1,10}$/.test(seen.text) || Number(seen.text) === version) return;
  throw new Problem('staleVersion', { more: { version, current: await present() } });
}
