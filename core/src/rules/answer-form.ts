import type { TargetKind } from '../ledger/entry.ts';
import { TEXT_LIMITS } from '../ledger/fields.ts';
import type { NumberText } from '../quantity/number-text.ts';
import type { Figure, NotArisen } from '../scheme/types.ts';
import { isBranch, type PreparedItem, type PreparedRule, type PreparedScheme } from '../scoring/prepared.ts';
import type { Explanation } from '../scoring/result.ts';
import type { Title } from '../text/title.ts';
import { type AnswerField, answerField, number, option } from './asks.ts';
import type { FigureType } from './figure-type.ts';
import { plainKindOf } from './plain-kinds.ts';

/** An option; with `points` or `upTo` if the rule states its value. */
export interface FormOption {
  readonly id: string;
  readonly title: Title | null;
  readonly points: NumberText | null;
  readonly upTo: NumberText | null;
}

/** The input of a field. Bounds are in the unit of the value; null if there is none. */
export type FieldKind =
  | {
      readonly kind: 'number';
      readonly whole: boolean;
      readonly unit: 'points' | null;
      readonly minimum: NumberText | null;
      readonly maximum: NumberText | null;
      /** The value is a multiple of this. */
      readonly step: NumberText | null;
      /** A figure that the value may not exceed: the whole of a ratio that does not allow more. */
      readonly notOver: string | null;
    }
  | { readonly kind: 'yesNo' }
  | { readonly kind: 'choice'; readonly options: readonly FormOption[] }
  /** Any number of the options, including none. */
  | { readonly kind: 'checks'; readonly options: readonly FormOption[] }
  | { readonly kind: 'date' }
  /** `longest` in characters. */
  | { readonly kind: 'text'; readonly longest: number };

/** The purpose of a field: points depend only on inputs; others state a figure's source, a reason, or that the item does not apply. */
export const FIELD_USES = ['input', 'provenance', 'notApplicable', 'justification'] as const;
export type FieldUse = (typeof FIELD_USES)[number];

export interface FormField {
  /** Where an entry stores the value: its item or figure, and the key in its `changes`. */
  readonly target: { readonly kind: TargetKind; readonly id: string };
  readonly field: string;
  readonly use: FieldUse;
  readonly entry: FieldKind;
  /** The figure's or condition's own name; null for parts of an answer, whose labels are the same everywhere (`phrases.input`). */
  readonly title: Title | null;
  /** The item is unanswered without it; for `notApplicable`: the state requires it. */
  readonly required: boolean;
  /** The cases of a branch that ask for it; null: always. */
  readonly cases: readonly (number | 'otherwise')[] | null;
  /** The only level beside which it is allowed. */
  readonly level: string | null;
  /** Other items with the same figure, in the scheme's order: they change with it. */
  readonly sharedWith: readonly string[];
}

/** Everything that a body can enter for one item, in the order of the rule's text. */
export interface AnswerForm {
  readonly item: string;
  /** The item whose answer decides which cases apply. */
  readonly branchOn: string | null;
  readonly fields: readonly FormField[];
  /** When, and on what ground, the body may claim that nothing arose; then `state` and `reason` are among the fields. */
  readonly notArisen: NotArisen | null;
}

const FIGURE_ENTRY: Readonly<Record<FigureType, FieldKind>> = {
  count: number({ whole: true, minimum: '0' }),
  amount: number({ minimum: '0' }),
  number: number({}),
  date: { kind: 'date' },
  yesNo: { kind: 'yesNo' },
};

/** What may be entered as the value of a figure. */
export const figureEntry = (type: FigureType): FieldKind => FIGURE_ENTRY[type];

/** Accompany a figure's value, all of them optional. */
const PROVENANCE: readonly AnswerField[] = [
  answerField('source', text('source'), { required: false }),
  answerField('date', { kind: 'date' }, { required: false }),
  answerField('vintage', text('vintage'), { required: false }),
];

function text(field: string): FieldKind {
  return { kind: 'text', longest: TEXT_LIMITS[field] as number };
}

const NOT_APPLICABLE: readonly AnswerField[] = [
  answerField('state', { kind: 'choice', options: [option({ id: 'notApplicable' })] }),
  answerField('reason', text('reason')),
];

type Case = number | 'otherwise' | null;

/** The rules by which an item may be scored, each with its case of the branch. */
function rulesOf({ rule }: PreparedItem): (readonly [PreparedRule, Case])[] {
  if (!isBranch(rule)) return [[rule, null]];
  const cases = rule.cases.map((entry, index) => [entry.rule, index] as const);
  return rule.otherwise === 'notApplicable' ? cases : [...cases, [rule.otherwise, 'otherwise']];
}

