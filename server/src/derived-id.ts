import { createHash } from 'node:crypto';

/** An id that follows from a text: whoever says the same again makes no second one. */
export function derivedId(from: string): string {
  const hex = createHash('sha256').update(from).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
