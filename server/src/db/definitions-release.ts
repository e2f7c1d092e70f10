// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 77,
  hash: '73f1f96e14dd7350447a2caa77833da49bd135c57c112bb4ac9ceff16ed33fbc',
};
