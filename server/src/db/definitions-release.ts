// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 97,
  hash: 'dff723e9c146d4912d2a00e8887cfbe4a8a633927a26b8294b5e6181b7f96dba',
};
