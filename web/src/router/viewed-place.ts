const LARGEST = 1_000_000;

const countIn = (value: unknown): number | undefined => {
  const count = Number(value);
  return Number.isInteger(count) && count >= 1 && count <= LARGEST ? count : undefined;
};

/** Version and page of a document in an address; what is none is left out. */
export function placeIn(search: Readonly<Record<string, unknown>>): { version?: number; page?: number } {
  const [version, page] = [countIn(search['version']), countIn(search['page'])];
  return { ...(version === undefined ? {} : { version }), ...(page === undefined ? {} : { page }) };
}
