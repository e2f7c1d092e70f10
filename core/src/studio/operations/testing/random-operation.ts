import { isObject, NumberToken, type Raw, type RawObject } from '../../../reading/raw.ts';
import type { Random } from '../../../testing/random.ts';
import { type Keys, valueAt } from '../change.ts';
import { OPERATIONS, type Operation, type OperationName } from '../operation.ts';
import { codeOf, isItem, type PlacedPart, partsOf } from '../places.ts';

const LISTS: readonly Keys[] = [['figures'], ['legalBasis'], ['groups'], ['survey', 'groups'], ['survey', 'questions'], ['classes', 'list'], ['domains']];
const FIELDS: readonly Keys[] = [
  ['title', 'vi'],
  ['title', 'en'],
  ['title'],
  ['maximum'],
  ['minimum'],
  ['source'],
  ['guidance', 'evidence', 'vi'],
  ['guidance', 'owner', 'vi'],
  ['guidance'],
  ['appliesTo', 'types'],
  ['notArisen', 'legalBasis'],
  ['rule'],
  ['rule', 'otherwise'],
  ['whenNotApplicable'],
  ['code'],
  ['id'],
  ['type'],
  ['subCriteria'],
];

const token = (random: Random) => new NumberToken(random.pick(['1', '0.50', '2.25', '-1', '100']));

const rules = (random: Random, figures: readonly string[]): Raw =>
  random.pick<Raw>([
    { kind: 'yesNo' },
    { kind: 'perUnit', of: { figure: random.pick([...figures, 'unknown']) }, points: '0.25' },
    { kind: 'formula', expression: `min(${random.pick([...figures, 'unknown'])}, 1) + choose(1 > 2, ${random.pick([...figures, 'other'])}, 0)` },
    { kind: 'levels', levels: [] },
    'none',
  ]);

/** A member of one of the lists that stand in the document, with the list. */
function anyMember(random: Random, document: Raw): Keys {
  const parts = partsOf(document).map(({ keys }) => keys);
  const members = LISTS.flatMap((list) => {
    const there = valueAt(document, list);
    return Array.isArray(there) ? there.map((_, index) => [...list, index]) : [];
  });
  const all = random.chance(0.7) ? parts : members;
  return all.length > 0 ? random.pick(all) : ['domains', 0];
}

function anyList(random: Random, document: Raw): Keys {
  const lists = partsOf(document).map(({ keys, level }) => [...keys, level === 'domain' ? 'criteria' : 'subCriteria']);
  return random.chance(0.7) && lists.length > 0 ? random.pick(lists) : random.pick([...LISTS, ['figures', 0, 'title'], ['none', 1]]);
}

const lengthOf = (document: Raw, list: Keys): number => {
  const there = valueAt(document, list);
  return Array.isArray(there) ? there.length : 0;
};

const freshCode = (random: Random): string => random.pick(['9', '9.1', '9.2', '1.1', '1.2.1', 'II.3', `x${random.below(1000)}`]);

function freshPart(random: Random, figures: readonly string[]): RawObject {
  const part: RawObject = { code: freshCode(random), title: { vi: 'Nội dung thêm' }, maximum: token(random) };
  if (random.chance(0.5)) Object.assign(part, { source: 'appraised', rule: rules(random, figures) });
  if (random.chance(0.3)) part['lineage'] = [{ edition: 'x', item: '1.1', comparable: 'yes' }];
  if (random.chance(0.2)) part['criteria'] = [{ code: freshCode(random), title: { vi: 'Bên trong' } }];
  return part;
}

function operationOf(name: OperationName, random: Random, document: Raw): Operation {
  const declared = valueAt(document, ['figures']);
  const figures = (Array.isArray(declared) ? declared : []).flatMap((figure) => (isObject(figure) && typeof figure['id'] === 'string' ? [figure['id']] : []));
  const items = partsOf(document).filter(isItem);
  const item = (): PlacedPart | undefined => (items.length > 0 ? random.pick(items) : undefined);
  switch (name) {
    case 'add': {
      const into = anyList(random, document);
      const value: Raw = random.chance(0.4) ? { id: `f${random.below(50)}`, type: 'count' } : random.chance(0.1) ? 'text' : freshPart(random, figures);
      return { operation: 'add', into, index: random.below(lengthOf(document, into) + 2), value };
    }
    case 'remove':
      return { operation: 'remove', at: anyMember(random, document) };
    case 'move': {
      const at = anyMember(random, document);
      const into = random.chance(0.5) ? at.slice(0, -1) : anyList(random, document);
      return { operation: 'move', at, into, index: random.below(lengthOf(document, into) + 1) };
    }
    case 'set': {
      const at = [...(random.chance(0.9) ? anyMember(random, document) : []), ...random.pick(FIELDS)];
      const value = random.pick<Raw | undefined>([undefined, null, 'Tên khác', token(random), { vi: 'Tên' }, ['province'], rules(random, figures), true]);
      return { operation: 'set', at, value };
    }
    case 'rename':
      return { operation: 'rename', at: anyMember(random, document), to: random.pick([freshCode(random), `g${random.below(30)}`, 'min', ' ', ...figures]) };
    case 'split':
      return {
        operation: 'split',
        at: item()?.keys ?? [],
        parts: Array.from({ length: random.between(2, 3) }, (_, index): RawObject => ({ code: `s${random.below(500)}.${index}`, title: { vi: 'Phần' } })),
        within: random.chance(0.5),
      };
    case 'merge': {
      const first = item();
      const beside = items.filter(({ keys }) => (random.chance(0.8) ? keys.slice(0, -1).join() === first?.keys.slice(0, -1).join() : true));
      const others = random.some(beside, 0.6).map(({ keys }) => keys);
      const code = random.chance(0.3) ? { value: { code: freshCode(random) } } : {};
      return { operation: 'merge', at: first?.keys ?? [], others, ...code };
    }
    case 'renumber': {
      const parts = partsOf(document).filter(({ level }) => level !== 'subCriterion');
      return random.chance(0.4) || parts.length === 0 ? { operation: 'renumber' } : { operation: 'renumber', at: random.pick(parts).keys };
    }
  }
}

/** Any operation, on a place that is mostly there; some cannot be applied. */
export const randomOperation = (random: Random, document: Raw, names: readonly OperationName[] = OPERATIONS): Operation =>
  operationOf(random.pick(names), random, document);

/** The codes of all parts, as a tree of lines. */
export const treeOf = (document: Raw): string[] => partsOf(document).map(({ keys, part }) => ' '.repeat(keys.length / 2 - 1) + (codeOf(part) ?? '?'));
