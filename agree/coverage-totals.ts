import type { Json } from '../core/src/testing/documents.ts';
import { type DocObject, UNIT, unitsIn } from '../core/src/testing/random-document.ts';

type Result = { readonly [key: string]: Json };

const MODES = ['halfUp', 'halfEven'];
const PLACES = ['0', '1', '2', '3', '4', '5', '6'];

/** What can become of a body. */
export const BODY_EVENTS: readonly string[] = [
  ...['notAdmitted', 'nothingApplicable', 'incomplete'].map((reason) => `without an index: ${reason}`),
  'not answered, and yet an index',
  ...['rescale', 'keep'].map((how) => `a smaller maximum: ${how}`),
  ...['', ', smaller with the maximum'].map((how) => `bonus at the cap${how}`),
  'bonus under the cap',
  'penalty',
  ...['min', 'max'].map((bound) => `total clamped at ${bound}`),
  ...['written', 'left out'].map((how) => `denominator ${how}`),
  ...MODES.flatMap((mode) => PLACES.map((places) => `index rounded: ${mode}, ${places} places`)),
  ...MODES.map((mode) => `index half way between two: ${mode}`),
  'index below 0',
  ...['exact', 'rounded'].flatMap((on) =>
    ['a class', 'no class', 'on the edge of a class', 'under an edge that rounding reaches'].map((what) => `classes on ${on}: ${what}`),
  ),
  'not ranked, with an index',
  'a part without an index',
];

/** What can become of a round. */
export const ROUND_EVENTS: readonly string[] = [
  ...['competition', 'dense'].flatMap((ties) =>
    ['all', 'block'].flatMap((within) => ['exact', 'rounded'].map((on) => `a tie: ${ties}, within ${within}, on ${on}`)),
  ),
  ...['competition', 'dense'].map((ties) => `a rank after a tie: ${ties}`),
  'rounding hides a gap',
  ...['0', '1', '2', '3', '4', '5', '6'].map((count) => `summary of ${count} bodies`),
  ...['0', '1', '2', '3'].map((count) => `blocks: ${count}`),
  'a block without ranked bodies',
  'no bodies',
];

const fraction = (text: Json | undefined): readonly [bigint, bigint] => {
  const [n = '0', d = '1'] = String(text).split('/');
  return [BigInt(n), BigInt(d)];
};
const isUnits = (text: Json | undefined, units: bigint): boolean => {
  const [n, d] = fraction(text);
  return n * UNIT === units * d;
};
const under = (text: Json | undefined, units: bigint): boolean => {
  const [n, d] = fraction(text);
  return n * UNIT < units * d;
};

const settings = (scheme: DocObject, part: string): DocObject => (scheme[part] ?? {}) as DocObject;
const roundingOf = (scheme: DocObject) => {
  const rounding = settings(scheme, 'rounding');
  return { places: Number((unitsIn(rounding['places']) ?? 2n * UNIT) / UNIT), mode: String(rounding['mode'] ?? 'halfUp') };
};

export function bodyEvents(scheme: DocObject, body: Result): string[] {
  const found: string[] = [];
  const total = settings(scheme, 'total');
  const index = body['index'] as Result | null;
  if (body['reason'] !== null) found.push(`without an index: ${body['reason']}`);
  const waits = (body['items'] as Result[]).some((item) => item['state'] === 'notAnswered');
  if (waits && index) found.push('not answered, and yet an index');
  const declared = declaredMaximum(scheme);
  const smaller = !isUnits(body['maximum'], declared);
  if (smaller && index) found.push(`a smaller maximum: ${total['whenMaximumShrinks'] ?? 'rescale'}`);
  found.push(...ofBonus(scheme, body, smaller && total['bonusShrinks'] === true, declared));
  if (fraction(body['penalty'])[0] < 0n) found.push('penalty');
  if (index) {
    const clamp = total['clamp'] as DocObject | undefined;
    for (const bound of ['min', 'max']) if (clamp && isUnits(body['total'], unitsIn(clamp[bound]) ?? 0n)) found.push(`total clamped at ${bound}`);
    found.push(`denominator ${total['denominator'] === undefined ? 'left out' : 'written'}`, ...ofIndex(scheme, index), ...ofClasses(scheme, body, index));
    if (body['rank'] === null) found.push('not ranked, with an index');
  }
  if ((body['domains'] as Result[]).some((domain) => domain['index'] === null)) found.push('a part without an index');
  return found;
}

