// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 110,
  hash: 'b55e4a67e9ea3e27c80d4936f36e1abcd3bebc6204fd924f7470da5e9d79966e',
};
