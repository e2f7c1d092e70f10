// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 92,
  hash: '9093201e7ab36cc527ed8493fd8ef21e2c856ca4cced04387d469d649860f458',
};
