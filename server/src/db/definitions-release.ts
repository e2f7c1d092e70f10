// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 89,
  hash: 'a880902478db0560577edae85d1e3c2be183516292824330cb6dfff9d5258514',
};
