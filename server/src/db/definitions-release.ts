// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 121,
  hash: '81448f2f3f3da94b77276f5e6252df6b10ae256f3bc2b6a1ce5e284e50f81817',
};
