import { HOSTILE, namesFrom } from './hostile-names.ts';
import type { Random } from './random.ts';
import { type Doc, type DocObject, isDocObject, maybe, numberText, UNIT, write } from './random-document.ts';
import type { Setting } from './random-quantity.ts';
import { type Kind, kindsFor, randomRule, testedKind } from './random-rule.ts';
import { type Limits, pointsWithin } from './rule-parts.ts';

/** An item that was made up, with what is needed to answer it. */
export interface MadeItem {
  readonly code: string;
  readonly limits: Limits;
  readonly doc: DocObject;
}

export interface MadeScheme {
  readonly doc: DocObject;
  readonly setting: Setting;
  readonly items: readonly MadeItem[];
}

const FIGURE_NAMES = ['c1', 'c2', 'c3', 'a1', 'a2', 'n1', 'n2', 'y1', 'y2', 'd1', 'd2', 'd3', 'constructor', 'valueOf', 'e1', 'x_1', 'ON', 'Min'];
const TYPES = ['province', 'ministry'];
export const BODY_TYPES = [...TYPES, 'commune'];

const places = (random: Random): Doc => write(random, BigInt(random.between(0, 6)) * UNIT);

function randomSetting(random: Random): Setting {
  const names = random.shuffled(FIGURE_NAMES);
  const take = (least: number, most: number) => names.splice(0, random.between(least, most));
  const questions = namesFrom(random, ['q1', 'q2', 'q3', '2', '__proto__'], random.between(0, 3));
  const surveyGroups = namesFrom(random, ['g1', 'g2', 'g3', '1'], random.between(0, 3));
  const tied = surveyGroups.length > 0 ? random.some(questions, 0.3) : [];
  return {
    random,
    figures: { count: take(2, 3), amount: take(2, 3), number: take(1, 2), date: take(2, 3), yesNo: take(1, 2) },
    questions,
    surveyGroups,
    asked: new Map(tied.map((id) => [id, random.shuffled(surveyGroups).slice(0, random.between(1, surveyGroups.length))])),
    surveyPlaces: random.pick([4, 4, 2, 12, 1]),
    codes: new Set(),
    edges: [],
    answerable: [],
  };
}

/** A sound scheme of a few items that reaches into every corner of the method in time. */
export function randomScheme(random: Random): MadeScheme {
  const setting = randomSetting(random);
  const groups = [
    { id: random.pick(['regular', 'R']), kind: 'regular' },
    ...['b1', 'b2'].slice(0, random.pick([0, 0, 1, 2])).map((id) => ({ id, kind: 'bonus' })),
    ...['p1', 'p2'].slice(0, random.pick([0, 0, 1, 2])).map((id) => ({ id, kind: 'penalty' })),
  ];
  const grouped = groups.length > 1 || random.chance(0.3);
  if (!grouped) groups[0] = { id: 'regular', kind: 'regular' };
  const items: MadeItem[] = [];
  let regular = 0n;
  const domains: DocObject[] = [];
  const kinds = [...Array.from({ length: random.between(1, 2) }, () => groups[0]), ...groups.slice(1)];
  for (const group of random.chance(0.2) ? random.shuffled(kinds) : kinds) {
    const { doc, maximum } = randomDomain(setting, String(domains.length + 1), group?.kind ?? 'regular', items);
    if (group?.kind === 'regular') regular += maximum;
    domains.push({ ...doc, ...(group?.kind === 'regular' && random.chance(0.7) ? {} : { group: group?.id ?? 'regular' }) });
  }
  const written = groups.map((group) => ({
    ...group,
    ...(group.kind === 'regular' ? maybe(random, 0.4, () => ({ maximum: write(random, regular) })) : {}),
    ...(group.kind === 'bonus' ? maybe(random, 0.7, () => ({ cap: write(random, random.pick([0n, UNIT / 2n, UNIT, 2n * UNIT])) })) : {}),
  }));
  return { doc: { ...headOf(setting, regular), ...(grouped ? { groups: written } : {}), domains }, setting, items };
}

