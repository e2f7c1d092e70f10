/** Numbers of letters that are given out one after another: the first run of digits is counted up, what stands around it stays; without digits all have the same. */
export function lettersNumberedFrom(first: string, count: number): string[] {
  const found = /\d+/.exec(first);
  return Array.from({ length: count }, (_, index) => {
    if (!found) return first;
    const [digits] = found;
    const number = String(BigInt(digits) + BigInt(index)).padStart(digits.length, '0');
    return first.slice(0, found.index) + number + first.slice(found.index + digits.length);
  });
}
