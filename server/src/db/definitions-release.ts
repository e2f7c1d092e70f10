// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 55,
  hash: '3f1c388f7c4a67134a0d98f731332e215d5cb3f4a6e9d199d0c3c8ba0368d079',
};
