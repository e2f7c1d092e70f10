// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 112,
  hash: 'c08d54d89a2713ec357d2dad5211b043cda624438d1d9370f138c03ad381f6a7',
};
