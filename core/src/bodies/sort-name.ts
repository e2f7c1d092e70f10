/** Designations before the proper name of a body, longest first. */
const DESIGNATIONS = ['Thành phố', 'Ủy ban nhân dân', 'UBND', 'Đặc khu', 'Phường', 'Phòng', 'Tỉnh', 'TP.', 'Bộ', 'Sở', 'Xã'].map((word) =>
  word.normalize('NFC'),
);

/**
 * What a name is ordered by where nothing else is told: without the designations before it.
 * @example sortNameOf('Tỉnh Minh họa 01') === 'Minh họa 01'
 */
export function sortNameOf(full: string): string {
  const name = full.normalize('NFC').trim();
  const before = DESIGNATIONS.find((word) => name.toLowerCase().startsWith(`${word.toLowerCase()} `));
  return before === undefined ? name : sortNameOf(name.slice(before.length + 1));
}
