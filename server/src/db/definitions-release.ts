// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 54,
  hash: 'ef671004ba69c055240095c81488acb647d8a1e81ef2e6160ecd6010aa39b2fe',
};
