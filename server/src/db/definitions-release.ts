// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 8,
  hash: '222e34c75486c31413a970fb827f65982f3b8f906047572b39401afa2065036b',
};
