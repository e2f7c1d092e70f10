import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SOAK, sized } from '../../../../tests/soak.ts';
import { caseReady, runCases, scoreCase } from '../../cases/run-cases.ts';
import type { Rational } from '../../quantity/rational.ts';
import * as exact from '../../quantity/rational.ts';
import { Faults } from '../../reading/faults.ts';
import { readJson } from '../../reading/json.ts';
import { readYaml } from '../../reading/yaml.ts';
import type { PlainRule } from '../../rules/plain-kinds.ts';
import { isWhole, type Quantity } from '../../rules/quantity.ts';
import { RULE_KINDS } from '../../rules/registry.ts';
import { boundsOf } from '../../scheme/bounds.ts';
import { readScheme } from '../../scheme/read.ts';
import { type GroupKind, type Item, itemsOfDomains, type Scheme } from '../../scheme/types.ts';
import { Random } from '../../testing/random.ts';
import { textOf } from '../../testing/random-document.ts';
import { randomScheme } from '../../testing/random-scheme.ts';
import { proposedCaseText } from '../../words/case-words.ts';
import { applyOperation } from '../operations/apply.ts';
import { applyChanges } from '../operations/change.ts';
import { layOntoText } from '../operations/document-text.ts';
import { addCase, confirmCase, followInCases } from './confirm.ts';
import { outcomeOf, type ProposedCase, type ProposedCases, proposeCases } from './propose.ts';

const textOfEdition = (name: string, file: string) => readFileSync(new URL(`../../../../schemes/${name}/${file}.yaml`, import.meta.url), 'utf8');
const edition = (name: string): Scheme => readScheme(readYaml(textOfEdition(name, 'scheme')).value, new Faults()) as Scheme;
const madeUp = (stream: number): Scheme =>
  readScheme(readJson(textOf(randomScheme(new Random(Number(process.env['SEED'] ?? 41), stream)).doc)).value, new Faults()) as Scheme;

interface Threshold {
  readonly at: Rational;
  readonly of: Quantity | undefined;
}

/** The thresholds of a rule, told apart from how cases are proposed. */
function thresholdsOf(rule: PlainRule, item: Item, group: GroupKind): Threshold[] {
  const bounds = boundsOf(item, group);
  const at = (text: string, of: Quantity) => ({ at: exact.fromText(text), of });
  switch (rule.kind) {
    case 'bands':
      return rule.bands.map(({ from, above }) => at(from ?? above ?? '', rule.of));
    case 'change':
      return rule.bands.map(({ from, above }) => ({ at: exact.fromText(from ?? above ?? ''), of: undefined }));
    case 'proportional':
      return [at(rule.target, rule.of), ...(rule.floor === undefined ? [] : [at(rule.floor, rule.of)])];
    case 'perUnit': {
      const most = bounds.penalty ? bounds.minimum : bounds.maximum;
      const full = most && exact.add(exact.fromText(rule.free), exact.divide(most, exact.fromText(rule.points)));
      return [at(rule.free, rule.of), ...(full ? [{ at: full, of: rule.of }] : [])];
    }
    default:
      return [];
  }
}

/** Between which values a quantity lies, and of how many parts one is made at most; undefined where that is not known. */
function rangeOf(of: Quantity, scheme: Scheme): { least?: number; most?: number; parts: bigint } | undefined {
  const types = new Map(scheme.figures.map(({ id, type }) => [id, type]));
  if ('days' in of) return of.days[0] === of.days[1] ? undefined : { parts: 1n };
  if ('ratio' in of) return of.ratio[0] === of.ratio[1] ? undefined : { least: 0, ...(of.over === 'allow' ? {} : { most: 1 }), parts: 10n ** 9n };
  if ('estimate' in of) return { least: 0, most: 1, parts: 10n ** BigInt(scheme.survey.places) };
  if ('formula' in of) return undefined;
  return { ...(types.get(of.figure) === 'number' ? {} : { least: 0 }), parts: isWhole(of, types) ? 1n : 10n ** 11n };
}

/** Whether a quantity can surely have a value on a side of a threshold. */
function canHave(side: number, { at, of }: Threshold, scheme: Scheme): boolean {
  const range = of && rangeOf(of, scheme);
  if (!range) return false;
  const { least, most, parts } = range;
  const beside = (edge: number | undefined) => (edge === undefined ? undefined : exact.compare(at, exact.integer(edge)));
  const [overLeast, overMost] = [beside(least) ?? 1, beside(most) ?? -1];
  if (side === 0) return overLeast >= 0 && overMost <= 0 && (('ratio' in of && at.d <= parts) || parts % at.d === 0n);
  return side < 0 ? overLeast > 0 && overMost <= 0 : overLeast >= 0 && overMost < 0;
}

