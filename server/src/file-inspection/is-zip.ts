/** XLSX is a ZIP and begins like one, whatever the file is called. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
