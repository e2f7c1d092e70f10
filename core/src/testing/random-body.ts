import { type Doc, type DocObject, isDocObject, members, UNIT, write } from './random-document.ts';
import { type Edge, formOf, type Setting } from './random-quantity.ts';
import { testedKind } from './random-rule.ts';
import type { MadeItem, MadeScheme } from './random-scheme.ts';

/** Figures of one body while they are made up: numbers in units, dates as days of 2024, truths. */
export type Values = Map<string, bigint | number | boolean>;

const asDate = (day: number): string => new Date(Date.UTC(2024, 0, 15 + day)).toISOString().slice(0, 10);

/** The largest whole number; a unit more is still a number text. */
const LARGEST = 999_999_999_999n * UNIT;
const FAR_DAYS = ['0001-01-01', '1900-02-28', '2000-02-29', '9999-12-31'].map((date) => (Date.parse(date) - Date.UTC(2024, 0, 15)) / 86_400_000);

/** Figures of one body, some of them at an edge of a rule or one unit of the twelfth decimal beside it. */
export function randomValues(setting: Setting, past?: Values): Values {
  const { random, figures, edges } = setting;
  const values: Values = new Map();
  for (const name of figures.count) values.set(name, BigInt(random.pick([0, 0, 1, 2, 3, 4, 5, 8, 10, 20])) * UNIT);
  for (const name of figures.amount)
    values.set(name, random.pick([0n, 1n, 2n, 3n, 5n, 8n, 10n]) * random.pick([UNIT, UNIT / 2n, UNIT / 4n]) + (random.chance(0.1) ? 1n : 0n));
  for (const name of figures.number)
    values.set(name, BigInt(random.between(-12, 12)) * random.pick([UNIT, UNIT / 2n, UNIT / 8n]) + (random.chance(0.1) ? -1n : 0n));
  for (const name of figures.date) values.set(name, random.between(0, 35));
  for (const name of figures.yesNo) values.set(name, random.chance(0.5));
  for (const edge of random.shuffled(edges).slice(0, random.between(0, 6))) bringTo(setting, edge, values, past);
  for (const [name, value] of values) if (random.chance(0.01)) values.set(name, extreme(setting, name, value));
  return values;
}

function extreme({ random, figures }: Setting, name: string, value: bigint | number | boolean): bigint | number | boolean {
  if (typeof value === 'number') return random.pick(FAR_DAYS);
  if (typeof value === 'boolean') return value;
  const size = random.pick([LARGEST, 10n ** BigInt(random.between(1, 11)) * UNIT]);
  return figures.number.includes(name) && random.chance(0.5) ? -size : size;
}

/** Sets figures so that the edge's quantity comes to it, or to a value beside it. */
function bringTo({ random, figures }: Setting, { of, at, against }: Edge, values: Values, past: Values | undefined): void {
  const isCount = (name: string) => figures.count.includes(name);
  const beside = random.pick([0n, 0n, 1n, -1n]);
  const put = (name: string, wanted: bigint) => {
    // A count takes the whole numbers at the edge and on both sides of it.
    const units = isCount(name) ? (wanted / UNIT + random.pick([0n, 0n, 1n, -1n])) * UNIT : wanted + beside;
    if (units <= LARGEST && units >= -LARGEST) values.set(name, units < 0n && !figures.number.includes(name) ? 0n : units);
  };
  const before = (name: string): bigint => {
    if (against === undefined) return 0n;
    const base = isDocObject(against) ? values.get(against['figure'] as string) : past?.get(name);
    return typeof base === 'bigint' ? base : 0n;
  };
  switch (formOf(of)) {
    case 'figure': {
      const name = of['figure'] as string;
      put(name, before(name) + at);
      return;
    }
    case 'ratio': {
      const [part, whole] = of['ratio'] as [string, string];
      const scale = isCount(part) ? random.pick([20n, 1000n]) : random.pick([1n, 20n]);
      values.set(whole, scale * UNIT);
      put(part, at * scale);
      return;
    }
    case 'days': {
      const [from, to] = of['days'] as [string, string];
      if (from !== to) values.set(to, (values.get(from) as number) + Number(at / UNIT) + random.pick([0, 0, 1, -1]));
      return;
    }
    case 'formula': {
      const name = String(of['formula']).split(' ')[0] as string;
      if (!String(of['formula']).includes('(') && (figures.number.includes(name) || figures.amount.includes(name))) put(name, before(name) + at);
      return;
    }
    case 'estimate':
      return;
  }
}

