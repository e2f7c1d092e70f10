import { at } from '../reading/path.ts';
import { type Raw, NumberToken } from '../reading/raw.ts';
import { anyText, date, dictionary, integer, list, number, object, oneOf, optional, required, type Shape, text, truth, withDefault } from '../reading/shape.ts';
import type { Answer, Estimate } from '../rules/inputs.ts';
import { ADMISSIONS, type Body, type DeclaredFigure, type Exclusion, type PreviousBody, type Round, SHEET_STATES, type SheetEntry } from './types.ts';

const admissionFields = object<Body['admission']>({ state: required(oneOf(ADMISSIONS)), reason: optional(text) });
const admission: Shape<Body['admission']> = {
  read(raw, path, faults) {
    const read = admissionFields.read(raw, path, faults);
    if (read?.state === 'notAdmitted' && read.reason === undefined && !faults.has(at(path, 'reason'))) faults.add('missingKey', at(path, 'reason'), { key: 'reason' });
    return read;
  },
};

export const bodyShape = object<Body>({
  id: required(text),
  code: withDefault(text as Shape<string | null>, () => null),
  name: required(text),
  type: optional(text),
  block: withDefault(text as Shape<string | null>, () => null),
  ranked: withDefault(truth, () => true),
  admission: withDefault(admission, () => ({ state: 'admitted' as const })),
});

export const roundShape = object<Round>({ id: required(text), year: required(integer) });

export const exclusionsShape = list(object<Exclusion>({ body: required(text), item: required(text), legalBasis: required(text) }));

/** A value is judged by its figure's type later; here it only has to be a number, a text or a truth. */
const figureValue: Shape<string | boolean> = {
  read(raw: Raw, path, faults) {
    if (raw instanceof NumberToken) return number.read(raw, path, faults);
    if (typeof raw === 'string' || typeof raw === 'boolean') return raw;
    faults.add('wrongType', path, { expected: 'number, text, true | false' });
    return undefined;
  },
};

const declaredFigure = object<DeclaredFigure>({ value: required(figureValue), source: optional(anyText), date: optional(date), vintage: optional(anyText) });

export const figuresShape = dictionary(declaredFigure);

const answer = object<Answer>({
  points: optional(number),
  yes: optional(truth),
  level: optional(anyText),
  checks: optional(list(anyText)),
  conditions: optional(dictionary(truth)),
});

const entryFields = object<SheetEntry>({ answer: optional(answer), state: optional(oneOf(SHEET_STATES)), reason: optional(text) });
const entry: Shape<SheetEntry> = {
  read(raw, path, faults) {
    const read = entryFields.read(raw, path, faults);
    if (!read) return read;
    const reason = at(path, 'reason');
    if (read.state !== undefined && read.reason === undefined && !faults.has(reason)) faults.add('missingKey', reason, { key: 'reason' });
    if (read.state === undefined && read.reason !== undefined && !faults.has(at(path, 'state'))) faults.add('notAllowedHere', reason, { key: 'reason' });
    return read;
  },
};

export const sheetShape = dictionary(entry);

export const estimatesShape = dictionary(dictionary(object<Estimate>({ mean: required(number), answers: required(number) })));

export const previousBodyShape = object<PreviousBody>({
  figures: withDefault(figuresShape, () => ({})),
  items: withDefault(dictionary(number), () => ({})),
});

