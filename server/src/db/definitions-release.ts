// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 9,
  hash: '18e848e6f6a223749f884c2104c74e8499a7ab1264a76809baa02dae5e99768a',
};
