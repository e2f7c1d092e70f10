import { itemsOfDomains, itemsUsing } from '@parindex/core';
import type { Membership } from '@parindex/core/rights/index';
import type { ReadyEdition } from '../editions/ready.ts';
import type { SheetPlace } from '../sheets/queries/sheets.ts';
import type { Reader } from './present.ts';

/** Codes of the items of the domains that bodies own in a round. */
function itemsOwned(place: SheetPlace, edition: ReadyEdition, bodies: ReadonlySet<string>): ReadonlySet<string> {
  const codes = new Set(place.domainOwners.filter(({ body }) => bodies.has(body)).map(({ domain }) => domain));
  return new Set(itemsOfDomains(edition.scheme.domains.filter(({ code }) => codes.has(code))).map(({ code }) => code));
}

/**
 * How somebody reads the library of a body. Documents with personal data are for the body's own people, for the council,
 * and for the appraisers of the domains whose items or figures cite them.
 */
export function readerOf(memberships: readonly Membership[], place: SheetPlace, edition: ReadyEdition, scans: boolean): Reader {
  const own = memberships.some(({ role, body }) => (role === 'clerk' || role === 'head') && body === place.body);
  const council = memberships.some(({ role, body }) => role === 'council' && body === place.roundOwner);
  const appraising = new Set(memberships.flatMap(({ role, body }) => (role === 'appraiser' && body !== null ? [body] : [])));
  let items: ReadonlySet<string> | undefined;
  return {
    scans,
    seesPersonal(cited) {
      if (own || council) return true;
      if (appraising.size === 0) return false;
      items ??= itemsOwned(place, edition, appraising);
      return cited.some(({ kind, target }) => (kind === 'item' ? [target] : [...itemsUsing(edition.prepared, target)]).some((code) => items?.has(code)));
    },
  };
}
