// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 21,
  hash: '50d78d9ab201ae7d0f344ff73f5a30c25ddc62a72c03d74357497b18e330d6ee',
};
