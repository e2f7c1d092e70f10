import { isNumberText } from '../quantity/number-text.ts';
import { fromFraction, fromText, toFraction } from '../quantity/rational.ts';
import { Faults } from '../reading/faults.ts';
import { at, type Path, ROOT } from '../reading/path.ts';
import { emptyObject, isObject, type Raw, type RawObject } from '../reading/raw.ts';
import { type Draft, free, list, object, oneOf, optional, required, type Shape, text } from '../reading/shape.ts';
import type { Scheme } from '../scheme/types.ts';
import { figureTypesOf } from '../scoring/body-inputs.ts';
import { type PreparedScheme, prepareScheme } from '../scoring/prepared.ts';
import { ITEM_STATES, type ItemResult, type ItemState } from '../scoring/result.ts';
import { scoreBody } from '../scoring/score-body.ts';
import { checkEstimates, checkFigures, checkSheet, type Declarable, declarable } from '../snapshot/check-body.ts';
import { estimatesShape, figuresShape, sheetShape } from '../snapshot/shape.ts';
import type { BodyData, BodyFigures } from '../snapshot/types.ts';

/** A named situation with the points that follow from the decision's text. */
interface SchemeCase {
  item: string;
  figures?: unknown;
  answer?: unknown;
  state?: string;
  reason?: string;
  /** That figures which find nothing are the body's word, which nobody has confirmed. */
  whenNothing?: string;
  /** Entries of other items that a branch may depend on. */
  others?: unknown;
  previous?: { figures?: unknown };
  estimates?: unknown;
  expect: { points: string; state?: ItemState };
  why?: unknown;
}

const pointsText: Shape<string> = {
  read(raw, path, faults) {
    const read = text.read(raw, path, faults);
    if (read !== undefined && !isNumberText(read) && !/^-?\d+\/[1-9]\d*$/.test(read)) faults.add('notANumber', path, { found: read });
    return read;
  },
};

const raw: Shape<unknown> = { read: (value) => value as never };

const caseShape = object<SchemeCase>({
  item: required(text),
  figures: optional(raw),
  answer: optional(raw),
  state: optional(text),
  reason: optional(text),
  whenNothing: optional(text),
  others: optional(raw),
  previous: optional(object<{ figures?: unknown }>({ figures: optional(raw) })),
  estimates: optional(raw),
  expect: required(object<SchemeCase['expect']>({ points: required(pointsText), state: optional(oneOf(ITEM_STATES)) })),
  why: optional(free),
});

/** Runs a scheme's cases; each unexpected result is a fault. Returns how many were run. */
export function runCases(scheme: Scheme, document: Raw, faults: Faults): number {
  const cases = list(caseShape).read(document, ROOT, faults) as Draft<SchemeCase[]> | undefined;
  const ready = caseReady(scheme);
  cases?.forEach((entry, index) => {
    if (entry?.item !== undefined && entry.expect?.points !== undefined) runCase(entry as SchemeCase, at(ROOT, index), ready, faults);
  });
  return cases?.length ?? 0;
}

/** A scheme made ready for many cases. */
export interface CaseReady {
  readonly prepared: PreparedScheme;
  readonly known: Declarable;
}

/** Makes a scheme ready to score cases. */
export const caseReady = (scheme: Scheme): CaseReady => ({ prepared: prepareScheme(scheme), known: declarable(scheme) });

/** What comes of a case, whatever it expects; undefined where it has faults, which are added. */
export function scoreCase(entry: Omit<SchemeCase, 'expect'>, { prepared, known }: CaseReady, faults: Faults, path: Path = ROOT): ItemResult | undefined {
  if (!known.items.has(entry.item)) {
    faults.add('unknownId', at(path, 'item'), { found: entry.item });
    return undefined;
  }
  const own = new Faults();
  const data = dataOf(entry, path, known, own);
  const computing = new Faults();
  const score = own.none ? scoreBody(prepared, data, figureTypesOf(prepared.scheme), new Set(), computing) : undefined;
  faults.addAll(own);
  // Only this case's item counts: other items have no figures here.
  for (const fault of computing.list) faults.add(fault.code, path, fault.details);
  return score?.result.items.find(({ code }) => code === entry.item);
}

function runCase(entry: SchemeCase, path: Path, ready: CaseReady, faults: Faults): void {
  const result = scoreCase(entry, ready, faults, path);
  if (!result) return;
  const expected = entry.expect.points.includes('/') ? entry.expect.points : toFraction(fromText(entry.expect.points));
  if (toFraction(fromFraction(expected)) !== result.points)
    faults.add('caseFails', at(path, 'expect', 'points'), { expected: entry.expect.points, found: result.points });
  if (entry.expect.state !== undefined && entry.expect.state !== result.state)
    faults.add('caseFails', at(path, 'expect', 'state'), { expected: entry.expect.state, found: result.state });
}

/** In cases figures are written as plain values. */
function asDeclared(figures: unknown): Raw {
  if (!isObject(figures as Raw)) return figures as Raw;
  return Object.fromEntries(Object.entries(figures as RawObject).map(([id, value]) => [id, { value }]));
}

function dataOf(entry: Omit<SchemeCase, 'expect'>, path: Path, known: Declarable, faults: Faults): BodyData {
  const figures = (value: unknown, where: Path): BodyFigures => {
    if (value === undefined) return {};
    const read = figuresShape.read(asDeclared(value), where, faults);
    if (read) checkFigures(read as Draft<BodyFigures>, where, known, faults);
    return (read ?? {}) as BodyFigures;
  };
  const sheet = sheetShape.read(sheetOf(entry), path, faults) ?? {};
  checkSheet(sheet as never, path, known, faults);
  // Without inherited names: a question may be called by any text.
  const estimates = entry.estimates === undefined ? emptyObject() : (estimatesShape.read(entry.estimates as Raw, at(path, 'estimates'), faults) ?? {});
  checkEstimates(estimates as never, at(path, 'estimates'), known, faults);
  const previous = entry.previous?.figures === undefined ? undefined : { figures: figures(entry.previous.figures, at(path, 'previous', 'figures')), items: {} };
  const type = known.items.get(entry.item)?.item.appliesTo?.types[0];
  return {
    body: { id: 'case', code: null, name: 'case', block: null, ranked: true, admission: { state: 'admitted' }, ...(type === undefined ? {} : { type }) },
    figures: figures(entry.figures, at(path, 'figures')),
    sheet: sheet as never,
    estimates: estimates as never,
    previous,
  };
}

function sheetOf(entry: Omit<SchemeCase, 'expect'>): Raw {
  const own: RawObject = {};
  if (entry.answer !== undefined) own['answer'] = entry.answer as Raw;
  if (entry.state !== undefined) own['state'] = entry.state;
  if (entry.reason !== undefined) own['reason'] = entry.reason;
  if (entry.whenNothing !== undefined) own['whenNothing'] = entry.whenNothing;
  return { ...(entry.others as RawObject | undefined), [entry.item]: own };
}
