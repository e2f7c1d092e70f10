// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 63,
  hash: 'b2c1f9e0aa58748b125971db01f3eac20323dfc11bd40578446867e18efcc5c9',
};
