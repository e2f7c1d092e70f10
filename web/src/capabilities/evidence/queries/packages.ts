import { ask, inPath } from '../../../client/request.ts';
import type { Round } from '../../rounds/queries/rounds.ts';
import { type DocumentList, type LibraryKey, sheetAddress } from './documents.ts';

const withPersonal = (address: string, personal: boolean): string => `${address}?personal=${personal}`;

/** All evidence of a sheet as one ZIP, for a download. */
export const packageAddress = (library: LibraryKey, personal: boolean): string => withPersonal(`${sheetAddress(library)}/package`, personal);
/** The archive of a closed round as one ZIP, for a download. */
export const archiveAddress = (round: string, personal: boolean): string => withPersonal(`/api/rounds/${inPath(round)}/archive`, personal);

/** Throws what would refuse the package, at the price of one document. */
export const checkPackage = (library: LibraryKey): Promise<unknown> => ask<DocumentList>('GET', `${sheetAddress(library)}/documents`, { query: { limit: 1 } });
/** Throws where nobody answers or the round is not there; a closed round stays closed. */
export const checkArchive = (round: string): Promise<unknown> => ask<Round>('GET', `/api/rounds/${inPath(round)}`);
