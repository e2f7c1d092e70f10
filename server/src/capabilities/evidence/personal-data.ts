import type { DocumentRow, VersionRow } from './queries/documents.ts';

/**
 * Whether a version is one with personal data: all of a document that holds them, but for the copies with them blacked out once
 * the document was released. app.search_pages says the same.
 */
export const holdsPersonalData = ({ personalData, access }: Pick<DocumentRow, 'personalData' | 'access'>, version: Pick<VersionRow, 'redacted'>): boolean =>
  personalData && !(version.redacted && access === 'released');
