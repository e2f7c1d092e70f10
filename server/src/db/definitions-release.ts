// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 112,
  hash: 'fa92125230d564a083c2bd48dc2c1d344562b9469a5b2d900e7a2a991a362cd8',
};
