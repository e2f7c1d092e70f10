// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 70,
  hash: '3f7da0265ea1925b28bf33dca6e93fc85e30df764029c0f5c75f7d90fe5f83d4',
};
