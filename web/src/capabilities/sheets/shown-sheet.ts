import { type Cell, changeCell, layOver } from '@parindex/core/ledger/cell';
import type { Changes, Stage, Target } from '@parindex/core/ledger/entry';
import { type Sheet, UNTOUCHED } from '@parindex/core/ledger/fold';
import { bodyDataAt } from '@parindex/core/ledger/sheet-data';
import type { Scheme } from '@parindex/core/scheme/types';
import { affectedItems, figuresOf } from '@parindex/core/scoring/affected-items';
import { type BodyInputs, bodyInputs } from '@parindex/core/scoring/body-inputs';
import { scoreIfConfirmed } from '@parindex/core/scoring/claims';
import type { ItemResult } from '@parindex/core/scoring/result';
import { scoreSheet } from '@parindex/core/scoring/score-sheet';
import { type OwnPoints, ownPoints, ownPointsIfUnconfirmed, type SheetPoints, sheetPoints } from '@parindex/core/scoring/sheet-points';
import type { Body, BodyData, BodyEstimates, PreviousBody } from '@parindex/core/snapshot/types';
import { fieldFaultText } from '@parindex/core/words/field-names';
import type { Language } from '@parindex/core/words/index';
import type { SheetAnswer, SheetPart } from '../../client/sheet.ts';
import type { EditionRules } from '../editions/queries/edition-rules.ts';

/** A change being sent to the server. */
interface Waiting {
  readonly target: Target;
  readonly changes: Changes;
}

type ItemAnswer = NonNullable<SheetAnswer['columns']['claimed']>['items'][number];
type Fault = ItemAnswer['fault'];

/** An item's points as they are shown. */
export interface ShownScore {
  readonly result: ItemResult;
  /** Computed here by the core; the server has not confirmed it yet. */
  readonly provisional: boolean;
  /** Figures that contradict each other. */
  readonly fault: Fault;
}

/** A sheet as its body sees it: the server's state with this device's changes over it. */
export interface ShownSheet {
  readonly answer: SheetAnswer;
  readonly rules: EditionRules;
  /** Its points by source, down to the criteria. */
  readonly points: SheetPoints;
  /** Codes of the items that the body scores itself. */
  readonly own: ReadonlySet<string>;
  /** What the body scores itself if all that it claims not to have arisen were confirmed; null where it claims nothing. */
  readonly ifConfirmed: OwnPoints | null;
  /** The same if its full points of 0 of 0 were not confirmed; null where it has none. */
  readonly ifUnconfirmed: OwnPoints | null;
  readonly provisional: boolean;
  /** The inputs of the rules, in the form of the core. */
  inputs(): BodyInputs;
  cell(target: Target): Cell['fields'];
  /** The entry that last changed a field on the server; 0 if none did. */
  seqOf(target: Target, field: string): number;
  score(code: string): ShownScore;
  /** Whether the item's points come from estimates that are not released to the reader. */
  isSealed(code: string): boolean;
  previous(target: Target): string | boolean | null;
  excluded(code: string): string | null;
  /** The department that a target is assigned to; undefined if none. */
  part(target: Target): SheetPart | undefined;
  /** The assigned parts of an item: itself, and the figures it is computed from. */
  partsAt(code: string): readonly SheetPart[];
}

const NONE: Cell['fields'] = {};
const NO_PARTS: readonly SheetPart[] = [];
const keyOf = ({ kind, id }: Target): string => `${kind} ${id}`;

/**
 * Applies changes over the server's answer and lets the core score the affected items: points follow what is being typed as
 * well, while the fields keep what stands until it is entered.
 */
export function showSheet(answer: SheetAnswer, rules: EditionRules, waiting: readonly Waiting[], typed: readonly Waiting[], language: Language): ShownSheet {
  const column = answer.columns.claimed as NonNullable<SheetAnswer['columns']['claimed']>;
  const served = new Map(column.items.map((item) => [item.code, item]));
  const [items, figures] = [new Map(answer.items.map((item) => [item.code, item])), new Map(answer.figures.map((figure) => [figure.id, figure]))];
  const servedCell = ({ kind, id }: Target) => (kind === 'item' ? items.get(id) : figures.get(id))?.stages.claimed;
  const cells = cellsOf(answer);
  for (const { target, changes } of waiting) cells.set(keyOf(target), changeCell(cells.get(keyOf(target)), target, changes, 0));
  const withTyped = new Map(cells);
  for (const { target, changes } of typed) withTyped.set(keyOf(target), changeCell(withTyped.get(keyOf(target)), target, changes, 0));
  const touched = affectedItems(
    rules.prepared,
    [...waiting, ...typed].map(({ target }) => target),
  );
  const data = dataOf(rules.scheme, answer, withTyped);
  const live = touched.size > 0 ? scoreSheet(rules.prepared, data, rules.types, excludedIn(answer)) : undefined;
  const confirmed = scoreIfConfirmed(rules.prepared, data, rules.types, excludedIn(answer));
  const parts = new Map(answer.parts.map((one) => [keyOf(one), one]));
  const part = (target: Target) => parts.get(keyOf(target));
  const atItems = new Map<string, readonly SheetPart[]>();
  const liveItems = new Map(live?.result.items.map((item) => [item.code, item]));
  const own = new Set(answer.items.flatMap((item) => (item.own ? [item.code] : [])));
  const score = (code: string): ShownScore => {
    const item = liveItems.get(code);
    if (item && touched.has(code)) {
      const fault = live?.faults.get(code);
      return { result: item, provisional: true, fault: fault ? { code: fault.code, path: fault.path, message: fieldFaultText(fault, language) } : null };
    }
    const told = served.get(code) as ItemAnswer;
    return { result: told as unknown as ItemResult, provisional: false, fault: told.fault };
  };
  // Reckoned once, where it is asked for.
  let sums: SheetPoints | undefined;
  return {
    answer,
    rules,
    own,
    ifConfirmed: confirmed && ownPoints(rules.prepared, own, confirmed.result.items),
    get ifUnconfirmed() {
      return ownPointsIfUnconfirmed(
        rules.prepared,
        own,
        answer.items.map(({ code }) => score(code).result),
      );
    },
    get points() {
      sums ??= sheetPoints(
        rules.prepared,
        own,
        answer.items.map(({ code }) => score(code).result),
        answer.sealed,
      );
      return sums;
    },
    provisional: live !== undefined,
    inputs: () => bodyInputs(data, rules.types),
    cell: (target) => cells.get(keyOf(target))?.fields ?? NONE,
    seqOf: (target, field) => servedCell(target)?.seqs[field] ?? 0,
    score,
    isSealed: (code) => answer.sealed && rules.estimated.has(code),
    previous: ({ kind, id }) => (kind === 'item' ? items.get(id)?.previousPoints : figures.get(id)?.previous) ?? null,
    excluded: (code) => items.get(code)?.excluded ?? null,
    part,
    partsAt: (code) => {
      if (parts.size === 0) return NO_PARTS;
      const known = atItems.get(code);
      if (known) return known;
      const targets: Target[] = [{ kind: 'item', id: code }, ...[...figuresOf(rules.prepared, code)].map((id) => ({ kind: 'figure' as const, id }))];
      const found = targets.flatMap((target) => part(target) ?? []);
      atItems.set(code, found);
      return found;
    },
  };
}

