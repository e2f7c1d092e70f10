import type { JsonObject } from './documents.ts';
import { Random } from './random.ts';
import { declared, keepWhole, nudged, randomEstimates, randomSheet, randomValues, type Values } from './random-body.ts';
import { type Doc, type DocObject, isDocObject, jsonOf, maybe, members, UNIT, write } from './random-document.ts';
import type { Setting } from './random-quantity.ts';
import { BODY_TYPES, type MadeScheme, randomScheme } from './random-scheme.ts';

const IDS = ['b1', 'b2', 'minh-hoa-03', 'a/b', 'x~y', '4', '__proto__', 'toString', '😀'];
const BLOCKS = ['Bắc', 'Nam', '1', '__proto__'];

/** A round from a seed, as plain JSON: the same seed gives the same round on every machine. */
export const roundFromSeed = (seed: number): JsonObject => jsonOf(randomSnapshot(new Random(seed))) as JsonObject;

/** A sound snapshot, but for faults that show only in computing. */
export function randomSnapshot(random: Random): DocObject {
  const scheme = randomScheme(random);
  const { setting } = scheme;
  const ids = random.shuffled(IDS).slice(0, random.pick([0, 1, 2, 2, 3, 3, 4, 4, 5, 6]));
  const data = ids.map(() => bodyData(scheme));
  // Ties and near ties: a body with another's data, or all but one unit of a figure.
  for (let i = 1; i < data.length; i++)
    if (random.chance(0.25))
      data[i] = { ...(data[i - 1] as BodyData), ...(random.chance(0.4) ? { values: nudged(setting, (data[i - 1] as BodyData).values) } : {}) };
  for (const { values } of data) keepWhole(setting, refusingRatios(scheme.doc), values);
  const byBody = (part: (data: BodyData) => DocObject, share = 1): DocObject =>
    members(ids.flatMap((id, index): [string, Doc][] => (random.chance(share) ? [[id, part(data[index] as BodyData)]] : [])));
  return {
    format: 'parindex-snapshot/1',
    scheme: scheme.doc,
    round: { id: random.pick(['2026', '2026', 'vòng 1']), year: write(random, random.pick([2026n, 2026n, -1n]) * UNIT) },
    bodies: ids.map((id, index) => bodyOf(scheme, id, index)),
    ...maybe(random, 0.3, () => ({ exclusions: exclusions(scheme, ids) })),
    ...maybe(random, 0.98, () => ({ figures: byBody(({ values, share }) => declared(setting, values, share), 0.97) })),
    ...maybe(random, 0.98, () => ({ sheets: byBody(({ sheet }) => sheet, 0.97) })),
    ...maybe(random, 0.95, () => ({ estimates: byBody(({ estimates }) => estimates, 0.95) })),
    ...maybe(random, 0.8, () => ({
      previous: {
        round: '2025',
        bodies: byBody(
          (body) => ({
            ...maybe(random, 0.95, () => ({ figures: declared(setting, body.past, body.share) })),
            ...maybe(random, 0.1, () => ({ items: { x: '1.50' } })),
          }),
          0.85,
        ),
      },
    })),
  };
}

interface BodyData {
  readonly values: Values;
  readonly past: Values;
  readonly sheet: DocObject;
  readonly estimates: DocObject;
  readonly share: number;
}

function bodyData(scheme: MadeScheme): BodyData {
  const { setting } = scheme;
  const past = randomValues(setting);
  keepWhole(setting, refusingRatios(scheme.doc), past);
  const values = setting.random.chance(0.1) ? new Map(past) : randomValues(setting, past);
  return { values, past, sheet: randomSheet(scheme), estimates: randomEstimates(setting), share: setting.random.pick([1, 1, 0.97, 0.85]) };
}

/** The ratios of a scheme that refuse a part over its whole. */
function refusingRatios(doc: Doc): [string, string][] {
  if (Array.isArray(doc)) return doc.flatMap(refusingRatios);
  if (!isDocObject(doc)) return [];
  if (doc['over'] === 'refuse') return [doc['ratio'] as [string, string]];
  return Object.values(doc).flatMap(refusingRatios);
}

function bodyOf({ doc, items, setting: { random } }: MadeScheme, id: string, index: number): DocObject {
  const ranking = doc['ranking'] as DocObject | undefined;
  const needsType = items.some((item) => item.doc['appliesTo'] !== undefined);
  const needsBlock = ranking?.['within'] === 'block';
  return {
    id,
    name: random.pick(['Tỉnh Minh họa', 'Tỉnh Minh họa'.normalize('NFD')]),
    ...maybe(random, needsType ? 1 : 0.5, () => ({ type: random.pick([...BODY_TYPES, 'province', 'ministry']) })),
    ...maybe(random, 0.5, () => ({ code: `0${index}` })),
    ...maybe(random, needsBlock ? 1 : 0.5, () => ({
      block: !needsBlock && random.chance(0.1) ? null : random.pick(BLOCKS.slice(0, random.pick([1, 2, 2, 4]))),
    })),
    ...maybe(random, 0.15, () => ({ ranked: random.chance(0.4) })),
    ...maybe(random, 0.15, () => ({ admission: random.chance(0.6) ? { state: 'notAdmitted', reason: 'Minh họa' } : { state: 'admitted' } })),
  };
}

function exclusions({ items, setting: { random } }: { readonly items: MadeScheme['items']; readonly setting: Setting }, ids: readonly string[]): Doc[] {
  const everything = random.chance(0.2) ? ids.slice(0, 1) : [];
  return ids.flatMap((body) => random.some(items, everything.includes(body) ? 1 : 0.12).map(({ code }) => ({ body, item: code, legalBasis: 'Minh họa' })));
}
