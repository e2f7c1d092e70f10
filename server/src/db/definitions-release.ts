// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 68,
  hash: 'debf80027556e426243ecb8c0ef4baf0e9ab2f58da3e233e1d9e9831a3c7af4e',
};