/** On which sides of a threshold no case stands. */
const sidesWithout = (values: readonly Rational[], { at }: Threshold): number[] =>
  [-1, 0, 1].filter((side) => !values.some((value) => Math.sign(exact.compare(value, at)) === side));

const valuesOf = (scheme: Scheme, cases: readonly ProposedCase[]): Rational[] => {
  const ready = caseReady(scheme);
  return cases.flatMap(({ given }) => {
    const value = scoreCase(given as never, ready, new Faults())?.explanation.value;
    return value ? [exact.fromFraction(value)] : [];
  });
};

/** The plain rules of an item, each with the cases that are about it. */
function rulesOf({ rule }: Item, cases: readonly ProposedCase[]): { rule: PlainRule; own: readonly ProposedCase[] }[] {
  if (rule.kind !== 'branch') return [{ rule, own: cases }];
  const about = (is: boolean | string | null) => cases.filter(({ about: { when } }) => when?.is === is);
  const last = rule.otherwise === 'notApplicable' ? [] : [{ rule: rule.otherwise, own: about(null) }];
  return [...rule.cases.map((entry) => ({ rule: entry.rule, own: about(entry.is) })), ...last];
}

/** How many situations were left out since another item of the scheme refuses their figures. */
const contradicting = (without: ProposedCases['without']): number => without.filter(({ contradicts }) => contradicts).length;

/** Holds the cases of a rule to one of its thresholds; gives on how many sides none stands. */
function held(
  scheme: Scheme,
  threshold: Threshold,
  { own, without }: { own: readonly ProposedCase[]; without: ProposedCases['without'] },
  where: string,
): number {
  const bare = sidesWithout(valuesOf(scheme, own), threshold);
  const wanted = own.length > 0 && contradicting(without) === 0 ? bare.filter((side) => canHave(side, threshold, scheme)) : [];
  expect(wanted, where).toEqual([]);
  // What was not found is told, never passed over.
  if (bare.length > 0) expect(without.length, where).toBeGreaterThan(0);
  return bare.length;
}

function eachItem(scheme: Scheme, look: (item: Item, group: GroupKind, proposed: ProposedCases) => void): void {
  const ready = caseReady(scheme);
  for (const domain of scheme.domains) {
    const group = scheme.groups.find(({ id }) => id === domain.group)?.kind as GroupKind;
    for (const item of itemsOfDomains([domain])) look(item, group, proposeCases(ready, item.code));
  }
}

