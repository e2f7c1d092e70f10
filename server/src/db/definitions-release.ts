// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 90,
  hash: '47383b34b9f2c492c1835206696b08b89d3349c8bb442086f51d69525d62b2b7',
};
