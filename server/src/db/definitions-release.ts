// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 20,
  hash: '1c29aeaab8bfed84489a4309660bfe2d315300acfee1eac58f34b6292524d7a2',
};
