// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 71,
  hash: '004dcd90ab0b3a31efd770b67e4a4a461ced4c82afc7fea3dfd8edc30745adbd',
};
