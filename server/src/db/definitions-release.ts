// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 65,
  hash: '6a8fa9bb03dc03189662ef3423b8ed89d41c6e0e496faf75de9fba801b15077b',
};
