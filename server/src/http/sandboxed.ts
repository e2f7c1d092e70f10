/**
 * How a file is answered: as a download that no browser runs. It stands in a sandbox without an origin, is not guessed
 * at, and is kept by nobody on the way.
 */
export const sandboxed = (type: string, name: string): Record<string, string> => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'private, no-store',
  // The bytes are what the hash was taken of: nothing packs them anew.
  'content-encoding': 'identity',
});
