// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 18,
  hash: '9d243bdd8849f62565d70d5fa1296abe415f53421cb51822def3c35cf2157810',
};
