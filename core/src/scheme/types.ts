import type { NumberText } from '../quantity/number-text.ts';
import type { RoundingMode } from '../quantity/rational.ts';
import type { FigureType } from '../rules/figure-type.ts';
import type { Rule } from '../rules/registry.ts';
import type { Title } from '../text/title.ts';

export const SCHEME_FORMAT = 'parindex-scheme/1';

/** `official`: the adopted text; `reconstruction`: rebuilt from what could be found; `illustrative`: made for comparison. */
export const SCHEME_STATUSES = ['official', 'reconstruction', 'illustrative'] as const;
export const STRUCTURES = ['full', 'partsOnly'] as const;
export const GROUP_KINDS = ['regular', 'bonus', 'penalty'] as const;
export const WHEN_MAXIMUM_SHRINKS = ['rescale', 'keep'] as const;
export const ON_WHICH_INDEX = ['exact', 'rounded'] as const;
export const TIES = ['competition', 'dense'] as const;
export const WITHIN = ['all', 'block'] as const;
export const WHEN_NOT_ANSWERED = ['zero', 'incomplete'] as const;
/** How an item's points are reported, in this order. */
export const SOURCES = ['appraised', 'survey', 'satisfaction', 'statistic'] as const;
export const WHEN_NOT_APPLICABLE = ['reduceMaximum', 'fullPoints', 'zero', 'refused'] as const;

export type SchemeStatus = (typeof SCHEME_STATUSES)[number];
export type GroupKind = (typeof GROUP_KINDS)[number];
export type Source = (typeof SOURCES)[number];
export type WhenNotApplicable = (typeof WHEN_NOT_APPLICABLE)[number];

export interface LegalBasis {
  number: string;
  date?: string;
  /** What it decides, to stand after its number and date: "phê duyệt Đề án …". */
  title?: Title;
  note?: unknown;
}

/** From when an edition holds and, where known, to when; `note` says what is not known. */
export interface Validity {
  from: string;
  to?: string;
  note?: unknown;
}

export interface Group {
  id: string;
  title?: Title;
  kind: GroupKind;
  /** Stands on the regular group only. */
  maximum?: NumberText;
  /** Stands on bonus groups only. */
  cap?: NumberText;
}

export interface Figure {
  id: string;
  type: FigureType;
  title?: Title;
  cutOff?: string;
  confirmedBy?: string;
}

export interface SurveyGroup {
  id: string;
  title?: Title;
  weight: NumberText;
}

export interface SurveyQuestion {
  id: string;
  title?: Title;
  /** Who is asked; left out: all groups. */
  groups?: string[];
  /** Left out where the estimate arrives ready made (citizens' satisfaction). */
  options?: { id: string; title?: Title; weight: NumberText }[];
}

export interface Condition {
  id: string;
  title?: Title;
  when: boolean;
  points: NumberText;
}

/** What a body may claim not to have arisen, and the ground for leaving it out; enters no arithmetic. */
export interface NotArisen {
  when: Title;
  legalBasis: string;
}

/** A leaf that gets points: a sub-criterion, or a criterion without sub-criteria. */
export interface Item {
  code: string;
  title: Title;
  maximum: NumberText;
  /** Stands in penalty groups only. */
  minimum?: NumberText;
  source: Source;
  whenNotApplicable: WhenNotApplicable;
  /** Absent: a body may not claim that the content did not arise. */
  notArisen?: NotArisen;
  appliesTo?: { types: string[] };
  conditions: Condition[];
  guidance?: unknown;
  lineage?: unknown;
  rule: Rule;
}

/** A criterion that is divided into sub-criteria. */
export interface CriterionWithParts {
  code: string;
  title: Title;
  maximum: NumberText;
  guidance?: unknown;
  lineage?: unknown;
  subCriteria: Item[];
}

export type Criterion = Item | CriterionWithParts;

export interface Domain {
  code: string;
  title: Title;
  group: string;
  maximum: NumberText;
  guidance?: unknown;
  criteria: Criterion[];
}

/** One edition of a scheme, in normal form. */
export interface Scheme {
  format: typeof SCHEME_FORMAT;
  id: string;
  title: Title;
  status: SchemeStatus;
  legalBasis: LegalBasis[];
  validity?: Validity;
  structure: (typeof STRUCTURES)[number];
  groups: Group[];
  total: {
    whenMaximumShrinks: (typeof WHEN_MAXIMUM_SHRINKS)[number];
    bonusShrinks: boolean;
    clamp?: { min: NumberText; max: NumberText };
    denominator: NumberText;
  };
  rounding: { places: NumberText; mode: RoundingMode };
  ranking: { on: (typeof ON_WHICH_INDEX)[number]; ties: (typeof TIES)[number]; within: (typeof WITHIN)[number] };
  classes: { on: (typeof ON_WHICH_INDEX)[number]; list: { id: string; title?: Title; from: NumberText }[] };
  missing: { notAnswered: (typeof WHEN_NOT_ANSWERED)[number] };
  figures: Figure[];
  survey: { places: NumberText; groups: SurveyGroup[]; questions: SurveyQuestion[] };
  domains: Domain[];
}

export const hasParts = (criterion: Criterion): criterion is CriterionWithParts => 'subCriteria' in criterion;

/** The items of a criterion: its sub-criteria, or itself. */
export const itemsOf = (criterion: Criterion): Item[] => (hasParts(criterion) ? criterion.subCriteria : [criterion]);

/** The items of several domains, in the scheme's order. */
export const itemsOfDomains = (domains: readonly Domain[]): Item[] => domains.flatMap(({ criteria }) => criteria.flatMap(itemsOf));

/** The groups that are asked a question, in the survey's order; all where it is not said who is. */
export const groupsAsked = ({ groups }: SurveyQuestion, all: readonly SurveyGroup[]): SurveyGroup[] =>
  all.filter(({ id }) => groups === undefined || groups.includes(id));

/** Whose answers to a question may be declared; `all`: those of everybody who is asked, together. */
export const mayAnswer = (question: SurveyQuestion, all: readonly SurveyGroup[]): string[] => [...groupsAsked(question, all).map(({ id }) => id), 'all'];
