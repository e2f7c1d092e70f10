/**
 * Classes of documents with different terms of keeping. The first that fits applies: withdrawn from the library, with
 * personal data, cited in the sheet, not cited.
 */
export const DOCUMENT_CLASSES = ['withdrawn', 'personalData', 'cited', 'uncited'] as const;
export type DocumentClass = (typeof DOCUMENT_CLASSES)[number];
