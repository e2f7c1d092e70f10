// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 84,
  hash: '773818bd79a3867457446c13b8205c01d6858201983ae3b96c03a29766a374f7',
};
