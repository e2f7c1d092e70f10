// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 10,
  hash: '536988a645ec839681e8ae02eb5b1ba5c99312d6924cd19e890b62a3bfedc30a',
};
