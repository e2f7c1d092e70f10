// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 35,
  hash: 'b0fc55200b64b023e5c074d35c7359c86d530141f4990d02a404a38eed638408',
};
