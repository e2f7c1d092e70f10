import { emptyObject } from '../reading/raw.ts';
import type { Answer } from '../rules/inputs.ts';
import type { BodyFigures, BodySheet, DeclaredFigure, SheetEntry } from '../snapshot/types.ts';
import type { Cell } from './cell.ts';
import type { FieldValue, TargetKind } from './entry.ts';

/** Fields of an item and of a figure; in addition an item has one field for each condition. */
const ITEM_FIELDS = ['answer.points', 'answer.yes', 'answer.level', 'answer.checks', 'state', 'reason', 'justification', 'citations'] as const;
const FIGURE_FIELDS = ['value', 'source', 'date', 'vintage', 'citations'] as const;
export type ItemField = (typeof ITEM_FIELDS)[number];
export type FigureField = (typeof FIGURE_FIELDS)[number];
/** What an entry on a check on site tells beside its findings: its day, and who went. No part of what stands in the sheet. */
export const SITE_CHECK = { date: 'siteCheck.date', team: 'siteCheck.team' } as const;
export type SiteCheckField = (typeof SITE_CHECK)[keyof typeof SITE_CHECK];
export const CONDITION = 'answer.conditions.';
/** The evidence of an item or figure: a list of citations in canonical form (core/src/evidence/citation.ts). It does not affect points. */
export const CITATIONS = 'citations';

/** The citations in a field, in order; unreadable ones are reported when changes are checked. */
export const citationsIn = (value: FieldValue | undefined): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : []);

/** Free text with its maximum length in characters; it may lawfully be erased later. */
export const TEXT_LIMITS: Readonly<Record<string, number>> = { reason: 2_000, justification: 10_000, source: 500, vintage: 200, [SITE_CHECK.team]: 1_000 };

export const isText = (field: string): boolean => Object.hasOwn(TEXT_LIMITS, field);

/** Whether targets of this kind have the field. */
export const isField = (kind: TargetKind, field: string): boolean =>
  kind === 'figure'
    ? (FIGURE_FIELDS as readonly string[]).includes(field)
    : (ITEM_FIELDS as readonly string[]).includes(field) || (field.startsWith(CONDITION) && field.length > CONDITION.length);

type Fields = Cell['fields'];

/** A sheet's entry in a snapshot, from the fields of an item; undefined if nothing was answered. */
export function sheetEntryOf(fields: Fields): SheetEntry | undefined {
  const answer: Answer = {};
  const conditions = emptyObject() as Record<string, boolean>;
  for (const field in fields) {
    const value = fields[field] as Exclude<FieldValue, null>;
    if (field.startsWith(CONDITION)) conditions[field.slice(CONDITION.length)] = value as boolean;
    else if (field.startsWith('answer.')) Object.assign(answer, { [field.slice('answer.'.length)]: value });
  }
  if (Object.keys(conditions).length > 0) answer.conditions = conditions;
  const entry: SheetEntry = {};
  if (Object.keys(answer).length > 0) entry.answer = answer;
  if (fields['state'] !== undefined) {
    entry.state = fields['state'] as NonNullable<SheetEntry['state']>;
    // A purged reason keeps its key, so the state stays valid.
    entry.reason = (fields['reason'] as string | undefined) ?? '—';
  }
  return entry.answer || entry.state ? entry : undefined;
}

/** A declared figure in a snapshot; undefined without a value. */
export function figureOf(fields: Fields): DeclaredFigure | undefined {
  const { value, source, date, vintage } = fields as Record<string, string | boolean>;
  if (value === undefined) return undefined;
  return {
    value,
    ...(source === undefined ? {} : { source: String(source) }),
    ...(date === undefined ? {} : { date: String(date) }),
    ...(vintage === undefined ? {} : { vintage: String(vintage) }),
  };
}

/** The fields of an answer in the contract's form: the inverse of `sheetEntryOf`. */
export function fieldsOfEntry({ answer, state, reason }: SheetEntry): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {};
  const { conditions, ...rest } = answer ?? {};
  for (const [key, value] of Object.entries(rest)) if (value !== undefined) fields[`answer.${key}`] = value;
  for (const [id, value] of Object.entries(conditions ?? {})) fields[`${CONDITION}${id}`] = value;
  if (state !== undefined) fields['state'] = state;
  if (reason !== undefined) fields['reason'] = reason;
  return fields;
}

/** All of a sheet at one stage, in the form of a snapshot. */
export function sheetData(cells: Iterable<readonly [Cell['target'], Fields]>): { figures: BodyFigures; sheet: BodySheet } {
  const figures = emptyObject() as unknown as BodyFigures;
  const sheet = emptyObject() as unknown as BodySheet;
  for (const [{ kind, id }, fields] of cells) {
    if (kind === 'figure') {
      const figure = figureOf(fields);
      if (figure) figures[id] = figure;
    } else {
      const entry = sheetEntryOf(fields);
      if (entry) sheet[id] = entry;
    }
  }
  return { figures, sheet };
}
