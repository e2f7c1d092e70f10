import { displayDecimal } from '../../quantity/display.ts';
import type { NumberText } from '../../quantity/number-text.ts';
import type { Placed } from '../../scheme/placed-parts.ts';
import type { Domain, Scheme } from '../../scheme/types.ts';
import { describeRule } from '../../words/describe-rule.ts';
import { guidanceText, itemNotesByKind, knownText, ruleLines } from '../../words/describe-scheme.ts';
import { OWN_SOURCE_NAMES } from '../../words/kinds.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import { type SchemeNames, schemeNames } from '../../words/scheme-names.ts';
import { type Comparison, compareEditions, type Difference, REGROUPINGS } from './compare-editions.ts';
import { editionDifferences, type ToldEditionDifference } from './edition-differences.ts';
import { type Effect, pairDomains } from './effect-on-points.ts';

/** In which way a part is not as it was, in the order in which they are counted. */
export const CHANGE_KINDS = ['added', 'removed', ...REGROUPINGS, 'changed'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface ToldPart {
  readonly code: string;
  readonly title: string;
  /** The most that it gives; of a penalty, the most that it takes. */
  readonly points: NumberText;
  /** How it is scored, as lines; only where the two sides are not told difference by difference. */
  readonly rule: readonly string[];
}

/** One difference in words, as lines; no line where an edition says nothing of it. */
export interface ToldDifference {
  readonly difference: Difference;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface ToldChange {
  readonly kind: ChangeKind;
  readonly before: readonly ToldPart[];
  readonly after: readonly ToldPart[];
  readonly differences: readonly ToldDifference[];
  /** The two were paired by a similar title alone, and are to be looked at. */
  readonly likeTitle: boolean;
}

export interface ToldComparison {
  readonly counts: Readonly<Record<ChangeKind | 'unchanged', number>>;
  /** What the edition sets otherwise for all of its items. */
  readonly edition: readonly ToldEditionDifference[];
  readonly effect: { readonly domains: readonly ToldEffect[]; readonly sources: readonly ToldEffect[]; readonly total: Effect };
  /** Domains of the newer edition in its order, then those that it dropped; only those in which something is not as it was. */
  readonly domains: readonly { readonly name: string; readonly changes: readonly ToldChange[] }[];
}
export interface ToldEffect extends Effect {
  readonly name: string;
}

/** What of one edition a difference is told with. */
interface Side {
  readonly scheme: Scheme;
  readonly names: SchemeNames;
  readonly language: Language;
}

const pointsOf = ({ maximum, item }: Placed): NumberText => (maximum === '0' ? (item?.minimum ?? maximum) : maximum);

const ruleOf = ({ item }: Placed, { names }: Side): string[] => (item ? ruleLines(describeRule(item, names)) : []);

const partOf = (placed: Placed, side: Side, withRule: boolean): ToldPart => ({
  code: placed.code,
  title: inLanguage(placed.title, side.language) ?? '',
  points: pointsOf(placed),
  rule: withRule ? ruleOf(placed, side) : [],
});

const named = ({ code, title }: Pick<Placed, 'code' | 'title'>, language: Language) => `${code} ${inLanguage(title, language)}`;

function placeOf(placed: Placed, { scheme, language }: Side): string[] {
  const domain = scheme.domains.find(({ code }) => code === placed.domain);
  const criterion = domain?.criteria.find(({ code }) => code === placed.criterion);
  return [domain, criterion].flatMap((part) => (part ? [named(part, language)] : []));
}

/** What an edition says of a part, as lines. */
const TELL: Readonly<Record<Difference, (placed: Placed, side: Side) => readonly (string | undefined)[]>> = {
  moved: placeOf,
  renumbered: ({ code }) => [code],
  text: ({ title }, { language }) => [inLanguage(title, language)],
  points: (placed, { language }) => [displayDecimal(pointsOf(placed), language)],
  rule: ruleOf,
  thresholds: ruleOf,
  conditions: ({ item }, { names }) => (item ? itemNotesByKind(item, names).conditions : []),
  whenNotApplicable: ({ item }, { names }) => (item ? itemNotesByKind(item, names).whenNotApplicable : []),
  appliesTo: ({ item }, { names }) => (item ? itemNotesByKind(item, names).appliesTo : []),
  source: ({ item }, { language }) => (item ? [OWN_SOURCE_NAMES[language][item.source]] : []),
  guidance: ({ guidance }, { language }) => [guidanceText(guidance, language).guidance],
  evidence: ({ guidance }, { language }) => [guidanceText(guidance, language).evidence],
  legalBasis: ({ guidance }, { language }) => [knownText(guidance, 'article', language)],
};

/** A change as it stands in the comparison, whichever its kind. */
interface Standing {
  readonly kind: ChangeKind;
  readonly before: readonly Placed[];
  readonly after: readonly Placed[];
  readonly differences?: readonly Difference[];
  readonly likeTitle?: boolean;
}

const changesOf = ({ added, removed, regrouped, changed }: Comparison): Standing[] => [
  ...added.map((part) => ({ kind: 'added' as const, before: [], after: [part] })),
  ...regrouped,
  ...changed.map(({ before, after, differences, by }) => ({
    kind: 'changed' as const,
    before: [before],
    after: [after],
    differences,
    likeTitle: by === 'likeTitle',
  })),
  ...removed.map((part) => ({ kind: 'removed' as const, before: [part], after: [] })),
];

/** The comparison of two editions in words: what is counted, what it does to points, and each change by domain with what both say. */
export function tellComparison(older: Scheme, newer: Scheme, language: Language): ToldComparison {
  const comparison = compareEditions(older, newer);
  const [before, after] = [older, newer].map((scheme) => ({ scheme, names: schemeNames(scheme, language), language })) as [Side, Side];
  const changes = changesOf(comparison);
  const tell = ({ kind, before: olds, after: fresh, differences = [], likeTitle = false }: Standing): ToldChange => {
    const lines = (difference: Difference, parts: readonly Placed[], side: Side) =>
      parts.flatMap((part) => TELL[difference](part, side).flatMap((line) => (line === undefined ? [] : [line])));
    return {
      kind,
      before: olds.map((part) => partOf(part, before, kind !== 'changed')),
      after: fresh.map((part) => partOf(part, after, kind !== 'changed')),
      differences: differences.map((difference) => ({ difference, before: lines(difference, olds, before), after: lines(difference, fresh, after) })),
      likeTitle,
    };
  };
  const standsIn = (change: Standing, pair: { before: Domain | undefined; after: Domain | undefined }) =>
    change.after[0] ? change.after[0].domain === pair.after?.code : change.before[0]?.domain === pair.before?.code;
  const { domains, sources, total } = comparison.effect;
  return {
    counts: {
      ...(Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, changes.filter((change) => change.kind === kind).length])) as Record<ChangeKind, number>),
      unchanged: comparison.unchanged.length,
    },
    edition: editionDifferences(older, newer, language),
    effect: {
      domains: domains.map(({ codes, title, ...effect }) => ({ name: named({ code: codes.after ?? codes.before ?? '', title }, language), ...effect })),
      sources: sources.map(({ source, ...effect }) => ({ name: OWN_SOURCE_NAMES[language][source], ...effect })),
      total,
    },
    domains: pairDomains(older.domains, newer.domains)
      .map((pair) => ({
        name: named((pair.after ?? pair.before) as Domain, language),
        changes: changes.filter((change) => standsIn(change, pair)).map(tell),
      }))
      .filter(({ changes: { length } }) => length > 0),
  };
}
