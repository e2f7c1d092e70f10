// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 75,
  hash: 'ac48c186ed461b5431f4aec55d784fe1daa6b42876cafb0f396508f3d6499d7f',
};
