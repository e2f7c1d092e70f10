// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 5,
  hash: '9ea662554f7660178dd1eeb8c8aaf80757e1e6cfc899ae9b6503acffad73ed41',
};
