// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 111,
  hash: 'd42237e1a48302ec1144794ddd44dd5fcf9c3a181acb75f46f4014c89ea5530e',
};
