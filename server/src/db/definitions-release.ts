// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 11,
  hash: 'c3fc5d3887a04c4feb281fea5088a6054328e7c4bb41f506c28e5aa5e1a7e4cc',
};
