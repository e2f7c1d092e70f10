// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 118,
  hash: '5afbf13ed77b12fa4ecbccf5adf30f3fd7a84160378b60256c23bce095f6cf68',
};
