import { dayNumber } from '../quantity/calendar-date.ts';
import { isNumberText, placesOf, shortest } from '../quantity/number-text.ts';
import type { Faults } from '../reading/faults.ts';
import { at, type Path } from '../reading/path.ts';
import type { Draft } from '../reading/shape.ts';
import type { FigureType } from '../rules/figure-type.ts';
import type { Estimate } from '../rules/inputs.ts';
import type { Bounds } from '../rules/kind.ts';
import { boundsOf } from '../scheme/bounds.ts';
import { type GroupKind, type Item, itemsOfDomains, mayAnswer, type Scheme } from '../scheme/types.ts';
import { checkAnswer } from './answers.ts';
import type { BodyEstimates, BodyFigures, BodySheet, PreviousBody, SheetEntry } from './types.ts';

/** What a scheme lets a body declare. */
export interface Declarable {
  readonly scheme: Scheme;
  readonly figures: ReadonlyMap<string, FigureType>;
  /** Who may answer each question: the groups that are asked it, and all of them together. */
  readonly questions: ReadonlyMap<string, ReadonlySet<string>>;
  readonly items: ReadonlyMap<string, { readonly item: Item; readonly bounds: Bounds }>;
  readonly someItemHasTypes: boolean;
}

export function declarable(scheme: Scheme): Declarable {
  const kinds = new Map(scheme.groups.map((group) => [group.id, group.kind]));
  const items = scheme.domains.flatMap((domain) =>
    itemsOfDomains([domain]).map((item) => ({ item, bounds: boundsOf(item, kinds.get(domain.group) as GroupKind) })),
  );
  return {
    scheme,
    figures: new Map(scheme.figures.map(({ id, type }) => [id, type])),
    questions: new Map(scheme.survey.questions.map((question) => [question.id, new Set(mayAnswer(question, scheme.survey.groups))])),
    items: new Map(items.map((entry) => [entry.item.code, entry])),
    someItemHasTypes: items.some(({ item }) => item.appliesTo),
  };
}

/** Judges figures by their types; numbers become shortest texts. */
export function checkFigures(figures: Draft<BodyFigures>, path: Path, { figures: types }: Declarable, faults: Faults): void {
  for (const id in figures) {
    const here = at(path, id);
    const type = types.get(id);
    const figure = figures[id];
    if (!type) faults.add('unknownId', here, { found: id });
    else if (figure?.value !== undefined) figure.value = checkedValue(figure.value, type, at(here, 'value'), faults);
  }
}

function checkedValue(value: string | boolean, type: FigureType, path: Path, faults: Faults): string | boolean {
  const found = String(value);
  if (type === 'yesNo') {
    if (typeof value !== 'boolean') faults.add('wrongType', path, { found, expected: 'true | false' });
    return value;
  }
  if (typeof value === 'boolean') {
    faults.add('wrongType', path, { found, expected: type });
    return value;
  }
  if (type === 'date') {
    if (dayNumber(value) === undefined) faults.add('wrongType', path, { found, expected: 'yyyy-mm-dd' });
    return value;
  }
  if (!isNumberText(value)) {
    faults.add('notANumber', path, { found });
    return value;
  }
  const number = shortest(value);
  if (type !== 'number' && number.startsWith('-')) faults.add('outOfRange', path, { found, expected: '≥ 0' });
  else if (type === 'count' && placesOf(number) > 0) faults.add('outOfRange', path, { found, expected: '0, 1, 2, …' });
  return number;
}

export function checkEstimates(estimates: Draft<BodyEstimates>, path: Path, { scheme, questions }: Declarable, faults: Faults): void {
  const places = Number(scheme.survey.places);
  for (const question in estimates) {
    const here = at(path, question);
    const asked = questions.get(question);
    if (!asked) {
      faults.add('unknownId', here, { found: question });
      continue;
    }
    const groups = estimates[question] ?? {};
    for (const group in groups) {
      const place = at(here, group);
      if (!asked.has(group)) {
        faults.add('unknownId', place, { found: group });
        continue;
      }
      checkEstimate(groups[group] ?? {}, place, places, faults);
    }
  }
}

function checkEstimate({ mean, answers }: Draft<Estimate>, path: Path, places: number, faults: Faults): void {
  if (mean !== undefined) {
    const inside = mean === '0' || mean === '1' || mean.startsWith('0.');
    if (!inside) faults.add('outOfRange', at(path, 'mean'), { found: mean, expected: '0…1' });
    if (placesOf(mean) > places) faults.add('tooManyPlaces', at(path, 'mean'), { found: mean, expected: `${places}` });
  }
  if (answers !== undefined && (answers.startsWith('-') || placesOf(answers) > 0))
    faults.add('outOfRange', at(path, 'answers'), { found: answers, expected: '0, 1, 2, …' });
}

/** What an item that may not be left out cannot be, decided or claimed. */
const SAYS_NOT_APPLICABLE: readonly SheetEntry['state'][] = ['notApplicable', 'claimedNotApplicable'];

export function checkSheet(sheet: Draft<BodySheet>, path: Path, { items }: Declarable, faults: Faults): void {
  for (const code in sheet) {
    const here = at(path, code);
    const known = items.get(code);
    const entry = sheet[code];
    if (!known) {
      faults.add('unknownId', here, { found: code });
      continue;
    }
    if (!entry) continue;
    const { item, bounds } = known;
    if (SAYS_NOT_APPLICABLE.includes(entry.state) && item.whenNotApplicable === 'refused') faults.add('notApplicableRefused', at(here, 'state'));
    if (!entry.answer) continue;
    const answerPath = at(here, 'answer');
    checkAnswer(item.rule, entry.answer, answerPath, faults, bounds);
    for (const id in entry.answer.conditions) {
      if (!item.conditions.some((condition) => condition.id === id)) faults.add('unknownId', at(answerPath, 'conditions', id), { found: id });
    }
  }
}

export function checkPrevious(previous: Draft<PreviousBody>, path: Path, known: Declarable, faults: Faults): void {
  if (previous.figures) checkFigures(previous.figures as Draft<BodyFigures>, at(path, 'figures'), known, faults);
}
