// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 106,
  hash: '268a6fa034edb092971fa67f1e49d841d2d09bbe39b0be825c310b89f23d2353',
};