describe('[F20] proposed cases', () => {
  it('stand below, on and above every threshold that the quantity can come to, over all kinds of rules', () => {
    const [kinds, sides] = [new Set<string>(), { found: 0, told: 0 }];
    for (let stream = 0; stream < sized(30, 600); stream += 1) {
      const scheme = madeUp(stream);
      eachItem(scheme, (item, group, { cases, without }) => {
        kinds.add(item.rule.kind);
        for (const { rule, own } of rulesOf(item, cases))
          for (const threshold of thresholdsOf(rule, item, group)) {
            const bare = held(
              scheme,
              threshold,
              { own, without },
              `stream ${stream}, ${item.code} ${JSON.stringify(rule)} at ${exact.toFraction(threshold.at)}`,
            );
            sides.found += 3 - bare;
            sides.told += bare;
          }
      });
    }
    expect([...kinds].toSorted()).toEqual([...RULE_KINDS].toSorted());
    // The rest are mostly formulas, and values that a quantity cannot have.
    expect(sides.found).toBeGreaterThan(2 * sides.told);
  });

  it('are sound, hold no points, and each can be scored, over all kinds of rules', () => {
    let [proposed, leftOut] = [0, 0];
    for (let stream = 0; stream < sized(25, 600); stream += 1) {
      const scheme = madeUp(stream);
      const ready = caseReady(scheme);
      eachItem(scheme, (item, _group, { cases, without }) => {
        for (const one of cases) {
          const faults = new Faults();
          scoreCase(one.given as never, ready, faults);
          expect(faults.list, `stream ${stream} ${JSON.stringify(one)} ${JSON.stringify(item.rule)}`).toEqual([]);
          expect(Object.keys(one)).toEqual(['item', 'about', 'given']);
          expect(one.given).not.toHaveProperty('expect');
        }
        proposed += cases.length;
        leftOut += without.length;
      });
    }
    expect(leftOut).toBeLessThan(proposed / 4);
  });

  it.each(['commune-nq57-2026', ...(SOAK ? ['province-2022', 'department-illustrative'] : [])])(
    'bring every band of an edition about, and both answers of a question: %s',
    (name) => {
      const scheme = edition(name);
      const ready = caseReady(scheme);
      const missed: string[] = [];
      eachItem(scheme, ({ code, rule }, _group, { cases }) => {
        const seen = new Set(cases.map(({ given }) => String(scoreCase(given as never, ready, new Faults())?.explanation.band)));
        if (rule.kind === 'bands') for (const band of [...rule.bands.keys(), 'otherwise']) if (!seen.has(String(band))) missed.push(`${code} ${band}`);
        if (rule.kind === 'levels') for (const { id } of rule.levels) if (!seen.has(id)) missed.push(`${code} ${id}`);
      });
      expect(missed).toEqual([]);
    },
  );

  it('become cases of the edition by what a person says, and a difference is told', () => {
    const name = 'commune-nq57-2026';
    const [scheme, text] = [edition(name), textOfEdition(name, 'cases')];
    const ready = caseReady(scheme);
    const item = itemsOfDomains(scheme.domains).find(({ rule }) => rule.kind === 'bands') as Item;
    const { cases } = proposeCases(ready, item.code);
    const on = cases.find(({ about }) => about.at === 'on') as ProposedCase;
    const outcome = outcomeOf(on, ready);
    const same = confirmCase(on, { points: outcome?.points ?? '', state: 'scored', why: 'Đúng ngưỡng.' }, outcome);
    const other = confirmCase(on, { points: '0.001' }, outcome);
    expect([same?.differs, other?.differs, confirmCase(on, { points: 'một' }, outcome)]).toEqual([false, true, undefined]);

    const document = readYaml(text).value;
    const after = layOntoText(text, addCase(document, same?.case ?? {}));
    const [before, now] = [new Faults(), new Faults()];
    expect(runCases(scheme, readYaml(after).value, now)).toBe(runCases(scheme, document, before) + 1);
    expect([before.list, now.list]).toEqual([[], []]);
    const wrong = new Faults();
    runCases(scheme, readYaml(layOntoText(text, addCase(document, other?.case ?? {}))).value, wrong);
    expect(wrong.list.map(({ code }) => code)).toEqual(['caseFails']);
  });

  it('begin a file of cases that was empty', () => {
    const scheme = edition('department-illustrative');
    const [first] = itemsOfDomains(scheme.domains);
    const [proposed] = proposeCases(caseReady(scheme), first?.code ?? '').cases;
    const made = confirmCase(proposed as ProposedCase, { points: '0' }, undefined);
    const text = layOntoText('', addCase([], made?.case ?? {}));
    expect(text).toContain(`- item: "${first?.code}"`);
    expect(readYaml(text).value).toEqual([made?.case]);
  });

  it('follow codes and figures that are others now', () => {
    const name = 'department-illustrative';
    const [document, cases] = [readYaml(textOfEdition(name, 'scheme')).value, readYaml(textOfEdition(name, 'cases')).value];
    const { renamed, document: after } = ((): { renamed: never; document: never } => {
      const moved = applyOperation(document, { operation: 'move', at: ['domains', 0, 'criteria', 0], into: ['domains', 0, 'criteria'], index: 1 });
      if ('refusal' in moved) throw new Error(moved.refusal.code);
      return applyOperation(moved.document, { operation: 'renumber' }) as never;
    })();
    const figure = applyOperation(after, { operation: 'rename', at: ['figures', 0], to: 'anotherName' });
    if ('refusal' in figure) throw new Error(figure.refusal.code);
    const followed = applyChanges(
      applyChanges(cases, followInCases(cases, renamed)),
      followInCases(applyChanges(cases, followInCases(cases, renamed)), figure.renamed),
    );
    const faults = new Faults();
    const scheme = readScheme(figure.document, faults) as Scheme;
    expect(faults.list).toEqual([]);
    expect(runCases(scheme, followed, faults)).toBe((cases as unknown[]).length);
    expect(faults.list).toEqual([]);
  });

  it('are told in words', () => {
    const scheme = edition('commune-nq57-2026');
    const told = (code: string) => proposeCases(caseReady(scheme), code).cases.map(({ about }) => proposedCaseText(about, scheme, 'vi'));
    const bands = itemsOfDomains(scheme.domains).find(({ rule }) => rule.kind === 'bands' && 'ratio' in rule.of) as Item;
    expect(told(bands.code)).toEqual(expect.arrayContaining([expect.stringMatching(/^Sát dưới ngưỡng \d+%$/), 'Chưa có số liệu, câu trả lời nào']));
    expect(told('II.4.2')[0]).toMatch(/^II\.4\.1 trả lời “Có”: /);
  });
});
