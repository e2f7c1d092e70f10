/** Where the library of a body in a round is, with all that can be done to its documents. */
export const libraryAddress = (round: string, body: string): string =>
  `/lam-viec/ky-danh-gia/${encodeURIComponent(round)}/bang-diem/${encodeURIComponent(body)}/tai-lieu`;
