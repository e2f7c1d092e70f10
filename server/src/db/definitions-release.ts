// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 79,
  hash: 'fe92cde739f2625977fed2157b78cbe3dd1f4f5383cd4988b60282e1cfaa229d',
};
