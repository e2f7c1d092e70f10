import type { Quantity } from '../rules/quantity.ts';
import type { Rule } from '../rules/registry.ts';
import { itemsOfDomains, type Scheme } from '../scheme/types.ts';
import type { BodyFigures } from '../snapshot/types.ts';

/** The part and the whole of a ratio. */
type Ratio = readonly [string, string];

const known = new WeakMap<Scheme, ReadonlyMap<string, readonly Ratio[]>>();

/**
 * By item, the ratios under `whenNothing: notApplicable`: with a whole of 0 the item leaves the maximum, or gains its points, by
 * nobody's word but the body's. Not in a penalty group, which has no maximum, nor where the item keeps its maximum without
 * points and nobody may claim anything: there nothing can be gained.
 */
function ratiosByItem(scheme: Scheme): ReadonlyMap<string, readonly Ratio[]> {
  const found = known.get(scheme);
  if (found) return found;
  const penalties = new Set(scheme.groups.flatMap(({ id, kind }) => (kind === 'penalty' ? [id] : [])));
  const items = itemsOfDomains(scheme.domains.filter(({ group }) => !penalties.has(group)));
  const ratios = new Map(
    items.flatMap(({ code, rule, whenNotApplicable, notArisen }) => {
      const own = whenNotApplicable === 'zero' && !notArisen ? [] : ratiosOf(rule);
      return own.length === 0 ? [] : [[code, own] as const];
    }),
  );
  known.set(scheme, ratios);
  return ratios;
}

function ratiosOf(rule: Rule): Ratio[] {
  if (rule.kind === 'branch')
    return [...rule.cases.map((entry) => entry.rule), rule.otherwise].flatMap((one) => (one === 'notApplicable' ? [] : ratiosOf(one)));
  const of = 'of' in rule ? (rule.of as Quantity) : undefined;
  return of && 'ratio' in of && of.whenNothing === 'notApplicable' ? [of.ratio as unknown as Ratio] : [];
}

/** Codes of the items that the figures of a sheet may find absent: both are declared, and the whole is 0. */
export const foundAbsent = (scheme: Scheme, figures: BodyFigures): string[] =>
  [...ratiosByItem(scheme)].flatMap(([code, ratios]) => (ratios.some(([part, whole]) => figures[part] && figures[whole]?.value === '0') ? [code] : []));
