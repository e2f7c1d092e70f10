// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 107,
  hash: 'f3c45b0bf22ceab308d7070a116f45e9611c74cecdfbfe9e3db2035dcbd97b9c',
};
