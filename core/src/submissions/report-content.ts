import type { Cell } from '../ledger/cell.ts';
import type { Target } from '../ledger/entry.ts';
import { citationsIn, sheetEntryOf } from '../ledger/fields.ts';
import { type Undocumented, undocumented } from '../review/undocumented.ts';
import { declaredFiguresOf } from '../scoring/affected-items.ts';
import { figureTypesOf } from '../scoring/body-inputs.ts';
import { isClaim, isFullFromNothing } from '../scoring/claims.ts';
import type { PreparedItem, PreparedScheme } from '../scoring/prepared.ts';
import type { BodyResult, Explanation, FractionText, ItemResult, UsedAnswer } from '../scoring/result.ts';
import { type OwnPoints, ownPoints, ownPointsIfUnconfirmed, type SheetPoints, sheetPoints } from '../scoring/sheet-points.ts';

/** A figure as the report lists it, with what its body says of it; empty where nothing was said. */
export interface ReportFigure {
  readonly id: string;
  readonly value: string | boolean;
  readonly source: string;
  /** yyyy-mm-dd: the day that it is of; empty where none was given. */
  readonly date: string;
}

/** An item as the report lists it. */
export interface ReportRow {
  readonly code: string;
  readonly state: ItemResult['state'];
  readonly points: FractionText;
  readonly maximum: FractionText;
  /** Points of the year before, a number text; null where they are not known. */
  readonly before: string | null;
  /** What was answered besides figures, and the case of a branch that asked for it. */
  readonly answer: UsedAnswer;
  readonly taken: Explanation['case'];
  /** The declared figures that its points go by; of a claim in words those that stand beside it. */
  readonly figures: readonly ReportFigure[];
  /** Citations of the item and of its figures in their canonical form, each once, in the order of their citing. */
  readonly citations: readonly string[];
  /** As typed; empty where nothing was said. */
  readonly justification: string;
  /** Why its body says, in words or by figures of 0, that it did not arise; null where it says nothing of the kind. Until it is confirmed, the item counts as not answered. */
  readonly notArisen: string | null;
}

/** An item with points for which no document is cited, with what they rest on instead. */
export interface UndocumentedRow extends ReportRow {
  readonly by: Undocumented;
}

export interface ReportCriterion {
  readonly code: string;
  readonly points: FractionText;
  readonly maximum: FractionText;
  readonly rows: readonly ReportRow[];
}

/** A domain with the criteria that have items which the body scores itself, and the points of those alone. */
export interface ReportDomain {
  readonly code: string;
  readonly group: SheetPoints['domains'][number]['group'];
  readonly points: FractionText;
  readonly maximum: FractionText;
  readonly criteria: readonly ReportCriterion[];
}

/** What the report of a sheet says besides words: of what the body scores itself. Surveys and satisfaction are left out. */
export interface ReportContent {
  readonly sums: Pick<SheetPoints, 'own' | 'sources' | 'bonus' | 'penalty'>;
  /** Points and maximum if all that the body says not to have arisen were confirmed; null where it says nothing of the kind. */
  readonly ifConfirmed: Pick<OwnPoints, 'points' | 'maximum'> | null;
  /** The same if the full points of 0 of 0 were not confirmed; null where there are none. */
  readonly ifUnconfirmed: Pick<OwnPoints, 'points' | 'maximum'> | null;
  readonly domains: readonly ReportDomain[];
  /** Items that did not arise, as the body says or by the figures that it declares. */
  readonly notArisen: readonly ReportRow[];
  /** Items with all their points because their figures are 0 of 0, as the scheme gives them. */
  readonly fullFromNothing: readonly ReportRow[];
  /** Items with points for which no document is cited: they make a part of the report. */
  readonly unproven: readonly UndocumentedRow[];
}

export interface ReportSheet {
  readonly prepared: PreparedScheme;
  /** Codes of the items that the body scores itself: `ownItems`. */
  readonly own: ReadonlySet<string>;
  /** The claimed sheet's. */
  readonly result: BodyResult;
  /** The same if all claims were confirmed; null where there are none. */
  readonly confirmed: BodyResult | null;
  /** What stands in the sheet for an item or figure. */
  readonly fields: (target: Target) => Cell['fields'];
  /** Points of the year before by item, as number texts. */
  readonly before: Readonly<Record<string, string>>;
}

