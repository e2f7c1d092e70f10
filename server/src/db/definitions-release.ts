// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 27,
  hash: 'd2fce3b3169521d1692a683f0f3f4b4be0f2cb7c68a808a2a9cf03c54fa1efed',
};
