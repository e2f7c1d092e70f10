// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 104,
  hash: 'c744391b23652bae096254e041067a3ed48b007de4ca0b4ffcbf96423c928c66',
};
