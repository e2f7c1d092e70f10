/** Those that call themselves others come first. */
const BROWSERS = [
  ['Edg', 'Microsoft Edge'],
  ['coc_coc_browser', 'Cốc Cốc'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;
const SYSTEMS = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac OS X', 'Linux'] as const;

/** What a browser calls itself, as people know it; what is not known stands as it is. */
export function browserOf(agent: string): string {
  const browser = BROWSERS.find(([mark]) => agent.includes(`${mark}/`))?.[1];
  const system = SYSTEMS.find((mark) => agent.includes(mark));
  if (browser === undefined) return agent;
  return system === undefined ? browser : `${browser}, ${system}`;
}
