// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 26,
  hash: 'bf48226b611c91dad7d74e5ca412d3b156538fa577d1eb192c679680758a0861',
};
