import type { Because } from '../rules/inputs.ts';
import type { RuleKindName } from '../rules/registry.ts';
import type { Source } from '../scheme/types.ts';

export const RESULT_FORMAT = 'parindex-result/1';
export const RESULT_LINES_FORMAT = 'parindex-result-lines/1';

export const ITEM_STATES = ['scored', 'notAnswered', 'notApplicable', 'notAccepted'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

export const REASONS_WITHOUT_INDEX = ['notAdmitted', 'nothingApplicable', 'incomplete'] as const;
export type ReasonWithoutIndex = (typeof REASONS_WITHOUT_INDEX)[number];

/** "n/d" in lowest terms. */
export type FractionText = string;

export interface Index {
  exact: FractionText;
  rounded: string;
}

/** What a body's answer to an item was, as far as it was used. */
export interface UsedAnswer {
  points?: string;
  yes?: boolean;
  level?: string;
  checks?: string[];
  conditions?: Record<string, boolean>;
}

/** Everything that went into an item's points: figures by id, and under the reserved words the rest. */
export interface UsedInputs {
  [figure: string]: unknown;
  on?: boolean | string;
  estimates?: Record<string, Record<string, { mean: string; answers: string }>>;
  previous?: Record<string, string | boolean>;
  answer?: UsedAnswer;
}

export interface Explanation {
  rule: RuleKindName;
  case: number | 'otherwise' | null;
  inputs: UsedInputs;
  value: FractionText | null;
  band: number | string | null;
  capped: boolean;
  condition: string | null;
  because: Because | null;
  missing: readonly string[];
}

export interface ItemResult {
  code: string;
  state: ItemState;
  points: FractionText;
  maximum: FractionText;
  explanation: Explanation;
}

export interface PartResult {
  points: FractionText;
  maximum: FractionText;
  index: Index | null;
}

export interface DomainResult extends PartResult {
  code: string;
  criteria: (PartResult & { code: string })[];
}

export interface BodyResult {
  id: string;
  code: string | null;
  name: string;
  block: string | null;
  points: FractionText;
  maximum: FractionText;
  bonus: FractionText;
  penalty: FractionText;
  total: FractionText | null;
  index: Index | null;
  rank: number | null;
  class: string | null;
  reason: ReasonWithoutIndex | null;
  sources: Partial<Record<Source, PartResult>>;
  domains: DomainResult[];
  items: ItemResult[];
}

export interface Summary {
  count: number;
  mean: Index | null;
  median: Index | null;
  q1: Index | null;
  q3: Index | null;
  min: Index | null;
  max: Index | null;
  classes: Record<string, number>;
}

export interface Summaries {
  all: Summary;
  blocks: Record<string, Summary>;
}

export interface Result {
  format: typeof RESULT_FORMAT;
  scheme: { id: string; hash: string };
  snapshot: string;
  round: { id: string; year: number };
  bodies: BodyResult[];
  summary: Summaries;
}
