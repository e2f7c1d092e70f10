// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 87,
  hash: '270cbdd9dd288fcc857100f28b1b38a86e48054d1e9e25ad5d1a931bf3d255a7',
};
