// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 2,
  hash: 'dc8bcdf050f060e5bf197327ea72820b355d176447528658684bdfc78d7d94ac',
};
