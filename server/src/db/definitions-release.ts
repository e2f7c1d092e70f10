// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 91,
  hash: '19547665422f616fc7ba60e1a518c1ba506d3eeba8da1d752060af3c2258b51e',
};
