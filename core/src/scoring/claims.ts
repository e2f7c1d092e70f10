import { emptyObject } from '../reading/raw.ts';
import type { BodyData, BodySheet, Snapshot } from '../snapshot/types.ts';
import type { FigureTypes } from './body-inputs.ts';
import type { PreparedScheme } from './prepared.ts';
import type { ItemResult } from './result.ts';
import { type SheetScore, scoreSheet } from './score-sheet.ts';

/** Whether an item counts as not answered because its body claims that nothing arose, which nobody has confirmed. */
export const isClaim = ({ explanation }: Pick<ItemResult, 'explanation'>): boolean => explanation.because === 'claimed';

/** Whether an item does not count because its figures say that there was nothing: declared, and asked for by nobody. */
export const isNothingByFigures = ({ state, explanation }: Pick<ItemResult, 'state' | 'explanation'>): boolean =>
  state === 'notApplicable' && explanation.because === 'whenNothing';

/** Whether an item still awaits its body's answer: what is claimed has one, though it has no points. */
export const isUnanswered = (item: Pick<ItemResult, 'state' | 'explanation'>): boolean => item.state === 'notAnswered' && !isClaim(item);

/** A sheet with its claims taken as confirmed; the same object where there are none. */
export function withClaimsConfirmed(sheet: BodySheet | undefined): BodySheet | undefined {
  const codes = Object.keys(sheet ?? {}).filter((code) => sheet?.[code]?.state === 'claimedNotApplicable');
  if (!sheet || codes.length === 0) return sheet;
  const confirmed = emptyObject() as unknown as BodySheet;
  for (const code in sheet) confirmed[code] = { ...(sheet[code] as BodySheet[string]), ...(codes.includes(code) ? { state: 'notApplicable' as const } : {}) };
  return confirmed;
}

/** The second reading of a sheet, "nếu được xác nhận": its score with every claim confirmed; null where it claims nothing. */
export function scoreIfConfirmed(prepared: PreparedScheme, data: BodyData, types: FigureTypes, excluded: ReadonlySet<string>): SheetScore | null {
  const sheet = withClaimsConfirmed(data.sheet);
  return sheet === data.sheet ? null : scoreSheet(prepared, { ...data, sheet }, types, excluded);
}

/** The second reading of a round: the same snapshot with every claim of every body confirmed; null where nobody claims anything. */
export function snapshotIfConfirmed(snapshot: Snapshot): Snapshot | null {
  const sheets = Object.entries(snapshot.sheets).map(([body, sheet]) => [body, sheet, withClaimsConfirmed(sheet) ?? sheet] as const);
  if (sheets.every(([, sheet, confirmed]) => sheet === confirmed)) return null;
  return { ...snapshot, sheets: Object.assign(emptyObject(), Object.fromEntries(sheets.map(([body, , confirmed]) => [body, confirmed]))) };
}
