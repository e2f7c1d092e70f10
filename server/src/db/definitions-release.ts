// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 93,
  hash: '0650014eb12665bba23d40fc75f48aa237215c05f860be12ed0c19af0f8b8144',
};
