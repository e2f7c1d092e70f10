import type { AnswerForm } from '../../rules/answer-form.ts';
import type { Item, Scheme } from '../../scheme/types.ts';
import { fieldName } from '../../words/entry-words.ts';
import { inLanguage } from '../../words/index.ts';
import type { SchemeNames } from '../../words/scheme-names.ts';
import { formRows, type InputField } from '../workbook/rows.ts';

/** The version of the workbook's format; other versions cannot be read. */
export const ITEM_WORKBOOK_FORMAT = '1';

/** The origin of a workbook of one item, stored under these names on its guidance sheet. */
export const ITEM_ORIGIN_KEYS = ['format', 'round', 'item', 'edition', 'editionHash', 'madeAt'] as const;
export type ItemOrigin = Readonly<Record<(typeof ITEM_ORIGIN_KEYS)[number], string>>;

/** What one item asks for: its inputs in the order of its rule, and those of its figures. */
export interface ItemForm {
  readonly item: Item;
  readonly inputs: readonly InputField[];
  readonly figures: readonly string[];
  /** Of its first figure: how a source and its day are read. */
  readonly source: InputField | undefined;
  readonly date: InputField | undefined;
}

/** The form of one item; undefined where the scheme has no such item. */
export function itemForm(scheme: Scheme, forms: ReadonlyMap<string, AnswerForm>, code: string): ItemForm | undefined {
  const rows = formRows(scheme, forms);
  const own = rows.items.filter(({ item }) => item.code === code);
  const figures = rows.figures.filter(({ usedBy }) => usedBy.includes(code));
  const item = own[0]?.item;
  if (!item) return undefined;
  return {
    item,
    inputs: [...own, ...figures].flatMap(({ takes }) => takes.answer ?? []),
    figures: figures.map(({ figure }) => figure),
    source: figures[0]?.takes.source,
    date: figures[0]?.takes.date,
  };
}

/** The hidden name of the column in which an input is changed. */
export const columnKey = ({ target, field }: Pick<InputField, 'target' | 'field'>): string => `new ${target.kind} ${target.id} ${field}`;
/** The same of the column with the official value of a figure. */
export const officialColumn = (figure: string): string => `official ${figure}`;

/** What an input is called above its columns. */
export function inputName({ target, field, variants }: InputField, names: SchemeNames): string {
  return (
    inLanguage(variants[0].title ?? undefined, names.language) ?? (target.kind === 'figure' ? names.figureTitle(target.id) : fieldName(target, field, names))
  );
}
