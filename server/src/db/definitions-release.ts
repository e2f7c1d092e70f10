// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 64,
  hash: 'cf58d93eb7c1f9f595248e1d6e27f88e2f978069bcff927e0811959081551370',
};
