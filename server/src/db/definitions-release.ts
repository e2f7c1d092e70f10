// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 119,
  hash: '6d154d7c0c9a7cf52089ae017f3c66e65fef4dbce53e82f488632b4491d3c06e',
};
