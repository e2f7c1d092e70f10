// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 19,
  hash: 'dea8d62ce5564e780566d6f6b03a600068a730c69bc546ce5a06963a8dad9eef',
};
