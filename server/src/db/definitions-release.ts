// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 124,
  hash: '7b4f76f4c4ddd79179e06b9d965e8dcb63e980fdb4edd40ade44138519fb0a4f',
};
