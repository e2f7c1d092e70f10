// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 23,
  hash: '5341215a7a2fbd5e63903b68673218a8e2725aaaed720d61388e373f6f93c110',
};
