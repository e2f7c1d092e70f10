// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 35,
  hash: '3ac586af9ed6268a7c71bec98a10fe0f69d2e9def61404fa2a7d9fcc5b7ed677',
};
