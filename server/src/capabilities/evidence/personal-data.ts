import type { DocumentRow, VersionRow } from './queries/documents.ts';

/**
 * Whether a version counts as personal data: every version of a document that holds any, except redacted copies once the
 * document is released. app.search_pages applies the same rule.
 */
export const holdsPersonalData = ({ personalData, access }: Pick<DocumentRow, 'personalData' | 'access'>, version: Pick<VersionRow, 'redacted'>): boolean =>
  personalData && !(version.redacted && access === 'released');
