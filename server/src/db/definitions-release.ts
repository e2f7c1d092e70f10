// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 51,
  hash: '59f26bd7036f518230067ea6e420759b54edc6cc2a2b74c97acc1b8922857813',
};
