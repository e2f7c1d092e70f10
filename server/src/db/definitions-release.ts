// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 72,
  hash: 'eefbedbb35b43e3db0677478aedc9d40b6741d847781be74bce108052f2f06a7',
};
