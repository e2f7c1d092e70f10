// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 84,
  hash: 'b9f93d21a52046fc69552074fe3302dd9aca3717d0c46e5cd240cfa91484ca5c',
};
