// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 40,
  hash: '82bebeb79279910beec042e6c5ea3e0acc2dee50bcaa812b7771a5707e443fd2',
};
