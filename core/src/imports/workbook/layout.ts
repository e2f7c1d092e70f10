import type { Cell } from '../../ledger/cell.ts';
import type { Target } from '../../ledger/entry.ts';
import { displayDecimal } from '../../quantity/display.ts';
import type { FormField } from '../../rules/answer-form.ts';
import { answerName, describeRule } from '../../words/describe-rule.ts';
import { ruleLines } from '../../words/describe-scheme.ts';
import { fieldName } from '../../words/entry-words.ts';
import { inLanguage, PHRASES } from '../../words/index.ts';
import { beginning } from '../../words/language.ts';
import type { SchemeNames } from '../../words/scheme-names.ts';
import { WORKBOOK_TEXTS, type WorkbookTexts } from '../../words/workbook-words.ts';
import { columnName } from './cells.ts';
import { SHEET_MARKS } from './marks.ts';
import {
  entryOf,
  FIGURE_COLUMNS,
  type FigureRow,
  type FilledColumn,
  type FormRow,
  type FormRows,
  type InputField,
  ITEM_COLUMNS,
  type ItemRow,
  optionsOf,
} from './rows.ts';
import { optionText, type Written, writtenValue } from './written.ts';

/** The version of the workbook's format; other versions cannot be read. */
export const WORKBOOK_FORMAT = '1';

/** The hidden name of the row of headings: it has no row of the sheet behind it. */
export const HEADING_ROW = 'parindex-heading';

/** The origin of a workbook, stored under these names on its guidance sheet. */
export const ABOUT_KEYS = ['format', 'round', 'body', 'edition', 'editionHash', 'seq', 'madeAt'] as const;
type AboutKey = (typeof ABOUT_KEYS)[number];
export type WorkbookAbout = Readonly<Record<AboutKey, string>>;

export interface LayoutCell {
  readonly value?: Written;
  /** Whether it may be filled in; other cells are locked. */
  readonly open?: boolean;
  /** Text format, so that input stays as typed. */
  readonly as?: 'text';
  /** The list of allowed values: "'Danh mục'!$A$2:$A$4". */
  readonly choices?: string;
}

export interface LayoutRow {
  /** title and about: lines that run on over the whole width. */
  readonly kind: 'keys' | 'title' | 'about' | 'heading' | 'line';
  readonly cells: readonly LayoutCell[];
}

export interface LayoutSheet {
  readonly name: string;
  readonly columns: readonly { readonly width: number; readonly hidden?: boolean }[];
  readonly rows: readonly LayoutRow[];
}

/** The contents of a sheet, and the origin of the workbook. */
export interface WorkbookContent {
  readonly about: WorkbookAbout;
  /** Shown beside the origin: names of round and body, the moment. */
  readonly facts: readonly (readonly [AboutKey, string])[];
  /** Above each table: whose it is. */
  readonly lines: readonly string[];
  fieldsOf(target: Target): Cell['fields'];
}

export const textCell = (value: string): LayoutCell => (value === '' ? {} : { value: { text: value } });

/** Lists of allowed values, one in each column, without duplicates. */
export class ChoiceLists {
  readonly #lists: (readonly string[])[] = [];
  readonly #places = new Map<string, string>();
  readonly #sheet: string;

  constructor(sheet: string) {
    this.#sheet = sheet;
  }

