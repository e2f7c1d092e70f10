// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 111,
  hash: 'fde82810489f87a00600e5277e6f2ee474f6a605ec97caf4de7ffe7f086634a4',
};
