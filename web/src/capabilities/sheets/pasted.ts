import type { FieldValue, Target } from '@parindex/core/ledger/entry';
import type { FormField, FormOption } from '@parindex/core/rules/answer-form';
import { searchKey } from '@parindex/core/text/search-key';
import { inLanguage, type Language, PHRASES } from '@parindex/core/words/index';
import { valueInWords } from './field-standing.tsx';
import { judgeChange } from './judge-change.ts';
import type { ShownSheet } from './shown-sheet.ts';
import { sheetTexts } from './texts/sheet.ts';
import { readTyped } from './typed.ts';

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
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '') return [];
    const cells = line.split('\t').map((cell) => cell.trim().replaceAll(/^"|"$/g, ''));
    const field = fieldOf(cells, shown, nameOf);
    const typed = cells.length > 1 ? (cells.at(-1) ?? '') : '';
    const read = { number: index + 1, cells, field, typed };
    if (!field) return [{ ...read, before: '', outcome: { kind: 'unknown' as const } }];
    const outcome = outcomeOf(field, typed, shown, language, notation);
    const closed = outcome.kind !== 'same' && !mayEnter(field.target);
    return [{ ...read, before: shownValue(shown, field, language), outcome: closed ? { kind: 'notYours' as const } : outcome }];
  });
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
  const read = readCell(field, typed, language);
  if (read.kind === 'refused') return { kind: 'fault', faults: [read.why] };
  const value = read.kind === 'value' ? read.value : read.readings.find((reading) => reading.notation === notation)?.value;
  if (value === undefined) return { kind: 'question' };
  if (JSON.stringify(value) === JSON.stringify(standing ?? null)) return { kind: 'same' };
  const judged = judgeChange(shown, field.target as Target, { [field.field]: value }, language);
  return 'faults' in judged ? { kind: 'fault', faults: judged.faults } : { kind: 'change', value };
}

const TRUTHS: Readonly<Record<string, string>> = { co: 'true', yes: 'true', x: 'true', '1': 'true', khong: 'false', no: 'false', '0': 'false' };

/** In a table, options are given by title. */
function readCell({ entry }: FormField, typed: string, language: Language) {
  if (entry.kind === 'yesNo') {
    const truth = TRUTHS[searchKey(typed)];
    return truth === undefined ? { kind: 'refused' as const, why: `${PHRASES[language].yes} / ${PHRASES[language].no}` } : readTyped(entry, truth, language);
  }
  if (entry.kind === 'choice') return chosen(entry.options, [typed], language, ([id]) => id as string);
  if (entry.kind === 'checks' && searchKey(typed) === searchKey(sheetTexts[language].noneOfThem)) return { kind: 'value' as const, value: [] };
  if (entry.kind === 'checks')
    return chosen(
      entry.options,
      typed.split(';').map((part) => part.trim()),
      language,
      (ids) => ids,
    );
  return readTyped(entry, typed, language);
}

function chosen(options: readonly FormOption[], wanted: readonly string[], language: Language, make: (ids: string[]) => FieldValue) {
  const ids = wanted.map(
    (text) => options.find(({ id, title }) => id === text || searchKey(inLanguage(title ?? undefined, language) ?? '') === searchKey(text))?.id,
  );
  if (ids.includes(undefined)) {
    const titles = options.map(({ id, title }) => inLanguage(title ?? undefined, language) ?? id);
    return { kind: 'refused' as const, why: PHRASES[language].fault.unknownValue({ found: wanted.join('; '), expected: titles.join(' | ') }) };
  }
  return { kind: 'value' as const, value: make(ids as string[]) };
}
