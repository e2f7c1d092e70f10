// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 1,
  hash: 'cbf1f14cffec3c5f93dc3520bcabebcdb2620ccbb37bbd5d50c9544fc73e4742',
};
