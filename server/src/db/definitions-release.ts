// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 17,
  hash: 'a5a4718c1fdae0453e729589018706021c480d8f2308cbae26f1ab3b8cc788cb',
};
