// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 16,
  hash: 'ee59786a8c4ca72792fcc8be6d5062e0612f654bc814d07e740d43cf6b7ff3da',
};
