/** What files are sent as. */
export const PDF = 'application/pdf';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV = 'text/csv';
/** Of a file whose kind its content tells. */
export const ANY_FILE = 'application/octet-stream';
