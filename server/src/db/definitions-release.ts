// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 73,
  hash: '17468ed74707cb22fc50fc7f324b286598fc2404d9894e624e544b536c93f7fc',
};
