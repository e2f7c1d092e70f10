// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 44,
  hash: 'aa85ad544a701f012bd04e4e627bffc473b3168fef8970a1c10d56d7e26cf052',
};
