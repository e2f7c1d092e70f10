// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 88,
  hash: '3515c56d65b943f35eaa2d6238b33d6c6b1af6c3b7dd95950dce80a70338ca65',
};