/** Keeps most parts under their wholes where a ratio refuses more. */
export function keepWhole({ random, figures }: Setting, ratios: readonly (readonly [string, string])[], values: Values): void {
  const kept = ratios.filter(() => !random.chance(0.05));
  for (let round = 0; round < 3; round++) {
    for (const [of, to] of kept) {
      const [part, whole] = [values.get(of) as bigint, values.get(to) as bigint];
      if (part > whole) values.set(of, figures.count.includes(of) ? (whole / UNIT) * UNIT : whole);
    }
  }
}

/** The figures as a snapshot declares them; each is there with the given chance. */
export function declared({ random, figures }: Setting, values: Values, share: number): DocObject {
  const entries = random.some([...values], share).map(([name, value]): [string, Doc] => {
    const written = typeof value === 'bigint' ? write(random, value) : typeof value === 'number' ? asDate(value) : value;
    return [name, { value: written, ...(random.chance(0.05) ? { source: '', date: '2024-12-31', vintage: figures.date.length > 2 ? 'v1' : null } : {}) }];
  });
  return members(random.chance(0.2) ? random.shuffled(entries) : entries);
}

/** Estimates with gaps, and sometimes too few answers. */
export function randomEstimates({ random, questions, surveyGroups, asked, surveyPlaces, edges }: Setting): DocObject {
  const grid = 10 ** Math.min(surveyPlaces, 6);
  const meanAtEdge = (question: string): bigint | undefined => {
    const found = random.shuffled(edges).find(({ of }) => of['estimate'] === question);
    const beside = surveyPlaces === 12 ? random.pick([0n, 1n, -1n]) : 0n;
    return found && found.at >= 0n && found.at < UNIT && (found.at * BigInt(grid)) % UNIT === 0n ? found.at + (found.at === 0n ? 0n : beside) : undefined;
  };
  const mean = (question: string): bigint =>
    (random.chance(0.4) ? meanAtEdge(question) : undefined) ??
    (BigInt(random.pick([0, grid, random.between(0, grid), random.between(0, grid)])) * UNIT) / BigInt(grid);
  const answers = () => write(random, BigInt(random.pick([0, 1, 29, 30, 30, 31, 46, 200])) * UNIT);
  return members(
    random
      .some(questions, 0.85)
      .map((question) => [
        question,
        members(
          random
            .some([...(asked.get(question) ?? surveyGroups), 'all'], random.pick([0.9, 0.75, 0.4]))
            .map((group) => [group, { mean: write(random, mean(question)), answers: answers() }]),
        ),
      ]),
  );
}

/** An entry for most items: an answer that the rule takes, or a state, or both. */
export function randomSheet(scheme: MadeScheme): DocObject {
  const { random } = scheme.setting;
  const entries: [string, Doc][] = [];
  for (const item of scheme.items) {
    if (random.chance(0.08)) continue;
    const entry: DocObject = random.chance(0.93) ? { answer: randomAnswer(scheme, item) } : {};
    if (random.chance(0.07)) Object.assign(entry, { state: 'notAccepted', reason: 'Minh họa' });
    else if ((item.doc['whenNotApplicable'] ?? 'refused') !== 'refused' && random.chance(0.12))
      Object.assign(entry, { state: random.pick(['notApplicable', 'notApplicable', 'claimedNotApplicable']), reason: 'Minh họa' });
    if (random.chance(0.4)) entry['whenNothing'] = 'claimed';
    entries.push([item.code, entry]);
  }
  return members(entries);
}

function randomAnswer({ setting }: MadeScheme, { doc, limits }: MadeItem): DocObject {
  const { random } = setting;
  const rule = doc['rule'] as DocObject;
  const rules = rule['kind'] === 'branch' ? [...(rule['cases'] as DocObject[]).map((entry) => entry['rule']), rule['otherwise']].filter(isDocObject) : [rule];
  const answer: DocObject = {};
  for (const each of random.shuffled(rules)) {
    if (!random.chance(0.92)) continue;
    const part = testedKind(each['kind'])?.answer?.(setting, each, limits) ?? {};
    // Keys of one rule stand or fall together: points belong to the level beside them.
    if (Object.keys(part).every((key) => !(key in answer)) && !('points' in part && 'level' in answer) && !('level' in part && 'points' in answer))
      Object.assign(answer, part);
  }
  const conditions = random.some((doc['conditions'] ?? []) as DocObject[], 0.85);
  if (conditions.length > 0) answer['conditions'] = members(conditions.map((condition) => [condition['id'] as string, random.chance(0.5)]));
  return answer;
}

/** One figure a little further: a body that nearly ties with another. */
export function nudged({ random, figures }: Setting, values: Values): Values {
  const name = random.pick([...figures.amount, ...figures.number]);
  return new Map(values).set(name, (values.get(name) as bigint) + 1n);
}
