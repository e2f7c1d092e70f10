// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 34,
  hash: 'a110836426b44c00393428279b976006b24dad08ea802291b156026226fca5b2',
};
