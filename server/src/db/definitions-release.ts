// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 103,
  hash: 'b782981e3a6c8ee0943409bb6ea077d8305d441644cbdca8c08d82591f56bb66',
};
