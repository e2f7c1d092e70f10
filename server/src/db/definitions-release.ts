// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 62,
  hash: '2070dc9cdd45e02cb6fcaf66f613992941ac6a15e0d2ac89a3bef74a75ec2620',
};
