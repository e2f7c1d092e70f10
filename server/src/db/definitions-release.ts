// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 12,
  hash: 'a077ec808ea4137cfa3adcc846f98d81cbb85d2199b23ea62012b11cddb452cf',
};
