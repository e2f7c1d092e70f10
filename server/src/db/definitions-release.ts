// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 49,
  hash: '58704bd0c4f16bc7f3ca735b0df1d7f00f05b752ffa79923403890dfd514cd99',
};