/**
 * The forms of all items of a scheme, by code: exactly the fields that an entry for the item, or for a figure it uses,
 * may change. Estimates come from the survey and have no field. Whether a justification is required depends on the
 * evidence, which a rule does not know: its field is always present and never required here.
 */
export function answerForms({ scheme, items }: PreparedScheme): ReadonlyMap<string, AnswerForm> {
  const figures = new Map(scheme.figures.map((figure) => [figure.id, figure]));
  const users = usersOfFigures(items);
  return new Map(items.map((item) => [item.item.code, formOf(item, figures, users)]));
}

/** The codes of the items that use a figure, by figure. */
function usersOfFigures(items: readonly PreparedItem[]): ReadonlyMap<string, ReadonlySet<string>> {
  const users = new Map<string, Set<string>>();
  for (const item of items) {
    for (const [{ uses }] of rulesOf(item)) for (const id of uses.figures) users.set(id, (users.get(id) ?? new Set()).add(item.item.code));
  }
  return users;
}

function formOf(prepared: PreparedItem, figures: ReadonlyMap<string, Figure>, users: ReadonlyMap<string, ReadonlySet<string>>): AnswerForm {
  const { item, rule } = prepared;
  const { code } = item;
  const ofItem = (use: FieldUse, parts: readonly AnswerField[], taken: Case = null): FormField[] =>
    parts.map((each) => ({ target: { kind: 'item', id: code }, ...each, use, cases: taken === null ? null : [taken], sharedWith: [] }));
  const notArisen = item.notArisen ?? null;
  return {
    item: code,
    branchOn: isBranch(rule) ? rule.item : null,
    notArisen,
    fields: [
      ...rulesOf(prepared).flatMap(([{ rule: plain }, taken]) => ofItem('input', plainKindOf(plain).asks(plain, prepared).answer, taken)),
      ...figureFields(prepared, figures, users),
      ...ofItem(
        'input',
        item.conditions.map(({ id, title }) => answerField(`answer.conditions.${id}`, { kind: 'yesNo' }, { title })),
      ),
      ...ofItem('notApplicable', notArisen ? NOT_APPLICABLE : []),
      ...ofItem('justification', [answerField('justification', text('justification'), { required: false })]),
    ],
  };
}

/** Each figure once, even if several cases of a branch use it. */
function figureFields(prepared: PreparedItem, figures: ReadonlyMap<string, Figure>, users: ReadonlyMap<string, ReadonlySet<string>>): FormField[] {
  const rules = rulesOf(prepared);
  const ids = [...new Set(rules.flatMap(([{ uses }]) => uses.figures))];
  return ids.flatMap((id) => {
    const { type, title } = figures.get(id) as Figure;
    const using = rules.filter(([{ uses }]) => uses.figures.includes(id));
    const always = using.length === 1 && using[0]?.[1] === null;
    const common = {
      target: { kind: 'figure' as const, id },
      title: title ?? null,
      cases: always ? null : using.map(([, taken]) => taken as Exclude<Case, null>),
      sharedWith: [...(users.get(id) ?? [])].filter((code) => code !== prepared.item.code),
    };
    const value = answerField('value', withLimit(FIGURE_ENTRY[type], limitOf(id, using, prepared)));
    return [{ ...value, ...common, use: 'input' as const }, ...PROVENANCE.map((each) => ({ ...each, ...common, use: 'provenance' as const }))];
  });
}

const withLimit = (entry: FieldKind, notOver: string | null): FieldKind => (entry.kind === 'number' ? { ...entry, notOver } : entry);

/** The whole that a figure may not exceed, if every rule that uses it agrees. */
function limitOf(id: string, using: readonly (readonly [PreparedRule, Case])[], prepared: PreparedItem): string | null {
  const limits = new Set(
    using.map(([{ rule }]) => {
      const { measures } = plainKindOf(rule).asks(rule, prepared);
      const ratio = measures && 'ratio' in measures && measures.over === 'refuse' ? measures.ratio : [];
      return ratio[0] === id && ratio[1] !== id ? (ratio[1] as string) : null;
    }),
  );
  const [only = null] = limits;
  return limits.size === 1 ? only : null;
}

/** Whether a field is asked for now: by the case of the branch in the item's explanation (`taken`), and by the chosen level. */
export const isAsked = ({ cases, level }: FormField, taken: Explanation['case'], chosen: unknown): boolean =>
  (cases === null || (taken !== null && cases.includes(taken))) && (level === null || level === chosen);
