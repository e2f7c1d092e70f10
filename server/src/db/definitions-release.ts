// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 126,
  hash: '1482e2d034c706c8053f1548e83754b987fdf8f9914a64231554dea9e717de3c',
};
