// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 96,
  hash: 'f46a5ebf3ece421676fa7d5071752977f996759d0fc8485bde7cbd608de1f629',
};
