// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 116,
  hash: '2448963dfe7dbbb779d86607ab77f61fafe0bd61279635d4bbf894c28710b8bf',
};
