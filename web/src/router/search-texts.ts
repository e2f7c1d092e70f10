/** The given text parameters of an address; others are dropped. */
export function textsIn<const K extends string>(search: Readonly<Record<string, unknown>>, keys: readonly K[]): Partial<Record<K, string>> {
  const found: Partial<Record<K, string>> = {};
  for (const key of keys) {
    const value = search[key];
    // The router parses "5" as a number.
    if (typeof value === 'string' || typeof value === 'number') found[key] = String(value);
  }
  return found;
}
