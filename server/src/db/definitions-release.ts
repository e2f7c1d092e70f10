// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 80,
  hash: 'd145975c7b52e07caa8d205e4f1241463a19010186d3ae49fc9d49837ef654dd',
};
