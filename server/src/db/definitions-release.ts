// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 6,
  hash: '9212b8b93aeed9c34d9d5097facb2916957332a59d678cde17293aa108ea61f6',
};
