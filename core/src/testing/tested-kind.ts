import type { Json } from './documents.ts';
import { type DocObject, UNIT, unitsIn } from './random-document.ts';
import { formOf, QUANTITY_FORMS, type QuantityForm, type Setting } from './random-quantity.ts';
import type { Limits } from './rule-parts.ts';

/** What the made-up rounds and the agreement of the two implementations must know of a rule kind. */
export interface TestedKind {
  /** A rule of the kind, without its name. */
  make(setting: Setting, limits: Limits): DocObject;
  /** Whether an item with these limits may have it; left out: every one. */
  fits?(limits: Limits, setting: Setting): boolean;
  /** It is made twice as often. */
  readonly often?: true;
  /** An answer that the rule takes; left out: none. */
  answer?(setting: Setting, rule: DocObject, limits: Limits): DocObject;
  /** Ways of writing it, each to be met in every state of an item. */
  readonly settings: readonly string[];
  settingsOf(rule: DocObject): string[];
  /** What can become of an item by it. */
  readonly events: readonly string[];
  eventsOf(outcome: Outcome, rule: DocObject): string[];
}

type Result = { readonly [key: string]: Json };

/** What became of an item. */
export interface Outcome {
  readonly doc: DocObject;
  /** The rule taken. */
  readonly rule: DocObject | undefined;
  readonly state: Json;
  readonly points: Json;
  readonly maximum: bigint;
  readonly explanation: Result;
  readonly answer: DocObject;
  readonly groups: number;
  readonly mode: string;
}

/** Numerator and denominator of a fraction. */
export const ratio = (text: Json | undefined): Fraction | undefined => {
  if (typeof text !== 'string') return undefined;
  const [n = '0', d = '1'] = text.split('/');
  return [BigInt(n), BigInt(d)];
};

type Fraction = readonly [bigint, bigint];

/** The value against an edge in units of the twelfth decimal times the value's denominator: 0 on it, ±d a unit beside it. */
export const off = ([n, d]: Fraction, edge: bigint): bigint => n * UNIT - edge * d;

/** A key that may be left out. */
export const both = (what: string) => [`${what} written`, `${what} left out`];
export const is = (what: string, owner: DocObject, key: string) => `${what} ${owner[key] === undefined ? 'left out' : 'written'}`;

const FUNCTIONS = ['min', 'max', 'abs', 'floor', 'round', 'days', 'choose'];
const SIGNS = [' + ', ' - ', '*', ' / ', '-(', ' < ', ' <= ', ' > ', ' >= ', ' == ', ' != ', ' and ', ' or ', 'not '];
const named = (sign: string) => sign.trim() || sign;

/** What a formula can be made of. */
export const FORMULA_SETTINGS: readonly string[] = [...FUNCTIONS.map((name) => `formula ${name}`), ...SIGNS.map((sign) => `formula ${named(sign)}`)];

export const ofFormula = (text: string): string[] => [
  ...FUNCTIONS.filter((name) => text.includes(`${name}(`)).map((name) => `formula ${name}`),
  ...SIGNS.filter((sign) => text.includes(sign)).map((sign) => `formula ${named(sign)}`),
];

/** The forms of what a rule measures. */
export const quantitySettings = (rule: string, forms: readonly QuantityForm[] = QUANTITY_FORMS): string[] => forms.map((form) => `${rule} of ${form}`);

export function ofQuantity(of: DocObject, rule: string): string[] {
  const form = formOf(of);
  const more = form === 'ratio' ? [`ratio whenNothing ${of['whenNothing']} over ${of['over']}`] : form === 'formula' ? ofFormula(String(of['formula'])) : [];
  return [`${rule} of ${form}`, ...more];
}

/** How the bands of a table begin. */
export const edgesOfBands = (rule: DocObject) => [...new Set((rule['bands'] as DocObject[]).map((band) => `band ${'from' in band ? 'from' : 'above'}`))];

/** What becomes of an item whose rule measures a quantity that is not there. */
export const nothingThere = (kind: string): string[] => ['notApplicable', 'full', 'zero'].map((how) => `nothing there: ${how} (${kind})`);

/** What becomes of an item whose rule has bands. */
export const bandEvents = (kind: string): string[] =>
  ['on the edge of from', 'on the edge of above', 'a unit under an edge', 'a unit over an edge', 'otherwise', 'second band or later'].map(
    (what) => `${kind}: ${what}`,
  );

/** Where a value lies in a table of bands. */
export function eventsOfBands(value: Fraction, { band }: Result, rule: DocObject, kind: string): string[] {
  const found = band === 'otherwise' ? [`${kind}: otherwise`] : Number(band) > 0 ? [`${kind}: second band or later`] : [];
  for (const entry of rule['bands'] as DocObject[]) {
    const distance = off(value, unitsIn(entry['from'] ?? entry['above']) ?? 0n);
    if (distance === 0n) found.push(`${kind}: on the edge of ${'from' in entry ? 'from' : 'above'}`);
    if (distance === -value[1]) found.push(`${kind}: a unit under an edge`);
    if (distance === value[1]) found.push(`${kind}: a unit over an edge`);
  }
  return found;
}

/** The rule's own word stands: it was scored, and not for another reason. */
const spoke = ({ state, explanation }: Outcome): boolean => state === 'scored' && explanation['because'] === null;

/** What becomes of an item by the value that was measured; nothing where the rule's own word does not stand. */
export function byValue(outcome: Outcome, events: (value: Fraction) => string[]): string[] {
  const value = ratio(outcome.explanation['value']);
  return spoke(outcome) && value ? events(value) : [];
}

/** Of a rule whose things are ticked. */
export const tickEvents = (kind: string): string[] => ['no check', 'some checks', 'every check'].map((what) => `${kind}: ${what}`);

/** How many of the things were ticked. */
export function eventsOfTicks(outcome: Outcome, rule: DocObject, kind: string): string[] {
  if (!spoke(outcome)) return [];
  const ticked = (((outcome.explanation['inputs'] as Result)['answer'] as Result)['checks'] as string[]).length;
  return [`${kind}: ${ticked === 0 ? 'no check' : ticked === (rule['checks'] as DocObject[]).length ? 'every check' : 'some checks'}`];
}
