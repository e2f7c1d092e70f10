import { isIPv4 } from 'node:net';
import { addressGroup } from './slowing.ts';

/** An address as a person needs it to tell their own from a stranger's: without the part that names one machine. */
export function maskedAddress(address: string | null): string | null {
  if (address === null) return null;
  const group = addressGroup(address);
  return isIPv4(group) ? group.replace(/\d+$/, '*') : group;
}
