// How much the API takes: forms hold the same limits as the schemas, and need none of them for it.

/** Most parts that are given, taken back or decided on at once: a whole sheet with its figures fits. */
export const MOST_PARTS = 500;
export const MOST_NOTE_CHARACTERS = 2_000;
export const MOST_COMMENT_CHARACTERS = 5_000;
export const MOST_MENTIONS = 20;
/** Most bytes of one file where the operator says nothing: what the scanner looks through. */
export const MOST_FILE_BYTES = 200 * 1024 * 1024;
/** Most references of one save. */
export const MOST_REFERENCES = 200;
export const MOST_PER_PAGE = 200;
export const MOST_NOTICE_CHARACTERS = 5_000;
/** Most files of one document or notice of a round. */
export const MOST_ROUND_FILES = 20;
/** Most bytes of a signed report, or of a file of a round: a scan of some hundred pages fits. */
export const MOST_REPORT_BYTES = 32 * 1024 * 1024;
/** Most bytes of a workbook: that of a national sheet with all its texts has some two hundred thousand. */
export const MOST_WORKBOOK_BYTES = 8 * 1024 * 1024;
/** Most bytes of figures from elsewhere: 20,000 rows with their sources. */
export const MOST_IMPORT_BYTES = 8 * 1024 * 1024;
/** Most bytes of one interview: its answers. */
export const MOST_INTERVIEW_BYTES = 256 * 1024;
/** Most bytes of a frame that a sample is drawn from: a million lines of villages with name, code and strata. */
export const MOST_FRAME_BYTES = 96 * 1024 * 1024;
