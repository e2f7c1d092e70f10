// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 108,
  hash: '26059785fbf7c673670ae2302f44cd5f4c605328a4c940aa779f099639b85431',
};
