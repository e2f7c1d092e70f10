import * as evidence from '@parindex/core/contracts/evidence';
import { addressOf, call } from '../../../client/call.ts';
import type { SheetKey } from '../../../client/sheet.ts';

const queryOf = (personal: boolean) => ({ personal: personal ? ('true' as const) : ('false' as const) });

/** All evidence of a sheet as one ZIP, for a download. */
export const packageAddress = (library: SheetKey, personal: boolean): string =>
  addressOf(evidence.downloadPackage, { params: library, query: queryOf(personal) });

/** Throws if the package would be refused, at the cost of reading one document. */
export const checkPackage = (library: SheetKey): Promise<unknown> => call(evidence.listDocuments, { params: library, query: { limit: 1 } });
