import { displayDecimal } from '../quantity/display.ts';
import { type Criterion, hasParts, type Item, itemsOf, type Scheme } from '../scheme/types.ts';
import { describeRule } from './describe-rule.ts';
import { OWN_SOURCE_NAMES } from './kinds.ts';
import { inLanguage, type Language } from './language.ts';
import { PHRASES } from './phrases.ts';
import type { RuleWords } from './rule-wording.ts';
import { type SchemeNames, schemeNames } from './scheme-names.ts';

/** One line of a scheme as people read it. */
export interface SchemeRow {
  readonly level: 'domain' | 'criterion' | 'subCriterion';
  readonly code: string;
  readonly title: string;
  /** The maximum, or for a penalty the lowest that it can give; as the scheme writes it, and for people. */
  readonly pointsText: string;
  readonly points: string;
  readonly source: string | undefined;
  readonly rule: RuleWords | undefined;
  /** Conditions, who it applies to, what holds when nothing arose, where it stands in the decision, who appraises it. */
  readonly notes: readonly string[];
  readonly guidance: string | undefined;
  readonly evidence: string | undefined;
  /** The thresholds were recalled or inferred, not read in the decision. */
  readonly assumed: boolean;
}

/** A text, or that it is not known. */
type Known = { vi?: string; en?: string } | 'unknown';

interface Guidance {
  vi?: string;
  en?: string;
  evidence?: { vi?: string; en?: string };
  article?: Known;
  appraisedBy?: Known;
  provenance?: { title?: string; maximum?: string; thresholds?: string; article?: string; appraisedBy?: string };
}

/** An item's advice and the evidence asked for, in a language. */
export function guidanceText(guidance: unknown, language: Language): Pick<SchemeRow, 'guidance' | 'evidence'> {
  const known = guidance as Guidance | undefined;
  return { guidance: inLanguage(known, language), evidence: inLanguage(known?.evidence, language) };
}

/**
 * Where an item stands in its decision and who appraises it, as its guidance says, else that of its criterion or domain.
 * Nobody appraises what comes from a survey.
 */
export function sourceNotes({ domains }: Scheme, item: Item, language: Language): string[] {
  const phrases = PHRASES[language];
  const domain = domains.find(({ criteria }) => criteria.some((criterion) => itemsOf(criterion).includes(item)));
  const criterion = domain?.criteria.find((each) => itemsOf(each).includes(item));
  const said = [item, criterion, domain].map((part) => (part?.guidance ?? {}) as Guidance);
  const note = (key: 'article' | 'appraisedBy'): string[] => {
    const found = said.find((guidance) => guidance[key] !== undefined);
    return found === undefined ? [] : [phrases[key](knownText(found, key, language) ?? phrases.notKnown)];
  };
  return [...note('article'), ...(item.source === 'survey' || item.source === 'satisfaction' ? [] : note('appraisedBy'))];
}

/** Where a part stands in its decision, or who appraises it. What was not read in a document is not said to readers; it stands in the scheme, for those who keep it. */
export function knownText(guidance: unknown, key: 'article' | 'appraisedBy', language: Language): string | undefined {
  const said = guidance as Guidance | undefined;
  const [known, origin] = [said?.[key], said?.provenance?.[key]];
  return known === undefined || known === 'unknown' || origin === 'recalled' || origin === 'inferred' ? undefined : inLanguage(known, language);
}

/** What holds of an item besides its rule, each of its kind: conditions, who it applies to, what holds when nothing arose. */
export const itemNotesByKind = (item: Item, { language, phrases, pointsOf }: SchemeNames) => ({
  conditions: item.conditions.map((condition) =>
    phrases.condition(
      phrases.quote(inLanguage(condition.title, language) ?? condition.id),
      condition.when ? phrases.yes : phrases.no,
      pointsOf(condition.points),
    ),
  ),
  appliesTo: item.appliesTo ? [phrases.appliesTo(item.appliesTo.types.join(', '))] : [],
  whenNotApplicable: [
    ...(item.whenNotApplicable === 'refused' ? [] : [phrases.whenNotApplicable[item.whenNotApplicable]]),
    ...(item.notArisen ? [phrases.notArisen(inLanguage(item.notArisen.when, language) ?? '', item.notArisen.legalBasis)] : []),
  ],
});

/** The same in one list. */
export function itemNotes(item: Item, names: SchemeNames): string[] {
  const { conditions, appliesTo, whenNotApplicable } = itemNotesByKind(item, names);
  return [...conditions, ...appliesTo, ...whenNotApplicable];
}

/** Whether the item's thresholds or points were not read in the decision itself. */
export const isAssumed = (guidance: unknown): boolean => ['recalled', 'inferred'].includes((guidance as Guidance | undefined)?.provenance?.thresholds ?? '');

/** A scheme as a list of rows in reading order, with its rules in words. */
export function describeScheme(scheme: Scheme, language: Language): SchemeRow[] {
  const names = schemeNames(scheme, language);
  const row = (
    level: SchemeRow['level'],
    part: { code: string; title: { vi: string; en?: string }; guidance?: unknown },
    pointsText: string,
    item?: Item,
  ): SchemeRow => ({
    level,
    code: part.code,
    title: inLanguage(part.title, language) ?? '',
    pointsText,
    points: displayDecimal(pointsText, language),
    source: item && OWN_SOURCE_NAMES[language][item.source],
    rule: item && describeRule(item, names),
    notes: item ? [...itemNotes(item, names), ...sourceNotes(scheme, item, language)] : [],
    ...guidanceText(part.guidance, language),
    assumed: item !== undefined && isAssumed(part.guidance),
  });
  const pointsOf = (part: { maximum: string; minimum?: string }, penalty: boolean) => (penalty ? (part.minimum ?? '0') : part.maximum);

  return scheme.domains.flatMap((domain) => {
    const penalty = scheme.groups.find(({ id }) => id === domain.group)?.kind === 'penalty';
    const criterionRows = (criterion: Criterion): SchemeRow[] =>
      hasParts(criterion)
        ? [
            row('criterion', criterion, pointsOf(criterion, false)),
            ...criterion.subCriteria.map((item) => row('subCriterion', item, pointsOf(item, penalty), item)),
          ]
        : [row('criterion', criterion, pointsOf(criterion, penalty), criterion)];
    return [row('domain', domain, pointsOf(domain, false)), ...domain.criteria.flatMap(criterionRows)];
  });
}

/** A rule in words as plain lines, cases set in. */
export function ruleLines(rule: RuleWords, indent = ''): string[] {
  return [
    `${indent}${rule.intro}`,
    ...rule.rows.map(({ what, points }) => `${indent}  – ${what}${points === '' ? '' : `: ${points}`}`),
    ...rule.cases.flatMap((entry) => [`${indent}  ${entry.when}`, ...ruleLines(entry.rule, `${indent}    `)]),
    ...rule.notes.map((note) => `${indent}${note}`),
  ];
}

export interface SchemeCounts {
  readonly domains: number;
  readonly criteria: number;
  readonly subCriteria: number;
  readonly items: number;
}

export function countScheme(scheme: Scheme): SchemeCounts {
  const criteria = scheme.domains.flatMap((domain) => domain.criteria);
  const subCriteria = criteria.flatMap((criterion) => (hasParts(criterion) ? criterion.subCriteria : []));
  return {
    domains: scheme.domains.length,
    criteria: criteria.length,
    subCriteria: subCriteria.length,
    items: criteria.filter((criterion) => !hasParts(criterion)).length + subCriteria.length,
  };
}
