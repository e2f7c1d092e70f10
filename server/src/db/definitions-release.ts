// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 66,
  hash: '8f3987201d7c43770242910b51763a70d28e6084f9e693bb1524ad4f0e4de33c',
};
