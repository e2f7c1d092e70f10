/** Texts of an address by their keys; all else in it is left out. */
export function textsIn<const K extends string>(search: Readonly<Record<string, unknown>>, keys: readonly K[]): Partial<Record<K, string>> {
  const found: Partial<Record<K, string>> = {};
  for (const key of keys) {
    const value = search[key];
    // The router reads "5" as a number.
    if (typeof value === 'string' || typeof value === 'number') found[key] = String(value);
  }
  return found;
}
