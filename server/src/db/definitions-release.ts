// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 46,
  hash: '6b5a24cfa06ec27d9adf8057a1f9432f6d5ecabf4cee8701f405fcda104d993c',
};