function declaredMaximum(scheme: DocObject): bigint {
  const groups = (scheme['groups'] ?? [{ id: 'regular', kind: 'regular' }]) as DocObject[];
  const regular = groups.find((group) => group['kind'] === 'regular')?.['id'];
  let sum = 0n;
  for (const domain of scheme['domains'] as DocObject[]) {
    if ((domain['group'] ?? regular) !== regular) continue;
    for (const criterion of domain['criteria'] as DocObject[])
      for (const item of (criterion['subCriteria'] ?? [criterion]) as DocObject[]) sum += unitsIn(item['maximum']) ?? 0n;
  }
  return sum;
}

function ofBonus(scheme: DocObject, body: Result, shrinks: boolean, declared: bigint): string[] {
  const bonus = ((scheme['groups'] ?? []) as DocObject[]).filter((group) => group['kind'] === 'bonus');
  const [group] = bonus;
  const cap = unitsIn(group?.['cap']);
  if (bonus.length !== 1 || cap === undefined || cap === 0n || fraction(body['bonus'])[0] === 0n) return [];
  const [n, d] = fraction(body['bonus']);
  const [m, e] = fraction(body['maximum']);
  if (!shrinks) return [isUnits(body['bonus'], cap) ? 'bonus at the cap' : 'bonus under the cap'];
  return [n * UNIT * e * declared === cap * m * UNIT * d ? 'bonus at the cap, smaller with the maximum' : 'bonus under the cap'];
}

function ofIndex(scheme: DocObject, index: Result): string[] {
  const { places, mode } = roundingOf(scheme);
  const [n, d] = fraction(index['exact']);
  const twice = (n < 0n ? -n : n) * 10n ** BigInt(places) * 2n;
  const half = twice % d === 0n && (twice / d) % 2n === 1n;
  return [`index rounded: ${mode}, ${places} places`, ...(half ? [`index half way between two: ${mode}`] : []), ...(n < 0n ? ['index below 0'] : [])];
}

function ofClasses(scheme: DocObject, body: Result, index: Result): string[] {
  const classes = settings(scheme, 'classes');
  const list = (classes['list'] ?? []) as DocObject[];
  if (list.length === 0) return [];
  const on = String(classes['on'] ?? 'exact');
  const edges = list.map((entry) => unitsIn(entry['from']) ?? 0n);
  const rounded = unitsIn(index['rounded'] as string) ?? 0n;
  return [
    `classes on ${on}: ${body['class'] === null ? 'no class' : 'a class'}`,
    ...(edges.some((edge) => isUnits(index['exact'], edge)) ? [`classes on ${on}: on the edge of a class`] : []),
    ...(edges.some((edge) => rounded >= edge && under(index['exact'], edge)) ? [`classes on ${on}: under an edge that rounding reaches`] : []),
  ];
}

export function roundEvents(scheme: DocObject, result: Result): string[] {
  const ranking = settings(scheme, 'ranking');
  const [on, ties, within] = [ranking['on'] ?? 'exact', ranking['ties'] ?? 'competition', ranking['within'] ?? 'all'];
  const bodies = result['bodies'] as Result[];
  const found: string[] = [];
  const leagues = Map.groupBy(
    bodies.filter((body) => body['rank'] !== null),
    (body) => (within === 'block' ? body['block'] : null),
  );
  for (const league of leagues.values()) {
    const ranks = league.map((body) => body['rank'] as number).sort((a, b) => a - b);
    const tied = ranks.findIndex((rank, position) => rank === ranks[position + 1]);
    if (tied >= 0) found.push(`a tie: ${ties}, within ${within}, on ${on}`, ...(ranks.at(-1) === ranks[tied] ? [] : [`a rank after a tie: ${ties}`]));
    const shown = new Map<string, Set<Json>>();
    for (const body of league) {
      const { exact, rounded } = body['index'] as { exact: string; rounded: string };
      shown.set(rounded, (shown.get(rounded) ?? new Set()).add(exact));
    }
    if ([...shown.values()].some((values) => values.size > 1)) found.push('rounding hides a gap');
  }
  const summary = result['summary'] as { all: Result; blocks: Record<string, Result> };
  const blocks = Object.values(summary.blocks);
  found.push(`summary of ${summary.all['count']} bodies`, `blocks: ${blocks.length}`);
  if (blocks.some((block) => block['count'] === 0)) found.push('a block without ranked bodies');
  if (bodies.length === 0) found.push('no bodies');
  return found;
}
