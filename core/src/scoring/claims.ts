import { fromFraction, isZero } from '../quantity/rational.ts';
import { emptyObject } from '../reading/raw.ts';
import { itemsOfDomains, type Scheme } from '../scheme/types.ts';
import type { BodyData, BodySheet, SheetEntry, Snapshot } from '../snapshot/types.ts';
import type { FigureTypes } from './body-inputs.ts';
import type { PreparedItem, PreparedScheme } from './prepared.ts';
import type { ItemResult } from './result.ts';
import { type SheetScore, scoreSheet } from './score-sheet.ts';

/** Whether an item counts as not answered because its body claims that nothing arose, in words or by its figures, which nobody has confirmed. */
export const isClaim = ({ explanation }: Pick<ItemResult, 'explanation'>): boolean => explanation.because === 'claimed';

/** Whether an item still awaits its body's answer: what is claimed has one, though it has no points. */
export const isUnanswered = (item: Pick<ItemResult, 'state' | 'explanation'>): boolean => item.state === 'notAnswered' && !isClaim(item);

/** Whether an item counts as not answered because its body's figures find nothing where the scheme does not let it be absent. */
export const isRefused = ({ explanation }: Pick<ItemResult, 'explanation'>): boolean => explanation.because === 'refused';

/** Whether an item has its points because its figures are 0 of 0, as the scheme gives them. */
export const isFullFromNothing = ({ group }: Pick<PreparedItem, 'group'>, { state, points, explanation }: ItemResult): boolean =>
  state === 'scored' && explanation.because === 'whenNothing' && group !== 'penalty' && !isZero(fromFraction(points));

/** An entry with its claim taken as confirmed, in words or by figures; the same object where there is none. What is refused is no claim. */
function asConfirmed(entry: SheetEntry, code: string, claimable: ReadonlySet<string>): SheetEntry {
  if (entry.state === 'claimedNotApplicable') return { ...entry, state: 'notApplicable' };
  if (!entry.whenNothing || entry.state || !claimable.has(code)) return entry;
  const { whenNothing: _, ...confirmed } = entry;
  return confirmed;
}

/** A sheet with its claims taken as confirmed; the same object where there are none. */
function withClaimsConfirmed(sheet: BodySheet | undefined, claimable: ReadonlySet<string>): BodySheet | undefined {
  const confirmed = emptyObject() as unknown as BodySheet;
  let claims = 0;
  for (const code in sheet) {
    const entry = sheet[code] as SheetEntry;
    confirmed[code] = asConfirmed(entry, code, claimable);
    if (confirmed[code] !== entry) claims += 1;
  }
  return claims === 0 ? sheet : confirmed;
}

const claimableOf = (scheme: Scheme): ReadonlySet<string> =>
  new Set(itemsOfDomains(scheme.domains).flatMap(({ code, notArisen }) => (notArisen ? [code] : [])));

/** The second reading of a sheet, "nếu được xác nhận": its score with every claim confirmed; null where it claims nothing. */
export function scoreIfConfirmed(prepared: PreparedScheme, data: BodyData, types: FigureTypes, excluded: ReadonlySet<string>): SheetScore | null {
  const sheet = withClaimsConfirmed(data.sheet, claimableOf(prepared.scheme));
  return sheet === data.sheet ? null : scoreSheet(prepared, { ...data, sheet }, types, excluded);
}

/** The second reading of a round: the same snapshot with every claim of every body confirmed; null where nobody claims anything. */
export function snapshotIfConfirmed(snapshot: Snapshot): Snapshot | null {
  const claimable = claimableOf(snapshot.scheme);
  const sheets = Object.entries(snapshot.sheets).map(([body, sheet]) => [body, sheet, withClaimsConfirmed(sheet, claimable) ?? sheet] as const);
  if (sheets.every(([, sheet, confirmed]) => sheet === confirmed)) return null;
  return { ...snapshot, sheets: Object.assign(emptyObject(), Object.fromEntries(sheets.map(([body, , confirmed]) => [body, confirmed]))) };
}
