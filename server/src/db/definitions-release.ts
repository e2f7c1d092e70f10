// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 125,
  hash: '7380d67fcb53f3aa3ff5bca104b67ee9bb5fcf3c9e36414542b8d3d0308e9f3c',
};
