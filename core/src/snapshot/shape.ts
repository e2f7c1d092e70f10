import { at } from '../reading/path.ts';
import { isObject, NumberToken, type Raw } from '../reading/raw.ts';
import {
  anyText,
  booleanShape,
  date,
  dictionary,
  integer,
  list,
  number,
  object,
  oneOf,
  optional,
  required,
  type Shape,
  text,
  withDefault,
} from '../reading/shape.ts';
import type { Answer, Estimate } from '../rules/inputs.ts';
import type { Declarable } from './check-body.ts';
import {
  ADMISSIONS,
  type Body,
  type DeclaredFigure,
  type Exclusion,
  NOTHING_FOUND,
  type PreviousBody,
  type Round,
  SHEET_STATES,
  type SheetEntry,
} from './types.ts';

const admissionFields = object<Body['admission']>({ state: required(oneOf(ADMISSIONS)), reason: optional(text) });
const admission: Shape<Body['admission']> = {
  read(raw, path, faults) {
    const read = admissionFields.read(raw, path, faults);
    if (read?.state === 'notAdmitted' && read.reason === undefined && !faults.has(at(path, 'reason')))
      faults.add('missingKey', at(path, 'reason'), { key: 'reason' });
    return read;
  },
};

export const bodyShape = object<Body>({
  id: required(text),
  code: withDefault(text as Shape<string | null>, () => null),
  name: required(text),
  type: optional(text),
  block: withDefault(text as Shape<string | null>, () => null),
  ranked: withDefault(booleanShape, () => true),
  admission: withDefault(admission, () => ({ state: 'admitted' as const })),
});

export const roundShape = object<Round>({ id: required(text), year: required(integer) });

export const exclusionsShape = list(object<Exclusion>({ body: required(text), item: required(text), legalBasis: required(text) }));

/** A value is judged by its figure's type later; here it only has to be a number, a text or a truth. */
const figureValue: Shape<string | boolean> = {
  read(raw: Raw, path, faults) {
    if (raw instanceof NumberToken) return raw.text;
    if (typeof raw === 'string' || typeof raw === 'boolean') return raw;
    faults.add('wrongType', path, { expected: 'number, text, true | false' });
    return undefined;
  },
};

const declaredFigure = object<DeclaredFigure>({ value: required(figureValue), source: optional(anyText), date: optional(date), vintage: optional(anyText) });

export const figuresShape = dictionary(declaredFigure);

/** A dictionary keyed by declared names: of an unknown one nothing is looked at. */
export const keyedBy = <T>(shapeOf: (name: string) => Shape<T> | undefined): Shape<Record<string, T>> =>
  dictionary<T>({
    read(raw, path, faults) {
      const name = String(path?.key);
      const shape = shapeOf(name);
      if (!shape) faults.add('unknownId', path, { found: name });
      return shape?.read(raw, path, faults);
    },
  });

const answerWith = (conditions: Shape<Record<string, boolean>>): Shape<Answer> =>
  object<Answer>({
    points: optional(number),
    yes: optional(booleanShape),
    level: optional(anyText),
    checks: optional(list(anyText)),
    conditions: optional(conditions),
  });

const answer = answerWith(dictionary(booleanShape));

/** An answer to an item with these conditions: of others nothing is looked at. */
const answerTo = (conditions: readonly { readonly id: string }[]): Shape<Answer> =>
  answerWith(keyedBy((id) => (conditions.some((condition) => condition.id === id) ? booleanShape : undefined)));

const entryWith = (ofAnswer: Shape<Answer>): Shape<SheetEntry> => {
  const entryFields = object<SheetEntry>({
    answer: optional(ofAnswer),
    state: optional(oneOf(SHEET_STATES)),
    reason: optional(text),
    whenNothing: optional(oneOf(NOTHING_FOUND)),
  });
  return {
    read(raw, path, faults) {
      const read = entryFields.read(raw, path, faults);
      if (!read) return read;
      const reason = at(path, 'reason');
      if (read.state !== undefined && read.reason === undefined && !faults.has(reason)) faults.add('missingKey', reason, { key: 'reason' });
      const given = isObject(raw) && (raw['reason'] ?? null) !== null;
      if (read.state === undefined && given && !faults.has(at(path, 'state'))) faults.add('notAllowedHere', reason, { key: 'reason' });
      return read;
    },
  };
};

export const sheetShape = dictionary(entryWith(answer));

const estimate = object<Estimate>({ mean: required(number), answers: required(number) });
export const estimatesShape = dictionary(dictionary(estimate));

const previousBodyWith = (figures: typeof figuresShape): Shape<PreviousBody> =>
  object<PreviousBody>({ figures: withDefault(figures, () => ({})), items: withDefault(dictionary(number), () => ({})) });

/** The parts of one body under a scheme that is known: of names that it does not declare nothing is looked at. */
export interface BodyShapes {
  readonly figures: typeof figuresShape;
  readonly sheet: typeof sheetShape;
  readonly estimates: typeof estimatesShape;
  readonly previous: Shape<PreviousBody>;
}

export function bodyShapes({ figures, questions, items }: Declarable): BodyShapes {
  const entries = new Map([...items].map(([code, { item }]) => [code, entryWith(answerTo(item.conditions))]));
  const known = keyedBy((id) => (figures.has(id) ? declaredFigure : undefined));
  const ofQuestion = new Map([...questions].map(([id, asked]) => [id, keyedBy((group) => (asked.has(group) ? estimate : undefined))]));
  return {
    figures: known,
    sheet: keyedBy((code) => entries.get(code)),
    estimates: keyedBy((id) => ofQuestion.get(id)),
    previous: previousBodyWith(known),
  };
}
