// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 25,
  hash: 'b1643d275c42ccc0c3eebc35456b261e0642ae6bd190da8870e6aec75315203c',
};
