// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 83,
  hash: 'c2fc72bea3105ae8d07379174e9a5a3ae97183795b8ace6f3e4537ed1e42d149',
};
