// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 78,
  hash: 'a97e7e0623748bb73bc9fbf6647da770a5c3b219c293f0b23a48740b2f688ea1',
};
