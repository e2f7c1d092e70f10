// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 115,
  hash: 'b17d11a7c9a043590c178e2526f4a7525abe11ad95d0b8bf41acbfc2246c2c21',
};
