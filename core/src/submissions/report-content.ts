import type { Cell } from '../ledger/cell.ts';
import type { Target } from '../ledger/entry.ts';
import { CITATIONS } from '../ledger/fields.ts';
import { compare, fromFraction, zero } from '../quantity/rational.ts';
import { figureTypesOf } from '../scoring/body-inputs.ts';
import type { PreparedScheme } from '../scoring/prepared.ts';
import type { BodyResult, FractionText, ItemResult } from '../scoring/result.ts';

/** An item as the report lists it. */
export interface ReportRow {
  readonly code: string;
  readonly state: ItemResult['state'];
  readonly points: FractionText;
  readonly maximum: FractionText;
  /** Points of the year before, a number text; null where they are not known. */
  readonly before: string | null;
  /** Documents cited for the item and for the figures that went into its points, each once, in the order of their citing. */
  readonly documents: readonly string[];
  /** As typed; empty where nothing was said. */
  readonly justification: string;
}

export interface ReportDomain {
  readonly code: string;
  readonly points: FractionText;
  readonly maximum: FractionText;
  readonly rows: readonly ReportRow[];
}

/** What the report of a sheet says besides words. */
export interface ReportContent {
  readonly domains: readonly ReportDomain[];
  /** Items with points for which no document is cited: their justifications make a part of the report. */
  readonly unproven: readonly ReportRow[];
}

/**
 * The content of the official report on a sheet, from what its body claims.
 * @param result the claimed sheet's
 * @param fields what stands in the sheet for an item or figure
 * @param before points of the year before by item, as number texts
 */
export function reportContent(
  prepared: PreparedScheme,
  result: BodyResult,
  fields: (target: Target) => Cell['fields'],
  before: Readonly<Record<string, string>>,
): ReportContent {
  const results = new Map(result.items.map((item) => [item.code, item]));
  const figureTypes = figureTypesOf(prepared.scheme);
  const rowOf = (code: string): ReportRow[] => {
    const item = results.get(code);
    if (!item) return [];
    const { state, points, maximum, explanation } = item;
    const figures = Object.keys(explanation.inputs).filter((id) => figureTypes.has(id));
    const targets: Target[] = [{ kind: 'item', id: code }, ...figures.map((id) => ({ kind: 'figure' as const, id }))];
    const { justification } = fields({ kind: 'item', id: code });
    return [
      {
        code,
        state,
        points,
        maximum,
        before: before[code] ?? null,
        documents: [...new Set(targets.flatMap((target) => documentsIn(fields(target))))],
        justification: typeof justification === 'string' ? justification.trim() : '',
      },
    ];
  };
  const domains = result.domains.map(({ code, points, maximum }) => ({
    code,
    points,
    maximum,
    rows: (prepared.domains.find((domain) => domain.code === code)?.criteria ?? []).flatMap(({ items }) => items.flatMap(({ item }) => rowOf(item.code))),
  }));
  const answered = new Set(prepared.items.filter(({ source, group }) => source === 'appraised' && group !== 'penalty').map(({ item }) => item.code));
  return {
    domains,
    unproven: domains
      .flatMap(({ rows }) => rows)
      .filter(
        ({ code, state, points, documents }) => state === 'scored' && answered.has(code) && documents.length === 0 && compare(fromFraction(points), zero) > 0,
      ),
  };
}

/** Documents by their ids, out of the citations of an item or figure. */
function documentsIn(fields: Cell['fields']): string[] {
  const citations = fields[CITATIONS];
  return Array.isArray(citations) ? citations.flatMap((citation) => citation.split('/', 1)) : [];
}
