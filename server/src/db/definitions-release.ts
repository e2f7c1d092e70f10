// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 43,
  hash: 'ee428b70038fd7e9de224d0be1c0d38066ecb093a04ec841c358fd8f9859f9ec',
};
