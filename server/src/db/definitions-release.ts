// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 14,
  hash: '9f3def9f559d1b6cd28965c0c6e6f02562152aa7f353ae42b87c2c9f27f21a6b',
};
