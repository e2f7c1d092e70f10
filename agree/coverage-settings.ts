import { type DocObject, isDocObject, unitsIn } from '../core/src/testing/random-document.ts';
import { formOf, QUANTITY_FORMS } from '../core/src/testing/random-quantity.ts';
import { KINDS } from '../core/src/testing/random-rule.ts';

const FUNCTIONS = ['min', 'max', 'abs', 'floor', 'round', 'days', 'choose'];
const SIGNS = [' + ', ' - ', '*', ' / ', '-(', ' < ', ' <= ', ' > ', ' >= ', ' == ', ' != ', ' and ', ' or ', 'not '];
const named = (sign: string) => sign.trim() || sign;

const both = (what: string) => [`${what} written`, `${what} left out`];
const is = (what: string, owner: DocObject, key: string) => `${what} ${owner[key] === undefined ? 'left out' : 'written'}`;

/** Settings of rules, quantities and items, each to be met in every state of an item. */
export const SETTINGS: readonly string[] = [
  ...KINDS.map((kind) => `rule ${kind}`),
  ...['regular', 'bonus', 'penalty'].map((kind) => `group ${kind}`),
  ...['reduceMaximum', 'fullPoints', 'zero', 'refused', 'left out'].map((policy) => `whenNotApplicable ${policy}`),
  ...both('appliesTo'),
  ...['0', '1', '2'].map((count) => `conditions ${count}`),
  ...both('given step'),
  ...both('yesNo yes'),
  ...both('yesNo no'),
  ...['fixed', 'upTo', 'upTo below 0'].map((form) => `levels ${form}`),
  ...['sum', 'all'].map((form) => `checks ${form}`),
  ...['sum', 'worst'].map((combine) => `deduct ${combine}`),
  ...['bands', 'proportional', 'perUnit', 'change against previous', 'change against figure'].flatMap((rule) =>
    QUANTITY_FORMS.filter((form) => !(form === 'estimate' && rule.endsWith('previous'))).map((form) => `${rule} of ${form}`),
  ),
  ...['notApplicable', 'full', 'zero'].flatMap((nothing) => ['refuse', 'cap', 'allow'].map((over) => `ratio whenNothing ${nothing} over ${over}`)),
  ...['from', 'above'].map((edge) => `band ${edge}`),
  ...['target', 'floor', 'belowFloor'].flatMap((key) => both(`proportional ${key}`)),
  ...['none', 'halfUp', 'halfEven'].map((mode) => `proportional round ${mode}`),
  ...both('perUnit free'),
  ...['notApplicable', 'zero', 'full'].map((what) => `whenNoPrevious ${what}`),
  ...['declared', 'answers'].map((weights) => `surveyMean groupWeights ${weights}`),
  ...['notAnswered', 'notApplicable'].map((what) => `surveyMean belowMinimum ${what}`),
  ...both('surveyMean minimumAnswers'),
  ...['1', '2', '3'].map((count) => `surveyMean questions ${count}`),
  ...FUNCTIONS.map((name) => `formula ${name}`),
  ...SIGNS.map((sign) => `formula ${named(sign)}`),
  ...['a rule', 'notApplicable'].map((what) => `branch otherwise ${what}`),
  ...['yesNo', 'levels', 'branch'].map((kind) => `branch on ${kind}`),
];

const ofFormula = (text: string): string[] => [
  ...FUNCTIONS.filter((name) => text.includes(`${name}(`)).map((name) => `formula ${name}`),
  ...SIGNS.filter((sign) => text.includes(sign)).map((sign) => `formula ${named(sign)}`),
];

function ofQuantity(of: DocObject, rule: string): string[] {
  const form = formOf(of);
  const more = form === 'ratio' ? [`ratio whenNothing ${of['whenNothing']} over ${of['over']}`] : form === 'formula' ? ofFormula(String(of['formula'])) : [];
  return [`${rule} of ${form}`, ...more];
}

const ofBands = (rule: DocObject) => [...new Set((rule['bands'] as DocObject[]).map((band) => `band ${'from' in band ? 'from' : 'above'}`))];

/** The settings of a rule; `kindOf` says the kind of an item's rule. */
export function settingsOfRule(rule: DocObject, kindOf: (code: string) => string): string[] {
  const kind = String(rule['kind']);
  const own = (): string[] => {
    switch (kind) {
      case 'given':
        return [is('given step', rule, 'step')];
      case 'yesNo':
        return [is('yesNo yes', rule, 'yes'), is('yesNo no', rule, 'no')];
      case 'levels':
        return [
          ...new Set(
            (rule['levels'] as DocObject[]).map((level) =>
              level['upTo'] === undefined ? 'levels fixed' : (unitsIn(level['upTo']) ?? 0n) < 0n ? 'levels upTo below 0' : 'levels upTo',
            ),
          ),
        ];
      case 'checks':
        return [`checks ${rule['all'] === true ? 'all' : 'sum'}`];
      case 'deduct':
        return [`deduct ${rule['combine']}`];
      case 'bands':
        return [...ofQuantity(rule['of'] as DocObject, 'bands'), ...ofBands(rule)];
      case 'proportional': {
        const round = rule['round'];
        return [
          ...ofQuantity(rule['of'] as DocObject, 'proportional'),
          ...['target', 'floor', 'belowFloor'].map((key) => is(`proportional ${key}`, rule, key)),
          `proportional round ${isDocObject(round) ? round['mode'] : 'none'}`,
        ];
      }
      case 'perUnit':
        return [...ofQuantity(rule['of'] as DocObject, 'perUnit'), is('perUnit free', rule, 'free')];
      case 'change': {
        const previous = rule['against'] === 'previous';
        return [
          ...ofQuantity(rule['of'] as DocObject, `change against ${previous ? 'previous' : 'figure'}`),
          ...ofBands(rule),
          ...(previous ? [`whenNoPrevious ${rule['whenNoPrevious']}`] : []),
        ];
      }
      case 'surveyMean':
        return [
          `surveyMean groupWeights ${rule['groupWeights']}`,
          `surveyMean belowMinimum ${rule['belowMinimum']}`,
          is('surveyMean minimumAnswers', rule, 'minimumAnswers'),
          `surveyMean questions ${(rule['questions'] as DocObject[]).length}`,
        ];
      case 'formula':
        return ofFormula(String(rule['expression']));
      default:
        return [
          `branch otherwise ${isDocObject(rule['otherwise']) ? 'a rule' : 'notApplicable'}`,
          `branch on ${kindOf((rule['on'] as DocObject)['item'] as string)}`,
        ];
    }
  };
  return [`rule ${kind}`, ...own()];
}

/** The settings of an item besides its rule. */
export const settingsOfItem = (item: DocObject, group: string): string[] => [
  `group ${group}`,
  `whenNotApplicable ${item['whenNotApplicable'] ?? 'left out'}`,
  is('appliesTo', item, 'appliesTo'),
  `conditions ${((item['conditions'] ?? []) as DocObject[]).length}`,
];
