// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 33,
  hash: '2a301f09305eef2bcba7609cdf0cbd710301febcacb439bb5b690299fe2f32a7',
};
