import type { FindingCode } from './finding.ts';
import type { Kind } from './kind.ts';
import { dateOutsideYear } from './kinds/date-outside-year.ts';
import { divisionByZero } from './kinds/division-by-zero.ts';
import { documentHint } from './kinds/document-hint.ts';
import { figureFarFromPast } from './kinds/figure-far-from-past.ts';
import { incomplete } from './kinds/incomplete.ts';
import { notApproved } from './kinds/not-approved.ts';
import { notArisen } from './kinds/not-arisen.ts';
import { notArisenUnproven } from './kinds/not-arisen-unproven.ts';
import { nothingByFigures } from './kinds/nothing-by-figures.ts';
import { nothingUnexplained } from './kinds/nothing-unexplained.ts';
import { partOverWhole } from './kinds/part-over-whole.ts';
import { pastOverWhole } from './kinds/past-over-whole.ts';
import { percentOutOfRange } from './kinds/percent-out-of-range.ts';
import { pointsFarFromPast } from './kinds/points-far-from-past.ts';
import { pointsWithoutProof } from './kinds/points-without-proof.ts';
import { unanswered } from './kinds/unanswered.ts';

export const KINDS: { readonly [C in FindingCode]: Kind<C> } = {
  unanswered,
  incomplete,
  notApproved,
  partOverWhole,
  divisionByZero,
  percentOutOfRange,
  dateOutsideYear,
  figureFarFromPast,
  notArisenUnproven,
  nothingUnexplained,
  pointsWithoutProof,
  pointsFarFromPast,
  pastOverWhole,
  notArisen,
  nothingByFigures,
  documentHint,
};
