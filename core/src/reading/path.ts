/** A place in a document, kept as a chain so that walking down costs one small object. */
export type Path = { readonly up: Path; readonly key: string | number } | null;

export const ROOT: Path = null;

export const at = (up: Path, ...keys: (string | number)[]): Path => {
  let path = up;
  for (const key of keys) path = { up: path, key };
  return path;
};

export function keysOf(path: Path): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let here = path; here; here = here.up) keys.unshift(here.key);
  return keys;
}

/** The JSON pointer (RFC 6901) of a path. */
export const pointer = (path: Path): string =>
  keysOf(path)
    .map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
