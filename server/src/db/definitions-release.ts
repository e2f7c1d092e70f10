// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 74,
  hash: '28087a6f57c98d307c9d58518d346e863a005fecabc032d4198415c7772b2181',
};
