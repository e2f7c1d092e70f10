// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 111,
  hash: '67dbc26274317454b893949f7f5b5f7f54a74299821c2128a553f6603562a16a',
};