/** Before anybody has confirmed it, and as sheets of before say it. */
const SAYS_NOT_ARISEN: readonly unknown[] = ['claimedNotApplicable', 'notApplicable'];

const findsNothing = ({ state, explanation }: ItemResult): boolean => state === 'notApplicable' && explanation.because === 'whenNothing';

const textIn = (fields: Cell['fields'], field: string): string => {
  const value = fields[field];
  return typeof value === 'string' ? value.trim() : '';
};

/** The content of the official report on a sheet, from what its body claims. */
export function reportContent({ prepared, own, result, confirmed, fields, before }: ReportSheet): ReportContent {
  const results = new Map(result.items.map((item) => [item.code, item]));
  const figureTypes = figureTypesOf(prepared.scheme);
  const sums = sheetPoints(prepared, own, result.items, true);
  const figureOf = (id: string): ReportFigure[] => {
    const said = fields({ kind: 'figure', id });
    const { value } = said;
    return typeof value === 'string' || typeof value === 'boolean' ? [{ id, value, source: textIn(said, 'source'), date: textIn(said, 'date') }] : [];
  };
  const rowOf = (scored: PreparedItem): ReportRow[] => {
    const { code } = scored.item;
    const item = results.get(code);
    if (!item || !own.has(code)) return [];
    const { state, points, maximum, explanation } = item;
    const figures = declaredFiguresOf(scored, item);
    const targets: Target[] = [{ kind: 'item', id: code }, ...figures.map((id) => ({ kind: 'figure' as const, id }))];
    const said = fields({ kind: 'item', id: code });
    return [
      {
        code,
        state,
        points,
        maximum,
        before: before[code] ?? null,
        // A claim in words stands before any rule: what was answered beside it has gone into nothing, and is told all the same.
        answer: explanation.inputs.answer ?? sheetEntryOf(said)?.answer ?? {},
        taken: explanation.case,
        figures: figures.flatMap(figureOf),
        citations: [...new Set(targets.flatMap((target) => citationsIn(fields(target)['citations'])))],
        justification: textIn(said, 'justification'),
        notArisen:
          SAYS_NOT_ARISEN.includes(said['state']) || isClaim(item) || findsNothing(item) ? textIn(said, 'reason') || textIn(said, 'justification') : null,
      },
    ];
  };
  const domains = prepared.domains.flatMap(({ code, criteria }): ReportDomain[] => {
    const sum = sums.domains.find((domain) => domain.code === code);
    const shown = criteria.flatMap((criterion): ReportCriterion[] => {
      const part = sum?.criteria.find((one) => one.code === criterion.code);
      const rows = criterion.items.flatMap(rowOf);
      return part && rows.length > 0 ? [{ code: criterion.code, points: part.own.points, maximum: part.own.maximum, rows }] : [];
    });
    return sum && shown.length > 0 ? [{ code, group: sum.group, points: sum.own.points, maximum: sum.own.maximum, criteria: shown }] : [];
  });
  const rows = domains.flatMap(({ criteria }) => criteria.flatMap((criterion) => criterion.rows));
  const items = new Map(prepared.items.map((item) => [item.item.code, item]));
  const meets =
    (condition: (item: PreparedItem, itemResult: ItemResult) => boolean) =>
    ({ code }: ReportRow): boolean => {
      const [item, itemResult] = [items.get(code), results.get(code)];
      return item !== undefined && itemResult !== undefined && condition(item, itemResult);
    };
  return {
    sums,
    ifConfirmed: confirmed && ownPoints(prepared, own, confirmed.items),
    ifUnconfirmed: ownPointsIfUnconfirmed(prepared, own, result.items),
    domains,
    notArisen: rows.filter((row) => row.notArisen !== null),
    fullFromNothing: rows.filter(meets(isFullFromNothing)),
    unproven: rows.flatMap((row): UndocumentedRow[] => {
      const [item, itemResult] = [items.get(row.code), results.get(row.code)];
      const by = item && itemResult && undocumented(item, itemResult, { own, figureTypes, fields });
      return by === undefined ? [] : [{ ...row, by }];
    }),
  };
}
