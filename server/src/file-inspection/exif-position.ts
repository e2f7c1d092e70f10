const EXIF_HEAD = 'Exif\0\0';
/** Tag of the pointer to the positions, and of latitude and longitude among them (Exif 2.32, 4.6). */
const POSITIONS = 0x8825;
const LATITUDE = 2;
const LONGITUDE = 4;
const ENTRY_BYTES = 12;

/** Whether an EXIF block contains the place of the photograph. An unreadable block counts as none. */
export function tellsPosition(exif: Uint8Array): boolean {
  try {
    const bytes = Buffer.from(exif.buffer, exif.byteOffset, exif.byteLength);
    const tiff = bytes.subarray(0, EXIF_HEAD.length).toString('latin1') === EXIF_HEAD ? bytes.subarray(EXIF_HEAD.length) : bytes;
    const little = tiff.subarray(0, 2).toString('latin1') === 'II';
    const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
    const positions = tagsAt(view, view.getUint32(4, little), little).get(POSITIONS);
    if (positions === undefined) return false;
    const tags = tagsAt(view, positions, little);
    return tags.has(LATITUDE) || tags.has(LONGITUDE);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The tags of a directory with their values or offsets; throws RangeError beyond the block's end. */
function tagsAt(view: DataView, offset: number, little: boolean): Map<number, number> {
  const tags = new Map<number, number>();
  const count = view.getUint16(offset, little);
  for (let index = 0; index < count; index += 1) {
    const place = offset + 2 + index * ENTRY_BYTES;
    tags.set(view.getUint16(place, little), view.getUint32(place + 8, little));
  }
  return tags;
}
