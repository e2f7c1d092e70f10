// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 114,
  hash: 'b3f10f6b1621023bbe561a1a72ed6b58e66dc883ddfd2f3671af038b94f07cbd',
};
