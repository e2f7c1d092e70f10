// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 86,
  hash: '0df882818b72a87ca701a805abff123b0283c24d04c12a6f8d1d0b96bcc885a2',
};
