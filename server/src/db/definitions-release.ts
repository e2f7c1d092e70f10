// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 81,
  hash: 'c28420f963560b21537987cd3168f053616ecad5ac24d42f42960c431e3e9210',
};
