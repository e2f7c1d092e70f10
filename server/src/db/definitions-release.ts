// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 85,
  hash: '667b727d1829d760168e42661f05ebe75806e3efab323ce858a573a52d3f8ce2',
};
