// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 95,
  hash: '241d91349df68f8b398964b8866e191cd6e65eeae2a2b8133ddb02c28ab27378',
};
