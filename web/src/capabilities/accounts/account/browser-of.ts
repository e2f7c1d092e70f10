/** Browsers that also carry another one's name come first. */
const BROWSERS = [
  ['Edg', 'Microsoft Edge'],
  ['coc_coc_browser', 'Cốc Cốc'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;
const SYSTEMS = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac OS X', 'Linux'] as const;

/** The browser's usual name from its user agent; an unknown one is shown as it is. */
export function browserOf(agent: string): string {
  const browser = BROWSERS.find(([mark]) => agent.includes(`${mark}/`))?.[1];
  const system = SYSTEMS.find((mark) => agent.includes(mark));
  if (browser === undefined) return agent;
  return system === undefined ? browser : `${browser}, ${system}`;
}
