// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 123,
  hash: 'a030ed1ad0a51517f293746479ce8bdf9bdf523f32ff4240ae274638acb611b7',
};
