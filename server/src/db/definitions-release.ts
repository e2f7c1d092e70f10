// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 24,
  hash: '6c3d3f4b453eb7cc5c1ace1e3f0fd498fcbb040575aefa18bcf249c0dff37852',
};
