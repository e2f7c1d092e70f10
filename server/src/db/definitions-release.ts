// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 7,
  hash: 'aada11d609480ba73bfc48fb6456d134f1b5c49e4d45160290ec5315b8f48f63',
};
