// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 4,
  hash: '04696b7a8253c66d5e6ced6d48fe852a2314d5b1e161f72b5152a336c6ca45cf',
};
