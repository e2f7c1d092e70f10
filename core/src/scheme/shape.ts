import { ROUNDING_MODES } from '../quantity/rational.ts';
import { Faults } from '../reading/faults.ts';
import { at } from '../reading/path.ts';
import { isObject } from '../reading/raw.ts';
import {
  anyText,
  booleanShape,
  type Draft,
  date,
  free,
  list,
  notNegative,
  number,
  object,
  oneOf,
  optional,
  places,
  positive,
  required,
  type Shape,
  share,
  text,
  textMatching,
  withDefault,
} from '../reading/shape.ts';
import { titleShape } from '../reading/title-shape.ts';
import { RESERVED_WORDS } from '../rules/expression/parse.ts';
import { FIGURE_TYPES } from '../rules/figure-type.ts';
import { ruleShape } from '../rules/registry.ts';
import type { Title } from '../text/title.ts';
import type {
  Condition,
  Criterion,
  CriterionWithParts,
  Domain,
  Figure,
  Group,
  Item,
  LegalBasis,
  NotArisen,
  Scheme,
  SurveyGroup,
  SurveyQuestion,
  Validity,
} from './types.ts';
import * as words from './types.ts';

const legalBasis = object<LegalBasis>({ number: required(text), date: optional(date), title: optional(titleShape), note: optional(free) });

const validity = object<Validity>({ from: required(date), to: optional(date), note: optional(free) });

const group = object<Group>({
  id: required(text),
  title: optional(titleShape),
  kind: required(oneOf(words.GROUP_KINDS)),
  maximum: optional(number),
  cap: optional(notNegative),
});

const figureForm = textMatching(/^[A-Za-z][A-Za-z0-9_]*$/);
const figureId: Shape<string> = {
  read(raw, path, faults) {
    const read = figureForm.read(raw, path, faults);
    if (read === undefined || !RESERVED_WORDS.includes(read)) return read;
    faults.add('notAllowedHere', path, { found: read });
    return undefined;
  },
};

const figure = object<Figure>({
  id: required(figureId),
  type: required(oneOf(FIGURE_TYPES)),
  title: optional(titleShape),
  cutOff: optional(date),
  confirmedBy: optional(anyText),
});

const surveyGroup = object<SurveyGroup>({ id: required(text), title: optional(titleShape), weight: required(positive) });

const option = object<{ id: string; title?: Title; weight: string }>({ id: required(text), title: optional(titleShape), weight: required(share) });

const question = object<SurveyQuestion>({
  id: required(text),
  title: optional(titleShape),
  groups: optional(list(text, 1)),
  options: optional(list(option, 1)),
});

const condition = object<Condition>({ id: required(text), title: optional(titleShape), when: required(booleanShape), points: required(number) });

const notArisen = object<NotArisen>({ when: required(titleShape), legalBasis: required(text) });

const itemFields = {
  code: required(text),
  title: required(titleShape),
  maximum: optional(number),
  minimum: optional(number),
  source: required(oneOf(words.SOURCES)),
  whenNotApplicable: withDefault(oneOf(words.WHEN_NOT_APPLICABLE), () => 'refused' as const),
  notArisen: optional(notArisen),
  appliesTo: optional(object<{ types: string[] }>({ types: required(list(text, 1)) })),
  conditions: withDefault(list(condition), (): Condition[] => []),
  guidance: optional(free),
  lineage: optional(free),
  rule: required(ruleShape),
};

// Whether a maximum is needed hangs on the group, so its absence is judged with the meaning.
const item = object<Item>(itemFields as never);

const criterionWithParts = object<CriterionWithParts>({
  code: required(text),
  title: required(titleShape),
  maximum: optional(number) as never,
  guidance: optional(free),
  lineage: optional(free),
  subCriteria: required(list(item, 1)),
});

const ITEM_ONLY = ['minimum', 'source', 'whenNotApplicable', 'notArisen', 'appliesTo', 'conditions', 'rule'];

const criterion: Shape<Criterion> = {
  read(raw, path, faults) {
    if (!isObject(raw) || raw['subCriteria'] === undefined || raw['subCriteria'] === null) return item.read(raw, path, faults) as Draft<Criterion>;
    const own = { ...raw };
    for (const key of ITEM_ONLY) {
      if (raw[key] !== undefined && raw[key] !== null) faults.add('notAllowedHere', at(path, key), { key });
      delete own[key];
    }
    const read = criterionWithParts.read(own, path, faults);
    // Parts that could not be read are parts all the same.
    if (read && !('subCriteria' in read)) Object.assign(read, { subCriteria: undefined });
    return read as Draft<Criterion>;
  },
};

const domain = object<Domain>({
  code: required(text),
  title: required(titleShape),
  group: optional(anyText) as never,
  maximum: optional(number) as never,
  guidance: optional(free),
  criteria: required(list(criterion, 1)),
});

/** A part that is read from `{}` when left out, so that its own defaults are written out. */
const part = <T>(shape: Shape<T>) => withDefault(shape, () => shape.read({}, null, new Faults()) as T);

const clamp: Shape<{ min: string; max: string }> = object({ min: required(number), max: required(number) });

export const schemeShape: Shape<Scheme> = object<Scheme>({
  format: required(oneOf([words.SCHEME_FORMAT])),
  id: required(text),
  title: required(titleShape),
  status: required(oneOf(words.SCHEME_STATUSES)),
  legalBasis: withDefault(list(legalBasis), (): LegalBasis[] => []),
  validity: optional(validity),
  structure: withDefault(oneOf(words.STRUCTURES), () => 'full' as const),
  groups: withDefault(list(group), (): Group[] => [{ id: 'regular', kind: 'regular' }]),
  total: part(
    object<Scheme['total']>({
      whenMaximumShrinks: withDefault(oneOf(words.WHEN_MAXIMUM_SHRINKS), () => 'rescale' as const),
      bonusShrinks: withDefault(booleanShape, () => false),
      clamp: optional(clamp) as never,
      denominator: optional(positive) as never,
    }),
  ),
  rounding: part(object<Scheme['rounding']>({ places: withDefault(places, () => '2'), mode: withDefault(oneOf(ROUNDING_MODES), () => 'halfUp' as const) })),
  ranking: part(
    object<Scheme['ranking']>({
      on: withDefault(oneOf(words.ON_WHICH_INDEX), () => 'exact' as const),
      ties: withDefault(oneOf(words.TIES), () => 'competition' as const),
      within: withDefault(oneOf(words.WITHIN), () => 'all' as const),
    }),
  ),
  classes: part(
    object<Scheme['classes']>({
      on: withDefault(oneOf(words.ON_WHICH_INDEX), () => 'exact' as const),
      list: withDefault(list(object<Scheme['classes']['list'][number]>({ id: required(text), title: optional(titleShape), from: required(number) })), () => []),
    }),
  ),
  missing: part(object<Scheme['missing']>({ notAnswered: withDefault(oneOf(words.WHEN_NOT_ANSWERED), () => 'zero' as const) })),
  figures: withDefault(list(figure), (): Figure[] => []),
  survey: part(
    object<Scheme['survey']>({
      places: withDefault(places, () => '4'),
      groups: withDefault(list(surveyGroup), (): SurveyGroup[] => []),
      questions: withDefault(list(question), (): SurveyQuestion[] => []),
    }),
  ),
  domains: required(list(domain, 1)),
});
