// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 15,
  hash: '629ffb68e1746b23889efd1886c9883d1ed6bf3fa0b4f9e507b0cd68d5eeacd5',
};
