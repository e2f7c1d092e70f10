// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: 30,
  hash: 'b3239b94596493587281bde49df3f3404355078743870d18ba03dc9f2e1181bf',
};
