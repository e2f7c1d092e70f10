// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 63,
  hash: 'dbc97cf4698025f9eaf58086c6e26279cb625ef516d089977befb95a58b657e3',
};
