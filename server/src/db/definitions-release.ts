// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 113,
  hash: 'eb6e9639caedb64e948567eab47ba4b8f791b213c441740ab4bec8ec6c298aea',
};
