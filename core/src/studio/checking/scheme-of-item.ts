import { Faults } from '../../reading/faults.ts';
import { isObject, type Raw, type RawObject } from '../../reading/raw.ts';
import { readScheme } from '../../scheme/read.ts';
import { type Item, SCHEME_FORMAT, type Scheme } from '../../scheme/types.ts';
import { type Keys, valueAt } from '../operations/change.ts';
import { placeOfCode } from '../operations/places.ts';

const DASH = { vi: '–' };
const titleIn = (part: RawObject): RawObject => {
  const title = part['title'];
  return isObject(title) && typeof title['vi'] === 'string' && title['vi'].trim() !== '' ? { vi: title['vi'] } : DASH;
};

const objectsIn = (list: Raw | undefined): RawObject[] => (Array.isArray(list) ? list.filter(isObject) : []);

/** Those of a list that can be called by their ids, the first of each. */
function called(list: Raw | undefined, keep: readonly string[]): RawObject[] {
  const seen = new Set<Raw>();
  return objectsIn(list).flatMap((each) => {
    const id = each['id'];
    if (typeof id !== 'string' || seen.has(id)) return [];
    seen.add(id);
    return [{ id, title: titleIn(each), ...Object.fromEntries(keep.flatMap((key) => (each[key] === undefined ? [] : [[key, each[key] as Raw]]))) }];
  });
}

/** An item with what its points hang on, and nothing else. */
function bare(part: RawObject): RawObject {
  const own = Object.fromEntries(['maximum', 'minimum', 'rule'].flatMap((key) => (part[key] === undefined ? [] : [[key, part[key] as Raw]])));
  return { code: typeof part['code'] === 'string' ? part['code'] : '1', title: titleIn(part), source: 'appraised', whenNotApplicable: 'zero', ...own };
}

/** The items on whose answers an item hangs, by way of each other, the nearest first. */
function hungOn(document: Raw, part: RawObject, seen: readonly string[]): RawObject[] {
  const on = valueAt(part, ['rule', 'on', 'item']);
  const place = typeof on === 'string' && !seen.includes(on) ? placeOfCode(document, on) : undefined;
  const next = place && valueAt(document, place);
  return isObject(next) ? [next, ...hungOn(document, next, [...seen, on as string])] : [];
}

/**
 * An item as a scheme of its own, with those on which it hangs, so that its rule can be told and tried while other parts of the draft have faults; undefined where the item's
 * own points or rule cannot be read.
 */
export function schemeOfItem(document: Raw, keys: Keys): { readonly scheme: Scheme; readonly item: Item } | undefined {
  const written = valueAt(document, keys);
  if (!isObject(document) || !isObject(written)) return undefined;
  const penalties = objectsIn(document['groups']).filter(({ kind }) => kind === 'penalty');
  const domain = valueAt(document, keys.slice(0, 2));
  const isPenalty = isObject(domain) && penalties.some(({ id }) => id === domain['group']);
  const survey = isObject(document['survey']) ? document['survey'] : {};
  const item = bare(written);
  const others = hungOn(document, written, [item['code'] as string]).map(bare);
  const beside = { code: 'beside', title: DASH, maximum: '1', source: 'appraised', rule: { kind: 'yesNo' } };
  const rounding = document['rounding'];
  const scheme = readScheme(
    {
      ...{ format: SCHEME_FORMAT, id: 'alone', title: DASH, status: 'official', groups: ['regular', 'penalty'].map((id) => ({ id, kind: id })) },
      ...(rounding === undefined ? {} : { rounding }),
      figures: called(document['figures'], ['type']),
      survey: { groups: called(survey['groups'], ['weight']), questions: called(survey['questions'], ['groups', 'options']) },
      // A scheme has a regular domain, whatever the item's own is.
      domains: [
        { code: 'a', title: DASH, group: isPenalty ? 'penalty' : 'regular', criteria: [item] },
        { code: 'b', title: DASH, group: 'regular', criteria: [beside, ...others] },
      ],
    },
    new Faults(),
  );
  const [criterion] = scheme?.domains[0]?.criteria ?? [];
  return scheme && criterion && 'rule' in criterion ? { scheme, item: criterion } : undefined;
}
