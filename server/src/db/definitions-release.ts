// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 26,
  hash: 'fa759d18cc0a0d50a81d408d8b9068af9a4e478b46f39822310979780c6eaefd',
};
