// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 60,
  hash: 'e804b636e802a21ac54e59eb46def588ead7772c379caa591cc03910c168898d',
};
