// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 43,
  hash: '4487e3bbbe7d457d9696371a7c7b70d6357604d57d4a06fecca39ac0d9626257',
};
