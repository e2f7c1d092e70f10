// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 78,
  hash: 'ebc412a66569621b9e062f886bfdc39c0c39be85f5f72cef4df99c9c17a00221',
};
