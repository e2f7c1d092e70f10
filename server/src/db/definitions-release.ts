// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 29,
  hash: '9b5f1f47be0d37f4d8c10069a6f874cd148b3ad65962c282d4acb9f580816355',
};
