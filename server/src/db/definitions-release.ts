// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 50,
  hash: 'e422a3a84d08fb96d6f94ec8861db0884c719cea0ca4e7f0d9a512bc99a2bb9b',
};
