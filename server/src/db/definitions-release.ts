// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 59,
  hash: '9b43483cc72e6d82cda955579e1c1e12e7f5eefd23d7842e31b81611d7c16602',
};
