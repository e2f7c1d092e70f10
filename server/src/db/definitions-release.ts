// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 53,
  hash: 'db1fe5eb787ae4f684dc469f7f8aa6159f0a59e89e73bb2250b56284483fc41f',
};
