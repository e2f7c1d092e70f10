import type { NumberText } from '../quantity/number-text.ts';
import type { PreparedItem } from '../scoring/prepared.ts';
import type { Title } from '../text/title.ts';
import type { FieldKind, FormField, FormOption } from './answer-form.ts';
import type { Check } from './check-list.ts';
import type { Quantity } from './quantity.ts';

/** A form field, before its target is known. */
export type AnswerField = Pick<FormField, 'field' | 'entry' | 'required' | 'level' | 'title'>;

/** A part of an answer, required by default. */
export const answerField = (field: string, entry: FieldKind, more: { required?: boolean; level?: string; title?: Title | undefined } = {}): AnswerField => ({
  field,
  entry,
  required: more.required ?? true,
  level: more.level ?? null,
  title: more.title ?? null,
});

/** A number, unbounded by default. */
export const number = (bounds: Partial<Extract<FieldKind, { kind: 'number' }>>): FieldKind => ({
  kind: 'number',
  whole: false,
  unit: null,
  minimum: null,
  maximum: null,
  step: null,
  notOver: null,
  ...bounds,
});

/** One of the things to choose from. */
export const option = ({ id, title, points, upTo }: { id: string; title?: Title; points?: NumberText; upTo?: NumberText }): FormOption => ({
  id,
  title: title ?? null,
  points: points ?? null,
  upTo: upTo ?? null,
});

/** The bounds of points given by a person, between 0 and `upTo`, which may be negative. */
export const edges = (upTo: NumberText) => (upTo.startsWith('-') ? { minimum: upTo, maximum: '0' } : { minimum: '0', maximum: upTo });

/** What a rule asks for besides figures, and how its figures are described. */
export interface AskedFields {
  readonly answer: readonly AnswerField[];
  readonly measures?: Quantity;
}

/** What a rule of this kind asks for. */
export type Ask<R> = (rule: R, item: PreparedItem) => AskedFields;

/** For a rule that only uses figures. */
export const figuresOnly = (): AskedFields => ({ answer: [] });

/** Of a rule that measures one quantity. */
export const measuring = ({ of }: { of: Quantity }): AskedFields => ({ answer: [], measures: of });

/** For a rule with a check list. */
export const ticking = ({ checks }: { checks: readonly Check[] }): AskedFields => ({
  answer: [answerField('answer.checks', { kind: 'checks', options: checks.map(option) })],
});
