// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 22,
  hash: 'b7d36105a3b6fa551947f75324c32aa9511c3d5c3a24619b79f41fc22c1f8c75',
};
