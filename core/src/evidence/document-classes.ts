/**
 * Classes of documents by which the law's terms of keeping are set. A document is of the first that fits: taken out of
 * the library, with personal data, cited in the sheet, cited nowhere.
 */
export const DOCUMENT_CLASSES = ['withdrawn', 'personalData', 'cited', 'uncited'] as const;
export type DocumentClass = (typeof DOCUMENT_CLASSES)[number];
