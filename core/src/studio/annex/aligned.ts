/** Longer lists, but for what is alike at their ends, are not compared. */
const MOST_PAIRS = 4_000_000;

/** Pairs of places of the longest run of like texts, in the order of both; undefined where too much is unlike. */
export function aligned(one: readonly string[], other: readonly string[]): (readonly [number, number])[] | undefined {
  let start = 0;
  while (start < Math.min(one.length, other.length) && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [rows, columns] = [one.length - start - end, other.length - start - end];
  if (rows * columns > MOST_PAIRS) return undefined;
  const width = columns + 1;
  // How long the run is that begins at each pair of places.
  const lengths = new Uint16Array((rows + 1) * width);
  const lengthAt = (row: number, column: number) => lengths[row * width + column] as number;
  const isLike = (row: number, column: number) => one[start + row] === other[start + column];
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1)
      lengths[row * width + column] = isLike(row, column) ? lengthAt(row + 1, column + 1) + 1 : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
  const pairs: (readonly [number, number])[] = Array.from({ length: start }, (_, index) => [index, index]);
  for (let [row, column] = [0, 0]; row < rows && column < columns; ) {
    if (isLike(row, column)) pairs.push([start + row++, start + column++]);
    else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row += 1;
    else column += 1;
  }
  for (let index = end; index > 0; index -= 1) pairs.push([one.length - index, other.length - index]);
  return pairs;
}
