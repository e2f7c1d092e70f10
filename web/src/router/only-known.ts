/** The router hands on what an address says besides what is known of it: that is taken out, so that no page meets it. */
export function onlyKnown<Search extends object>(asked: Readonly<Record<string, unknown>>, known: Search): Search {
  return { ...Object.fromEntries(Object.keys(asked).map((key) => [key, undefined])), ...known };
}
