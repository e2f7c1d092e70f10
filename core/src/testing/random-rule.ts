import { bands } from '../rules/kinds/testing/bands.ts';
import { change } from '../rules/kinds/testing/change.ts';
import { checks } from '../rules/kinds/testing/checks.ts';
import { deduct } from '../rules/kinds/testing/deduct.ts';
import { formula } from '../rules/kinds/testing/formula.ts';
import { given } from '../rules/kinds/testing/given.ts';
import { levels } from '../rules/kinds/testing/levels.ts';
import { perUnit } from '../rules/kinds/testing/per-unit.ts';
import { proportional } from '../rules/kinds/testing/proportional.ts';
import { surveyMean } from '../rules/kinds/testing/survey-mean.ts';
import { yesNo } from '../rules/kinds/testing/yes-no.ts';
import type { PlainRule } from '../rules/plain-kinds.ts';
import type { DocObject } from './random-document.ts';
import type { Setting } from './random-quantity.ts';
import type { Limits } from './rule-parts.ts';
import type { TestedKind } from './tested-kind.ts';

/** Every plain kind, as the tests know it. A new rule kind does not compile without its line. */
export const TESTED_KINDS: { readonly [K in PlainRule['kind']]: TestedKind } = {
  given,
  yesNo,
  levels,
  checks,
  bands,
  proportional,
  perUnit,
  deduct,
  change,
  surveyMean,
  formula,
};

const PLAIN_KINDS = Object.keys(TESTED_KINDS) as PlainRule['kind'][];
export const KINDS = [...PLAIN_KINDS, 'branch'] as const;
export type Kind = (typeof KINDS)[number];

/** A kind as the tests know it; undefined for a branch. */
export const testedKind = (kind: unknown): TestedKind | undefined => (TESTED_KINDS as Readonly<Record<string, TestedKind>>)[String(kind)];

/** The kinds that an item with these limits may have. */
export const kindsFor = (limits: Limits, setting: Setting, kinds: readonly Kind[] = KINDS): Kind[] =>
  kinds.filter((kind) => (kind === 'branch' ? setting.answerable.length > 0 : (TESTED_KINDS[kind].fits?.(limits, setting) ?? true)));

/** A rule of the kind. */
export const randomRule = (setting: Setting, limits: Limits, kind: Kind): DocObject => ({
  kind,
  ...(kind === 'branch' ? branch(setting, limits) : TESTED_KINDS[kind].make(setting, limits)),
});

function branch(setting: Setting, limits: Limits): DocObject {
  const { random } = setting;
  const named = random.pick(setting.answerable);
  const plain = () => randomRule(setting, limits, random.pick(kindsFor(limits, setting, PLAIN_KINDS)));
  const answers = random.shuffled(named.answers);
  // A branch on a branch needs rules that are answered: so half of the cases are.
  const rule = () => (random.chance(0.5) ? randomRule(setting, limits, random.pick(['yesNo', 'levels'])) : plain());
  const cases = answers.slice(0, random.between(1, Math.min(3, answers.length))).map((is) => ({ is, rule: rule() }));
  return { on: { item: named.code }, cases, otherwise: random.chance(0.35) ? 'notApplicable' : rule() };
}
