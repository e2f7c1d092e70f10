import * as evidence from '@parindex/core/contracts/evidence';
import * as retention from '@parindex/core/contracts/retention';
import * as rounds from '@parindex/core/contracts/rounds';
import { addressOf, call } from '../../../client/call.ts';
import type { LibraryKey } from './documents.ts';

const queryOf = (personal: boolean) => ({ personal: personal ? ('true' as const) : ('false' as const) });

/** All evidence of a sheet as one ZIP, for a download. */
export const packageAddress = (library: LibraryKey, personal: boolean): string =>
  addressOf(evidence.downloadPackage, { params: library, query: queryOf(personal) });
/** The archive of a closed round as one ZIP, for a download. */
export const archiveAddress = (round: string, personal: boolean): string =>
  addressOf(retention.downloadArchive, { params: { round }, query: queryOf(personal) });

/** Throws what would refuse the package, at the price of one document. */
export const checkPackage = (library: LibraryKey): Promise<unknown> => call(evidence.listDocuments, { params: library, query: { limit: 1 } });
/** Throws where nobody answers or the round is not there; a closed round stays closed. */
export const checkArchive = (round: string): Promise<unknown> => call(rounds.readRound, { params: { round } });
