// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 40,
  hash: '6c2a0cce90575b46c6fe2d4dcaa62e69a09655d870bbf57b7659217179597c7c',
};
