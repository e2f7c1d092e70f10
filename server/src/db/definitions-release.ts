// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 44,
  hash: 'a2f1b15c92f2559cd26437bab6e8361630e289cf5cfbfb2dcb63890720181150',
};
