// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 101,
  hash: '0d5b751823bca5f84c423f2340280909e3c1440f00e2a39103f8783a305a6263',
};