/** What the body claims, as the server told it. */
function cellsOf({ items, figures }: SheetAnswer): Map<string, Cell> {
  const told = [
    ...items.map(({ code, stages }) => ({ target: { kind: 'item' as const, id: code }, cell: stages.claimed })),
    ...figures.map(({ id, stages }) => ({ target: { kind: 'figure' as const, id }, cell: stages.claimed })),
  ];
  return new Map(told.flatMap(({ target, cell }) => (cell ? [[keyOf(target), cellAt(target, cell)] as const] : [])));
}

const cellAt = (target: Target, { fields, seqs }: SheetPart['counting']): Cell => ({ target, fields: fields as Cell['fields'], seqs });

/** The points of an item by what counts of a sheet, and by what is proposed of some of its parts. */
export interface ProposedPoints {
  readonly counting: ItemResult;
  readonly proposed: ItemResult;
}

/** What a decision on parts would change: each item by what counts now, whoever reads it, and if all that they propose were taken. */
export function proposedPoints(
  answer: SheetAnswer,
  { scheme, prepared, types }: EditionRules,
  parts: readonly SheetPart[],
): ReadonlyMap<string, ProposedPoints> {
  const counting = cellsOf(answer);
  for (const part of answer.parts) counting.set(keyOf(part), cellAt(part, part.counting));
  const proposed = new Map(counting);
  for (const part of parts) proposed.set(keyOf(part), layOver(counting.get(keyOf(part)), cellAt(part, part.proposed)));
  const scored = (cells: ReadonlyMap<string, Cell>) => scoreSheet(prepared, dataOf(scheme, answer, cells), types, excludedIn(answer)).result.items;
  const after = new Map(scored(proposed).map((item) => [item.code, item]));
  return new Map(scored(counting).map((item) => [item.code, { counting: item, proposed: after.get(item.code) ?? item }]));
}

const dataOf = (scheme: Scheme, answer: SheetAnswer, claimed: ReadonlyMap<string, Cell>): BodyData =>
  dataAt(scheme, answer, { ...UNTOUCHED.columns, claimed }, 'claimed');

/** A body's data at a stage: columns of its sheet with what stands beside it. */
export function dataAt(scheme: Scheme, answer: SheetAnswer, columns: Sheet['columns'], stage: Stage): BodyData {
  const { id, name, code, type, block } = answer.body;
  const body: Body = { id, name, code, block, ranked: true, admission: { state: 'admitted' }, ...(type === null ? {} : { type }) };
  return bodyDataAt(scheme, body, { columns }, stage, { estimates: estimatesIn(answer), previous: previousIn(answer) });
}

/** Items that do not count for the body, by decision of the round. */
export const excludedIn = ({ items }: SheetAnswer): ReadonlySet<string> => new Set(items.filter(({ excluded }) => excluded !== null).map(({ code }) => code));

/** The survey's estimates, from the server's explanations. */
function estimatesIn({ columns }: SheetAnswer): BodyEstimates {
  const inputs = columns.claimed?.items.map(({ explanation }) => (explanation as unknown as ItemResult['explanation']).inputs.estimates ?? {}) ?? [];
  const estimates: BodyEstimates = {};
  for (const [question, groups] of inputs.flatMap((told) => Object.entries(told))) estimates[question] = { ...estimates[question], ...groups };
  return estimates;
}

function previousIn({ items, figures }: SheetAnswer): PreviousBody | undefined {
  const told = figures.flatMap(({ id, previous }) => (previous === null ? [] : [[id, { value: previous }] as const]));
  const points = items.flatMap(({ code, previousPoints }) => (previousPoints === null ? [] : [[code, previousPoints] as const]));
  return told.length + points.length === 0 ? undefined : { figures: Object.fromEntries(told), items: Object.fromEntries(points) };
}
