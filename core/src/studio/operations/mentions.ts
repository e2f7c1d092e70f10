import { isObject, type Raw, type RawObject } from '../../reading/raw.ts';
import type { RuleKindName } from '../../rules/registry.ts';
import { type Change, type Keys, valueAt } from './change.ts';
import { codeOf, isItem, type Level, type Named, partsOf } from './places.ts';

/** What may be named elsewhere in a scheme. */
export type Mentioned = Extract<Named, 'figure' | 'question' | 'group' | 'surveyGroup'> | 'item';

/** A place at which something is named. */
export interface Mention {
  readonly what: Mentioned;
  readonly at: Keys;
  readonly names: readonly string[];
  /** The code or id of what names it. */
  readonly by: string;
  /** The value there with other names. */
  readonly renamed: (nameOf: (name: string) => string) => Raw;
}

type Found = Omit<Mention, 'by'>;

const NAME = /[A-Za-z][A-Za-z0-9_]*/g;

const oneName = (what: Mentioned, at: Keys, value: Raw | undefined): Found[] =>
  typeof value === 'string' ? [{ what, at, names: [value], renamed: (nameOf) => nameOf(value) }] : [];

const inList = (what: Mentioned, at: Keys, value: Raw | undefined): Found[] =>
  Array.isArray(value)
    ? [
        {
          what,
          at,
          names: value.filter((each) => typeof each === 'string'),
          renamed: (nameOf) => value.map((each) => (typeof each === 'string' ? nameOf(each) : each)),
        },
      ]
    : [];

const inFormula = (at: Keys, value: Raw | undefined): Found[] =>
  typeof value === 'string'
    ? [{ what: 'figure', at, names: value.match(NAME) ?? [], renamed: (nameOf) => value.replaceAll(NAME, (name) => nameOf(name)) }]
    : [];

function inQuantity(of: Raw | undefined, at: Keys): Found[] {
  if (!isObject(of)) return [];
  return [
    ...oneName('figure', [...at, 'figure'], of['figure']),
    ...['ratio', 'days'].flatMap((key) => inList('figure', [...at, key], of[key])),
    ...oneName('question', [...at, 'estimate'], of['estimate']),
    ...inFormula([...at, 'formula'], of['formula']),
  ];
}

type PartOfRule = (rule: RawObject, at: Keys) => Found[];

const inMeasured: PartOfRule = (rule, at) => inQuantity(rule['of'], [...at, 'of']);
const inAgainst: PartOfRule = (rule, at) => inQuantity(rule['against'], [...at, 'against']);
const inExpression: PartOfRule = (rule, at) => inFormula([...at, 'expression'], rule['expression']);
const inQuestions: PartOfRule = ({ questions }, at) =>
  (Array.isArray(questions) ? questions : []).flatMap((each, index) =>
    oneName('question', [...at, 'questions', index, 'id'], isObject(each) ? each['id'] : undefined),
  );
const inCases: PartOfRule = ({ on, cases, otherwise }, at) => [
  ...oneName('item', [...at, 'on', 'item'], isObject(on) ? on['item'] : undefined),
  ...(Array.isArray(cases) ? cases : []).flatMap((each, index) => inRule(isObject(each) ? each['rule'] : undefined, [...at, 'cases', index, 'rule'])),
  ...inRule(otherwise, [...at, 'otherwise']),
];

/** Where a rule of each kind names something. */
const NAMING_PARTS: Readonly<Record<RuleKindName, readonly PartOfRule[]>> = {
  given: [],
  yesNo: [],
  levels: [],
  checks: [],
  bands: [inMeasured],
  proportional: [inMeasured],
  perUnit: [inMeasured],
  deduct: [],
  change: [inMeasured, inAgainst],
  surveyMean: [inQuestions],
  formula: [inExpression],
  branch: [inCases],
};

/** What a rule names, in whatever could be read of it: of a kind that is not one, or with what belongs to another, too. */
const inRule = (rule: Raw | undefined, at: Keys): Found[] =>
  isObject(rule) ? [...new Set(Object.values(NAMING_PARTS).flat())].flatMap((part) => part(rule, at)) : [];

/** All places of a document at which figures, questions, groups and items are named. */
export function mentionsIn(document: Raw): Mention[] {
  const by = (name: string | undefined, found: readonly Found[]): Mention[] => found.map((each) => ({ ...each, by: name ?? '' }));
  const questions = valueAt(document, ['survey', 'questions']);
  return [
    ...partsOf(document).flatMap((placed) => {
      const { part, keys, level } = placed;
      const found = level === 'domain' ? oneName('group', [...keys, 'group'], part['group']) : isItem(placed) ? inRule(part['rule'], [...keys, 'rule']) : [];
      return by(codeOf(part), found);
    }),
    ...(Array.isArray(questions) ? questions : []).flatMap((each, index) => {
      const question = isObject(each) ? each : ({} as RawObject);
      return by(String(question['id']), inList('surveyGroup', ['survey', 'questions', index, 'groups'], question['groups']));
    }),
  ];
}

/** What a thing is when it is named elsewhere; undefined for what nothing names. */
export function mentionedAs(what: Level | Named): Mentioned | undefined {
  if (what === 'criterion' || what === 'subCriterion') return 'item';
  return what === 'domain' || what === 'class' ? undefined : what;
}

/** The changes by which names follow; names that are not in the map stay. */
export function followNames(document: Raw, what: Mentioned, names: ReadonlyMap<string, string>): Change[] {
  return mentionsIn(document)
    .filter((mention) => mention.what === what && mention.names.some((name) => names.has(name)))
    .map(({ at, renamed }) => ({
      change: 'set',
      at,
      before: valueAt(document, at),
      after: renamed((name) => names.get(name) ?? name),
      order: 0,
    }));
}
