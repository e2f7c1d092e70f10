// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 45,
  hash: '188766c0172e300f5769470dc009201c45f2a2c25df443c6fb6cce024f2adaf9',
};
