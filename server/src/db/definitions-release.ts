// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 58,
  hash: '9ff0f417d595978ba716d40707a4bc0aec7a9965bac8acce6a0560cd33b7f25f',
};
