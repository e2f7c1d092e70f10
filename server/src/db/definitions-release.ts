// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 24,
  hash: 'e3f0d90dfa9460044a5aeb4b87289356d0d6347449eca871c79e034851ba18fa',
};
