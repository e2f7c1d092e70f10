import { type Membership, may } from '@parindex/core/rights/index';
import type { ReadyEdition } from '../editions/ready.ts';
import { appraisersOf, itemsCounting } from '../sheets/appraisers.ts';
import type { SheetPlace } from '../sheets/queries/sheets.ts';
import type { Reader } from './present.ts';

/**
 * How somebody reads a body's library. Documents with personal data are for the body's own people, the council, and the
 * appraisers of items that cite them, by themselves, by a figure, or by what is said of them.
 */
export function readerOf(memberships: readonly Membership[], place: SheetPlace, edition: ReadyEdition, scans: boolean): Omit<Reader, 'changes'> {
  const { body, roundOwner, domainOwners } = place;
  const sees = (itsAppraisers: readonly string[]) => may(memberships, 'evidence.readPersonal', { body, roundOwner, itsAppraisers });
  const everything = sees([]);
  // For somebody who appraises nothing here, citations need not be read.
  const something = everything || sees(domainOwners.map((owner) => owner.body));
  return {
    scans,
    seesPersonal(cited) {
      if (everything || !something) return everything;
      const targets = cited.map(({ kind, target }) => ({ kind, id: target }));
      return sees(appraisersOf(place, itemsCounting(edition, targets)));
    },
  };
}
