// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 122,
  hash: 'b447b11b185e8a650d1f8093597ca05760e7f64875d7e557869e49a41cfa20ae',
};
