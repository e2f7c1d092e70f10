// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 41,
  hash: 'e20964de922e20b0b257f7136c0ece51c320fd28bc353f41f38cf56024dabd16',
};
