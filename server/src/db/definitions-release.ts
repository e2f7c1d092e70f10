// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 39,
  hash: 'c54e4460fdc5df93ef278b9982e825b2d2cd044d5560b667adcdf17389574ece',
};
