// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 3,
  hash: '382ee41ce1706639e5ca422d1bf8a113aece54874d9cef7f235841fca1bc90d7',
};
