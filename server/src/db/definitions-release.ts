// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 120,
  hash: '77bee56ae66a4fd8cd75fc3b79048b912a60c32e31c20f6eb82de7864166ab09',
};
