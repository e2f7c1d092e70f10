// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 122,
  hash: '02dd1b712a58d42658820b1e5bf851067df1a058438656e0abea1693b99e455b',
};
