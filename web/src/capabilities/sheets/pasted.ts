import { readCell } from '@parindex/core/imports/workbook/read-cell';
import { type FieldValue, type Target, targetKey } from '@parindex/core/ledger/entry';
import type { FormField } from '@parindex/core/rules/answer-form';
import { searchKey } from '@parindex/core/text/search-key';
import type { Language } from '@parindex/core/words/index';
import { whyText } from '@parindex/core/words/workbook-words';
import { valueInWords } from './field-standing.tsx';
import { judgeChange } from './judge-change.ts';
import type { ShownSheet } from './shown-sheet.ts';
import { listTexts } from './texts/sheet-list.ts';
import { type ParsedInput, readTyped } from './typed.ts';

/** The outcome of a pasted line. */
export type PastedOutcome =
  | { readonly kind: 'change'; readonly value: FieldValue }
  | { readonly kind: 'same' }
  /** The number is ambiguous; the person chooses the table's notation. */
  | { readonly kind: 'question' }
  | { readonly kind: 'unknown' }
  /** Assigned to somebody else. */
  | { readonly kind: 'notYours' }
  | { readonly kind: 'fault'; readonly faults: readonly string[] };

export interface PastedLine {
  readonly number: number;
  readonly cells: readonly string[];
  readonly field: FormField | undefined;
  readonly before: string;
  readonly typed: string;
  /** What it is read as, in words; empty where it is not read. */
  readonly becomes: string;
  readonly outcome: PastedOutcome;
}

type NameOf = (field: FormField) => string;

const inputsOf = (shown: ShownSheet, code: string): FormField[] => shown.rules.forms.get(code)?.fields.filter(({ use }) => use === 'input') ?? [];

/** A table to be filled in elsewhere and pasted back: one line for each field, with its present value. */
export function tableToFill(shown: ShownSheet, codes: readonly string[], nameOf: NameOf, language: Language): string {
  const lines = codes.flatMap((code) => inputsOf(shown, code).map((field) => [code, nameOf(field), shownValue(shown, field, language)]));
  return lines.map((cells) => cells.map((cell) => cell.replaceAll(/[\t\r\n]+/g, ' ')).join('\t')).join('\n');
}

/** A value as a cell; an answer without ticks says so, as an empty cell means no change. */
function shownValue(shown: ShownSheet, { target, field, entry }: FormField, language: Language): string {
  return valueInWords(entry, shown.cell(target)[field] as FieldValue | undefined, language, '');
}

/** Reads lines copied from a spreadsheet: code, field name, value; the name is optional if there is only one field. */
export function readPasted(
  text: string,
  shown: ShownSheet,
  mayEnter: (target: Target) => boolean,
  nameOf: NameOf,
  language: Language,
  notation: Language | undefined,
): PastedLine[] {
  const lines = text.split(/\r?\n/).flatMap((line, index): PastedLine[] => {
    if (line.trim() === '') return [];
    const cells = line.split('\t').map((cell) => cell.trim().replaceAll(/^"|"$/g, ''));
    const field = fieldOf(cells, shown, nameOf);
    const typed = cells.length > 1 ? (cells.at(-1) ?? '') : '';
    const read = { number: index + 1, cells, field, typed };
    if (!field) return [{ ...read, before: '', becomes: '', outcome: { kind: 'unknown' as const } }];
    const outcome = outcomeOf(field, typed, shown, language, notation);
    const closed = outcome.kind !== 'same' && !mayEnter(field.target);
    const becomes = outcome.kind === 'change' ? valueInWords(field.entry, outcome.value, language, '') : '';
    return [{ ...read, becomes, before: shownValue(shown, field, language), outcome: closed ? { kind: 'notYours' as const } : outcome }];
  });
  return withoutDoubled(lines, language);
}

/**
 * A field to which two lines give different values can be entered from neither: which one counts cannot be told. One that says
 * nothing new says nothing against another: a figure that several items share stands in the table once for each.
 */
function withoutDoubled(lines: readonly PastedLine[], language: Language): PastedLine[] {
  const ofField = Map.groupBy(lines, ({ number, field }) => (field ? `${targetKey(field.target)} ${field.field}` : String(number)));
  return [...ofField.values()]
    .flatMap((same) => {
      const news = same.filter(({ outcome }) => outcome.kind !== 'same');
      const [first] = news;
      if (!first || news.length === 1) return same;
      if (news.every(({ typed }) => typed === first.typed))
        return same.map((line) => (line !== first && news.includes(line) ? { ...line, becomes: '', outcome: { kind: 'same' as const } } : line));
      const faults = [listTexts[language].twice(news.map(({ number }) => String(number)).join(', '))];
      return same.map((line) => (news.includes(line) ? { ...line, becomes: '', outcome: { kind: 'fault' as const, faults } } : line));
    })
    .toSorted((a, b) => a.number - b.number);
}

function fieldOf([code = '', ...rest]: readonly string[], shown: ShownSheet, nameOf: NameOf): FormField | undefined {
  const fields = inputsOf(shown, code);
  if (rest.length < 2) return fields.length === 1 ? fields[0] : undefined;
  const wanted = searchKey(rest[0] ?? '');
  return fields.find((field) => searchKey(nameOf(field)) === wanted);
}

function outcomeOf(field: FormField, typed: string, shown: ShownSheet, language: Language, notation: Language | undefined): PastedOutcome {
  const standing = shown.cell(field.target)[field.field] as FieldValue | undefined;
  // An empty cell means no change, so it removes nothing.
  if (typed === '' || typed === shownValue(shown, field, language)) return { kind: 'same' };
  const read = readPastedCell(field, typed, language);
  if (read.kind === 'refused') return { kind: 'fault', faults: [read.why] };
  const value = read.kind === 'value' ? read.value : read.readings.find((reading) => reading.notation === notation)?.value;
  if (value === undefined) return { kind: 'question' };
  if (JSON.stringify(value) === JSON.stringify(standing ?? null)) return { kind: 'same' };
  const judged = judgeChange(shown, field.target as Target, { [field.field]: value }, language);
  return 'faults' in judged ? { kind: 'fault', faults: judged.faults } : { kind: 'change', value };
}

/** A tick or a digit is a yes or no in a table of one's own; a workbook of the sheet has cells for it. */
const TRUTHS: Readonly<Record<string, boolean>> = { x: true, '1': true, '0': false };

/** As a cell of the sheet's workbook is read, so that both say the same; a number of two readings is asked about. */
function readPastedCell(field: FormField, typed: string, language: Language): ParsedInput {
  const { entry } = field;
  if (entry.kind === 'number') return readTyped(entry, typed, language);
  const truth = entry.kind === 'yesNo' ? TRUTHS[searchKey(typed)] : undefined;
  if (truth !== undefined) return { kind: 'value', value: truth };
  const input = { target: field.target, field: field.field, variants: [field] as const };
  const read = readCell(input, { kind: 'text', format: 'general', text: typed }, language);
  return read.kind === 'read' ? { kind: 'value', value: read.value } : { kind: 'refused', why: whyText(read.why, language) };
}