  /** Where a list stands. */
  place(values: readonly string[]): string {
    const key = JSON.stringify(values);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#lists.push(values);
    const column = columnName(this.#lists.length);
    const place = `'${this.#sheet}'!$${column}$2:$${column}$${values.length + 1}`;
    this.#places.set(key, place);
    return place;
  }

  sheet(heading: string): LayoutSheet {
    const longest = Math.max(0, ...this.#lists.map((list) => list.length));
    const lines = Array.from({ length: longest }, (_, index): LayoutRow => ({ kind: 'line', cells: this.#lists.map((list) => textCell(list[index] ?? '')) }));
    const headings: LayoutRow = { kind: 'heading', cells: [textCell(heading)] };
    return { name: this.#sheet, columns: [{ width: 40 }, ...this.#lists.slice(1).map(() => ({ width: 40 }))], rows: [headings, ...lines] };
  }
}

/** A sheet as a workbook to fill in: its present values, the rules in words, and its origin. */
export function workbookLayout(rows: FormRows, names: SchemeNames, content: WorkbookContent): LayoutSheet[] {
  const texts = WORKBOOK_TEXTS[names.language];
  const lists = new ChoiceLists(texts.lists);
  const fill = (row: FormRow, column: FilledColumn): LayoutCell => {
    const input = row.takes[column];
    if (!input) return {};
    const value = writtenValue(input, content.fieldsOf(input.target)[input.field], names.language);
    const choices = choicesOf(input, names);
    return {
      open: true,
      ...(value === undefined ? {} : { value }),
      ...(entryOf(input).kind === 'number' ? {} : { as: 'text' as const }),
      ...(choices === undefined ? {} : { choices: lists.place(choices) }),
    };
  };
  const sheets = [
    itemSheet(rows.items, names, content.lines, fill),
    figureSheet(rows.figures, names, content.lines, fill),
    originSheet(
      SHEET_MARKS.about,
      ABOUT_KEYS,
      { sheet: texts.sheets.about, title: texts.aboutTitle, value: texts.aboutValue, keys: texts.about },
      { ...content, guidance: texts.guidance },
    ),
  ];
  return [...sheets, lists.sheet(texts.lists)];
}

/** For single choices; multiple choices are listed in words beside the cell. */
function choicesOf(input: InputField, { language, phrases }: SchemeNames): readonly string[] | undefined {
  const entry = entryOf(input);
  if (entry.kind === 'yesNo') return [phrases.yes, phrases.no];
  if (entry.kind !== 'choice' || input.field === 'state') return undefined;
  const options = optionsOf(input);
  return options.map((option) => optionText(option, options, language));
}

type Fill = (row: FormRow, column: FilledColumn) => LayoutCell;

/** Keys, title, lines about it and headings, as they stand above the rows of every sheet. */
export const headOf = (mark: string, keys: readonly string[], title: string, lines: readonly string[], headings: readonly string[]): LayoutRow[] => [
  { kind: 'keys', cells: [mark, ...keys].map(textCell) },
  { kind: 'title', cells: [{}, textCell(title)] },
  ...lines.map((line): LayoutRow => ({ kind: 'about', cells: [{}, textCell(line)] })),
  { kind: 'heading', cells: [HEADING_ROW, ...headings].map(textCell) },
];

function itemSheet(rows: readonly ItemRow[], names: SchemeNames, lines: readonly string[], fill: Fill): LayoutSheet {
  const texts = WORKBOOK_TEXTS[names.language];
  const { headings, sheets } = texts;
  return {
    name: sheets.items,
    columns: [{ width: 4, hidden: true }, ...[8, 32, 36, 8, 32, 18, 34, 18].map((width) => ({ width }))],
    rows: [
      ...headOf(SHEET_MARKS.items, ['', '', '', '', '', ...ITEM_COLUMNS], texts.titles.items, lines, [
        headings.code,
        headings.item,
        headings.rule,
        headings.maximum,
        headings.asked,
        headings.answer,
        headings.justification,
        headings.reason,
      ]),
      ...rows.map((row): LayoutRow => {
        const { item, first } = row;
        const answer = row.takes.answer;
        return {
          kind: 'line',
          cells: [
            textCell(row.id),
            textCell(item.code),
            textCell(first ? (inLanguage(item.title, names.language) ?? '') : ''),
            textCell(first ? ruleLines(describeRule(item, names)).join('\n') : ''),
            first ? { value: { number: item.maximum } } : {},
            textCell(answer ? askedText(answer, names) : elsewhere(row, names, texts)),
            ...ITEM_COLUMNS.map((column) => fill(row, column)),
          ],
        };
      }),
    ],
  };
}

const elsewhere = ({ figures }: ItemRow, names: SchemeNames, texts: WorkbookTexts): string =>
  figures.length === 0 ? texts.bySurvey : texts.onFigures(figures.map((id) => names.figure(id)).join(', '));

function figureSheet(rows: readonly FigureRow[], names: SchemeNames, lines: readonly string[], fill: Fill): LayoutSheet {
  const { headings, sheets, titles } = WORKBOOK_TEXTS[names.language];
  return {
    name: sheets.figures,
    columns: [{ width: 4, hidden: true }, ...[12, 50, 26, 16, 36, 14, 22].map((width) => ({ width }))],
    rows: [
      ...headOf(SHEET_MARKS.figures, ['', '', '', ...FIGURE_COLUMNS], titles.figures, lines, [
        headings.usedBy,
        headings.figure,
        headings.asked,
        headings.value,
        headings.source,
        headings.date,
        headings.vintage,
      ]),
      ...rows.map(
        (row): LayoutRow => ({
          kind: 'line',
          cells: [
            textCell(row.id),
            textCell(row.usedBy.join(', ')),
            textCell(names.figureTitle(row.figure)),
            textCell(row.takes.answer ? formText(row.takes.answer.variants[0], names) : ''),
            ...FIGURE_COLUMNS.map((column) => fill(row, column)),
          ],
        }),
      ),
    ],
  };
}

/** The sheet of guidance, with the origin that the workbook is known by when it comes back. */
export function originSheet<K extends string>(
  mark: string,
  keys: readonly K[],
  names: { readonly sheet: string; readonly title: string; readonly value: string; readonly keys: Readonly<Record<K, string>> },
  {
    about,
    facts,
    guidance,
  }: { readonly about: Readonly<Record<K, string>>; readonly facts: readonly (readonly [K, string])[]; readonly guidance: readonly string[] },
): LayoutSheet {
  const told = new Map(facts);
  return {
    name: names.sheet,
    columns: [{ width: 4, hidden: true }, { width: 34 }, { width: 4, hidden: true }, { width: 90 }],
    rows: [
      { kind: 'keys', cells: [textCell(mark)] },
      { kind: 'title', cells: [{}, textCell(names.sheet)] },
      { kind: 'heading', cells: [textCell(HEADING_ROW), textCell(names.title), {}, textCell(names.value)] },
      ...keys.map(
        (key): LayoutRow => ({ kind: 'line', cells: [textCell(key), textCell(names.keys[key]), textCell(about[key]), textCell(told.get(key) ?? about[key])] }),
      ),
      { kind: 'about', cells: [] },
      ...guidance.map((line): LayoutRow => ({ kind: 'about', cells: [{}, textCell(line)] })),
    ],
  };
}

/** What a cell asks for: the field's name, its format, and when. */
function askedText(input: InputField, names: SchemeNames): string {
  const texts = WORKBOOK_TEXTS[names.language];
  const [first] = input.variants;
  const name = inLanguage(first.title ?? undefined, names.language) ?? fieldName(input.target, input.field, names);
  const lines = input.variants.map((variant) => {
    const when = whenText(variant, names);
    return when === '' ? formText(variant, names) : texts.when(when, formText(variant, names));
  });
  return [beginning(name), ...new Set(lines)].join('\n');
}

function whenText({ level, cases, target }: FormField, names: SchemeNames): string {
  const item = names.item(target.id);
  if (level !== null) return names.phrases.quote(answerName(level, item, names));
  if (cases === null || item?.rule.kind !== 'branch') return '';
  const { rule } = item;
  const on = names.item(rule.on.item);
  return cases
    .map((taken) => (taken === 'otherwise' ? names.phrases.rule.branchOtherwise : `${rule.on.item}: ${answerName(rule.cases[taken]?.is ?? '', on, names)}`))
    .join(', ');
}

/** The format of the input: bounds of a number, allowed values. */
export function formText({ entry }: FormField, { language }: SchemeNames): string {
  const { form } = WORKBOOK_TEXTS[language];
  const shown = (number: string) => displayDecimal(number, language);
  switch (entry.kind) {
    case 'number': {
      const { minimum, maximum, step } = entry;
      const bounds = minimum === null ? [] : [maximum === null ? form.from(shown(minimum)) : form.between(shown(minimum), shown(maximum))];
      return [entry.whole ? form.whole : form.number, ...bounds, ...(step === null ? [] : [form.step(shown(step))])].join(', ');
    }
    case 'yesNo':
      return `${PHRASES[language].yes} | ${PHRASES[language].no}`;
    case 'choice':
      return `${form.one}\n${entry.options.map((option) => `– ${optionText(option, entry.options, language)}`).join('\n')}`;
    case 'checks':
      return `${form.some}\n${entry.options.map((option) => `– ${optionText(option, entry.options, language)}`).join('\n')}`;
    case 'date':
      return form.date;
    case 'text':
      return form.text(String(entry.longest));
  }
}
