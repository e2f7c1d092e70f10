// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 42,
  hash: '089ea4162a8da8d08c76c3c2db0b47b31e24bbca1e7ad6f4d33747116f833cbd',
};