function headOf(setting: Setting, maximum: bigint): DocObject {
  const { random, figures, questions, surveyGroups } = setting;
  const rounding = maybe(random, 0.8, () => ({
    rounding: { ...maybe(random, 0.8, () => ({ places: places(random) })), ...maybe(random, 0.8, () => ({ mode: random.pick(['halfUp', 'halfEven']) })) },
  }));
  const edge = (share: bigint) => (random.chance(0.5) ? share * UNIT : (maximum * share) / 100n);
  return {
    format: 'parindex-scheme/1',
    id: random.pick(['mau', 'Bộ 1', 'a/b']),
    title: { vi: random.pick(['Bộ tiêu chí', 'Bộ tiêu chí'.normalize('NFD')]) },
    status: random.pick(['official', 'reconstruction', 'illustrative']),
    ...maybe(random, 0.2, () => ({
      legalBasis: [{ number: '876/QĐ-BNV', date: '2022-11-10', title: { vi: 'Đề án' }, note: { lines: [write(random, UNIT), 'x', true], none: null } }],
      validity: { from: '2022-11-10', note: 'x' },
    })),
    ...maybe(random, 0.2, () => ({ structure: random.pick(['full', 'partsOnly']) })),
    ...rounding,
    ...maybe(random, 0.7, () => ({
      ranking: {
        ...maybe(random, 0.7, () => ({ on: random.pick(['exact', 'rounded']) })),
        ...maybe(random, 0.7, () => ({ ties: random.pick(['competition', 'dense']) })),
        ...maybe(random, 0.7, () => ({ within: random.pick(['all', 'block']) })),
      },
    })),
    ...maybe(random, 0.7, () => ({ classes: { ...maybe(random, 0.7, () => ({ on: random.pick(['exact', 'rounded']) })), list: classes(random) } })),
    ...maybe(random, 0.3, () => ({ missing: { notAnswered: random.pick(['zero', 'incomplete', 'incomplete']) } })),
    ...maybe(random, 0.8, () => ({
      total: {
        ...maybe(random, 0.6, () => ({ whenMaximumShrinks: random.pick(['rescale', 'keep']) })),
        ...maybe(random, 0.5, () => ({ bonusShrinks: random.chance(0.7) })),
        ...maybe(random, 0.3, () => ({ denominator: write(random, edge(100n) || UNIT) })),
        ...maybe(random, 0.3, () => ({
          clamp: { min: write(random, random.pick([0n, -UNIT, UNIT])), max: write(random, random.pick([UNIT, 3n * UNIT, edge(100n) + UNIT])) },
        })),
      },
    })),
    figures: random.shuffled(
      Object.entries(figures).flatMap(([type, names]) =>
        names.map((id) => ({ id, type, ...maybe(random, 0.1, () => ({ title: { vi: 'Số liệu', en: '' }, cutOff: '2024-02-29', confirmedBy: '' })) })),
      ),
    ),
    ...maybe(random, questions.length + surveyGroups.length > 0 ? 1 : 0.3, () => ({
      survey: {
        ...(setting.surveyPlaces === 4 && random.chance(0.5) ? {} : { places: write(random, BigInt(setting.surveyPlaces) * UNIT) }),
        groups: surveyGroups.map((id) => ({ id, weight: write(random, BigInt(random.between(1, 4)) * (UNIT / 2n)) })),
        questions: questions.map((id) => ({
          id,
          ...(setting.asked.has(id) ? { groups: [...(setting.asked.get(id) ?? [])] } : {}),
          ...maybe(random, 0.3, () => ({
            options: [
              { id: 'a', weight: '1' },
              { id: 'b', weight: '0.60', title: { vi: 'B' } },
              { id: 'c', weight: write(random, 0n) },
            ],
          })),
        })),
      },
    })),
  };
}

function classes(random: Random): Doc[] {
  const part = random.chance(0.1) ? 3n : 1n;
  const edges = [...new Set(Array.from({ length: random.between(0, 4) }, () => random.pick([100, 90, 80, 75, 70, 60, 50, 25, 0])))].toSorted((a, b) => b - a);
  return edges.map((from, index) => ({
    id: random.chance(0.1) ? `__proto__${index || ''}` : `X${index}`,
    from: write(random, (BigInt(from) * UNIT) / part),
    ...maybe(random, 0.2, () => ({ title: { vi: 'Loại' } })),
  }));
}

