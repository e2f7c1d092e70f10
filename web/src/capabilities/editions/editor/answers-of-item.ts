import { isObject, type Raw } from '@parindex/core/reading/raw';
import { type Keys, valueAt } from '@parindex/core/studio/operations/change';
import { codeOf, isItem, partsOf, placeOfCode } from '@parindex/core/studio/operations/places';
import { keyOf, textIn } from './tree-rows.ts';

/** An answer that an item can be given, with what it is called; yes and no are called so by the forms. */
export interface PossibleAnswer {
  readonly is: boolean | string;
  readonly title: string;
}

/** The rules among which a rule by cases chooses; of any other rule, itself. */
export function rulesIn(rule: Raw | undefined): readonly Raw[] {
  if (!isObject(rule)) return [];
  if (rule['kind'] !== 'branch') return [rule];
  const cases = Array.isArray(rule['cases']) ? rule['cases'].filter(isObject) : [];
  return [...cases.flatMap((each) => each['rule'] ?? []), rule['otherwise'] ?? null].filter(isObject);
}

function answersOfPlain(rule: Raw): PossibleAnswer[] {
  if (!isObject(rule)) return [];
  if (rule['kind'] === 'yesNo') return [true, false].map((is) => ({ is, title: '' }));
  const levels = rule['kind'] === 'levels' && Array.isArray(rule['levels']) ? rule['levels'] : [];
  return levels.flatMap((level) => (textIn(level, 'id') === '' ? [] : [{ is: textIn(level, 'id'), title: textIn(level, 'title', 'vi') }]));
}

/** The answers of a rule, whatever else of it is written yet: yes and no, or its levels. */
export function answersOf(rule: Raw | undefined): PossibleAnswer[] {
  const all = rulesIn(rule).flatMap(answersOfPlain);
  return all.filter(({ is }, index) => all.findIndex((each) => each.is === is) === index);
}

const hangsOn = (part: Raw | undefined): string => textIn(part, 'rule', 'on', 'item');

/** Whether an item hangs on another one, be it by way of third ones. */
function leadsTo(document: Raw, from: string, to: string, seen: readonly string[] = []): boolean {
  if (from === to) return true;
  const place = placeOfCode(document, from);
  const next = place && hangsOn(valueAt(document, place));
  return next ? !seen.includes(next) && leadsTo(document, next, to, [...seen, from]) : false;
}

/** The items on whose answers the rule of an item can hang: those that are answered by yes or no, or by a level, and do not hang on it. */
export function itemsToHangOn(document: Raw, at: Keys): { readonly code: string; readonly title: string }[] {
  const own = textIn(valueAt(document, at), 'code');
  return partsOf(document)
    .filter((placed) => isItem(placed) && keyOf(placed.keys) !== keyOf(at) && answersOf(placed.part['rule']).length > 0)
    .flatMap(({ part }) => codeOf(part) ?? [])
    .filter((code) => !leadsTo(document, code, own))
    .map((code) => ({ code, title: textIn(valueAt(document, placeOfCode(document, code) ?? []), 'title', 'vi') }));
}
