// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 56,
  hash: '3cc054f495380c4b546f24b41ae553e4acf392dd008503ff0b1172614442bd2f',
};
