import { type Target, targetKey } from '../../ledger/entry.ts';
import type { AnswerForm, FieldKind, FormField, FormOption } from '../../rules/answer-form.ts';
import { type Item, itemsOfDomains, type Scheme } from '../../scheme/types.ts';

/** A field with a cell in the workbook. Answers that several cases or levels ask for under one name share the cell. */
export interface InputField {
  readonly target: Target;
  readonly field: string;
  readonly variants: readonly [FormField, ...FormField[]];
}

/** Input columns of the item sheet and of the figure sheet; their names are in a hidden row above. */
export const ITEM_COLUMNS = ['answer', 'justification', 'reason'] as const;
export const FIGURE_COLUMNS = ['answer', 'source', 'date', 'vintage'] as const;
export type FilledColumn = (typeof ITEM_COLUMNS)[number] | (typeof FIGURE_COLUMNS)[number];

/** An input row; its `id` identifies it wherever it was moved to. */
export interface FormRow {
  readonly id: string;
  readonly takes: Readonly<Partial<Record<FilledColumn, InputField>>>;
  /** A field without a cell: it follows from the reason that it is for. */
  readonly state?: InputField;
}

export interface ItemRow extends FormRow {
  readonly item: Item;
  /** Whether it is the item's first row, where its title, rule and justification stand. */
  readonly first: boolean;
  /** Figures of the item, which have their own sheet. */
  readonly figures: readonly string[];
}

export interface FigureRow extends FormRow {
  readonly figure: string;
  /** Codes of the items that use it. */
  readonly usedBy: readonly string[];
}

export interface FormRows {
  readonly items: readonly ItemRow[];
  readonly figures: readonly FigureRow[];
}

function gathered(fields: readonly FormField[]): InputField[] {
  const found = new Map<string, InputField>();
  for (const field of fields) {
    const key = `${targetKey(field.target)} ${field.field}`;
    const before = found.get(key);
    found.set(key, before ? { ...before, variants: [...before.variants, field] } : { target: field.target, field: field.field, variants: [field] });
  }
  return [...found.values()];
}

const named = (fields: readonly InputField[], name: string): InputField | undefined => fields.find(({ field }) => field === name);

const defined = (takes: Readonly<Partial<Record<FilledColumn, InputField | undefined>>>): FormRow['takes'] =>
  Object.fromEntries(Object.entries(takes).filter(([, input]) => input !== undefined));

/** All rows that a body fills in for a scheme: one for each part of an item's answer, at least one for each item, one for each figure. */
export function formRows(scheme: Scheme, forms: ReadonlyMap<string, AnswerForm>): FormRows {
  const items = itemsOfDomains(scheme.domains).flatMap((item) => rowsOfItem(item, forms.get(item.code)?.fields ?? []));
  return { items, figures: figureRows(forms) };
}

function rowsOfItem(item: Item, fields: readonly FormField[]): ItemRow[] {
  const own = gathered(fields.filter(({ target }) => target.kind === 'item'));
  const inputs = own.filter(({ variants }) => variants[0].use === 'input');
  const figures = [...new Set(fields.flatMap(({ target, field }) => (target.kind === 'figure' && field === 'value' ? [target.id] : [])))];
  const state = named(own, 'state');
  const beside = { justification: named(own, 'justification'), reason: named(own, 'reason') };
  const answers: (InputField | undefined)[] = inputs.length === 0 ? [undefined] : inputs;
  return answers.map((answer, index) => ({
    id: answer === undefined ? `item ${item.code}` : `item ${item.code} ${answer.field}`,
    item,
    first: index === 0,
    figures,
    takes: defined({ answer, ...(index === 0 ? beside : {}) }),
    ...(index === 0 && state ? { state } : {}),
  }));
}

function figureRows(forms: ReadonlyMap<string, AnswerForm>): FigureRow[] {
  const all = [...forms.values()];
  const fields = gathered(all.flatMap((form) => form.fields.filter(({ target }) => target.kind === 'figure')));
  const ids = [...new Set(fields.map(({ target }) => target.id))];
  return ids.map((id) => {
    const own = fields.filter(({ target }) => target.id === id);
    return {
      id: `figure ${id}`,
      figure: id,
      usedBy: all.filter((form) => form.fields.some(({ target }) => target.kind === 'figure' && target.id === id)).map(({ item }) => item),
      takes: defined({ answer: named(own, 'value'), source: named(own, 'source'), date: named(own, 'date'), vintage: named(own, 'vintage') }),
    };
  });
}

/** The form of a field's input; fields that share a cell have the same. */
export const entryOf = ({ variants }: InputField): FieldKind => variants[0].entry;

/** All options of a field that is chosen, each once. */
export function optionsOf({ variants }: InputField): FormOption[] {
  const all = variants.flatMap(({ entry }) => (entry.kind === 'choice' || entry.kind === 'checks' ? entry.options : []));
  return [...new Map(all.map((option) => [option.id, option])).values()];
}
