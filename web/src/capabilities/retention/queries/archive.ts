import * as retention from '@parindex/core/contracts/retention';
import * as rounds from '@parindex/core/contracts/rounds';
import { addressOf, call } from '../../../client/call.ts';

/** The archive of a closed round as one ZIP, for a download. */
export const archiveAddress = (round: string, personal: boolean): string =>
  addressOf(retention.downloadArchive, { params: { round }, query: { personal: personal ? 'true' : 'false' } });

/** Throws if the server does not answer or the round does not exist; a closed round stays closed. */
export const checkArchive = (round: string): Promise<unknown> => call(rounds.readRound, { params: { round } });
