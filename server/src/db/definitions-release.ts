// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 57,
  hash: '63cbe9220053a4702d4c2bed0b9e761e5159212469abe4c23d4eaefbfe037d0d',
};
