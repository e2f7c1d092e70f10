// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 42,
  hash: '34b6b442e759447f10cc778495aa186cfb439efc0c7804804071dbdba8aab0eb',
};