function randomDomain(setting: Setting, code: string, kind: string, items: MadeItem[]): { doc: DocObject; maximum: bigint } {
  const { random } = setting;
  let maximum = 0n;
  const criteria = Array.from({ length: random.between(1, 3) }, (_, index): DocObject => {
    const own = `${code}.${index + 1}`;
    if (!random.chance(0.35)) {
      const item = randomItem(setting, codeFrom(setting, own), kind);
      items.push(item);
      maximum += item.limits.maximum;
      return item.doc;
    }
    const parts = Array.from({ length: random.between(1, 3) }, (__, part) => randomItem(setting, codeFrom(setting, `${own}.${part + 1}`), kind));
    items.push(...parts);
    const sum = parts.reduce((total, { limits }) => total + limits.maximum, 0n);
    maximum += sum;
    return {
      code: codeFrom(setting, own),
      title: { vi: 'Tiêu chí' },
      ...maybe(random, 0.5, () => ({ maximum: write(random, sum) })),
      subCriteria: (random.chance(0.3) ? random.shuffled(parts) : parts).map(({ doc }) => doc),
      ...maybe(random, 0.1, () => ({ guidance: [write(random, UNIT)] })),
    };
  });
  return {
    doc: {
      code,
      title: { vi: 'Lĩnh vực' },
      ...maybe(random, 0.5, () => ({ maximum: write(random, maximum) })),
      criteria: random.chance(0.3) ? random.shuffled(criteria) : criteria,
    },
    maximum,
  };
}

/** The code itself, or one that takes its place and is free. */
function codeFrom({ random, codes }: Setting, plain: string): string {
  const wanted = random.chance(0.1) ? `${plain}${random.pick(['/a', '~', '0', ' Đ'])}` : random.chance(0.03) ? random.pick(HOSTILE) : plain;
  const code = codes.has(wanted) ? plain : wanted;
  codes.add(code);
  return code;
}

/** What leaving the item out does, and whether a body may ask for it. */
function whenNothingArose(random: Random, penalty: boolean): DocObject {
  if (!random.chance(0.8)) return {};
  const whenNotApplicable = random.pick(['reduceMaximum', 'fullPoints', 'zero', 'refused']);
  const claimable = !penalty && whenNotApplicable !== 'refused' && random.chance(0.5);
  return { whenNotApplicable, ...(claimable ? { notArisen: { when: { vi: 'Không phát sinh trong năm' }, legalBasis: 'Quyết định số 1' } } : {}) };
}

function randomItem(setting: Setting, code: string, group: string): MadeItem {
  const { random } = setting;
  const penalty = group === 'penalty';
  const size = random.pick([UNIT, UNIT / 2n, (UNIT * 3n) / 2n, 2n * UNIT, 3n * UNIT, UNIT / 10n, UNIT + 1n, UNIT / 3n]);
  const limits: Limits = penalty ? { penalty, maximum: 0n, minimum: random.chance(0.6) ? -size : null } : { penalty, maximum: size, minimum: 0n };
  const kind = random.pick(weighted(kindsFor(limits, setting)));
  const rule = randomRule(setting, limits, kind);
  const answers = answersOf(rule);
  if (answers.length > 0) setting.answerable.push({ code, answers });
  return {
    code,
    limits,
    doc: {
      code,
      title: { vi: random.pick(['Tiêu chí thành phần', 'Kế hoạch']) },
      ...(penalty ? maybe(random, 0.2, () => ({ maximum: write(random, 0n) })) : { maximum: write(random, size) }),
      ...(limits.penalty && limits.minimum !== null ? { minimum: write(random, limits.minimum) } : {}),
      source: random.pick(['appraised', 'survey', 'satisfaction', 'statistic']),
      ...whenNothingArose(random, penalty),
      ...maybe(random, 0.12, () => ({ appliesTo: { types: random.shuffled(TYPES).slice(0, random.between(1, 2)) } })),
      ...maybe(random, 0.2, () => ({
        conditions: namesFrom(random, ['u1', 'u2', '__proto__'], random.between(1, 2)).map((id) => ({
          id,
          when: random.chance(0.5),
          points: write(random, pointsWithin(setting, limits)),
        })),
      })),
      ...maybe(random, 0.05, () => ({ lineage: [{ edition: 'x', item: numberText(UNIT), comparable: 'yes', why: null }] })),
      rule,
    },
  };
}

/** Branches are a third of what the rules are about. */
const weighted = (kinds: readonly Kind[]): Kind[] => [...kinds, ...kinds.filter((kind) => kind === 'branch' || testedKind(kind)?.often)];

/** The answers that a branch elsewhere may compare. */
function answersOf(rule: DocObject): (boolean | string)[] {
  if (rule['kind'] === 'yesNo') return [true, false];
  if (rule['kind'] === 'levels') return (rule['levels'] as DocObject[]).map((level) => level['id'] as string);
  if (rule['kind'] !== 'branch') return [];
  const inner = [...(rule['cases'] as DocObject[]).map((entry) => entry['rule']), rule['otherwise']];
  return [...new Set(inner.flatMap((each) => (isDocObject(each) ? answersOf(each) : [])))];
}
