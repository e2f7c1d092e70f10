// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 52,
  hash: 'd27f5ac199975c3ce1fa306da103d0da7031c9b95dbb247593af750693065c02',
};
