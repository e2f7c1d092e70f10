// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 121,
  hash: '492c64d073ecd495cfe3a0ce851dae73cd120c32504ccb01b08b486b557cdbb6',
};
