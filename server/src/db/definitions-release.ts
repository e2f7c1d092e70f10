// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 116,
  hash: '31840b031744ae2995233655a537c203dcbbabbf69304fa7598273094780e898',
};
