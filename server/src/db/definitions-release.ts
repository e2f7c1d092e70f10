// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 38,
  hash: 'ac7677d72186af4f95988d64fed372095bb6914c11e18d24446b64b402e5d34c',
};
