// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 67,
  hash: 'cdc6925bdc6d36096c17083b0bf38fb5a5b6b6a5e61f3b8c86f6093f96ae3dc6',
};
