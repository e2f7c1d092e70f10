// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 2,
  hash: '524e43e0a654cbd3049fc43bdca615056bb112ce4ce68c12193d3fd2bfac2aa9',
};
