import type { RefusalCode } from '@parindex/core/evidence/file-codes';
import { type ReportMatch, refusedFor } from '@parindex/core/submissions/signed-report';
import type { ReportRefusal } from '@parindex/core/words/report-words';
import type { NamedSheet } from './official-report.ts';
import type { SignedReport } from './read-signed.ts';
import type { Frozen } from './sheet-hash.ts';

/** What a report is compared with. */
export interface ReportRequest {
  readonly round: string;
  readonly body: string;
  /** What a report calls the sheet. */
  readonly sheet: string;
  readonly frozen: Frozen;
  /** Whether its bytes begin with the report as it was made: a signature is appended. */
  readonly asMade: boolean;
  /** Whether an owner permits a report whose signature or sheet cannot be read. */
  readonly permitted: boolean;
  readonly trustsSomebody: boolean;
}

export interface JudgedReport {
  readonly matched: ReportMatch;
  /** All reasons to refuse it; none: it is accepted. */
  readonly refusals: readonly ReportRefusal[];
  /** Whether it is accepted only by the owner's permission. */
  readonly byPermission: boolean;
}

/** Why a file is not examined any further. */
export const refusalOfFile = (code: RefusalCode | 'notPdf'): ReportRefusal => (code === 'notPdf' ? { code } : { code: 'file', file: code });

/**
 * Whether a report belongs to this sheet and is acceptably signed. A permission replaces what is missing: a signature, or
 * the sheet's hash; never a wrong signature, nor another sheet's report.
 */
export function judgeSigned({ signatures, hashes, sheets }: SignedReport, request: ReportRequest): JudgedReport {
  const { frozen, asMade, permitted, trustsSomebody } = request;
  const said = hashes.includes(frozen.hash);
  const isThis = ({ name, ids }: NamedSheet) => (ids ? ids.round === request.round && ids.body === request.body : name === request.sheet.normalize('NFC'));
  const other = said ? undefined : sheets.find((sheet) => !isThis(sheet) || sheet.seq !== frozen.seq);
  const own = signatures.filter(({ kind }) => kind === 'signature');
  const wrong = own.flatMap((signature): ReportRefusal[] => {
    const because = refusedFor(signature, trustsSomebody);
    return because.length === 0 ? [] : [{ code: 'signature', signature, because }];
  });
  const unsigned = own.length === 0;
  const unsaid = !said && !other;
  return {
    matched: asMade ? 'made' : said ? 'said' : 'permitted',
    byPermission: permitted && (unsigned || unsaid),
    refusals: [
      ...(unsigned && !permitted ? [{ code: 'notSigned' as const }] : []),
      ...wrong,
      ...(other ? [{ code: 'otherSheet' as const, sheet: other, same: isThis(other) }] : []),
      ...(unsaid && !asMade && !permitted ? [{ code: 'noHash' as const }] : []),
    ],
  };
}
