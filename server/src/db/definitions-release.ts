// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 41,
  hash: 'af795cf1f67436fdef70121e19d06b37348fab9784770daa950eefabca1c7037',
};
