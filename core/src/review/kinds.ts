import type { FindingCode } from './finding.ts';
import type { Kind } from './kind.ts';
import { dateOutsideYear } from './kinds/date-outside-year.ts';
import { divisionByZero } from './kinds/division-by-zero.ts';
import { documentHint } from './kinds/document-hint.ts';
import { figureFarFromPast } from './kinds/figure-far-from-past.ts';
import { fullFromNothing } from './kinds/full-from-nothing.ts';
import { incomplete } from './kinds/incomplete.ts';
import { justificationSaysNothing } from './kinds/justification-says-nothing.ts';
import { lastYearDiffers } from './kinds/last-year-differs.ts';
import { notApproved } from './kinds/not-approved.ts';
import { notArisen } from './kinds/not-arisen.ts';
import { notArisenContradicted } from './kinds/not-arisen-contradicted.ts';
import { notArisenRefused } from './kinds/not-arisen-refused.ts';
import { notArisenUnproven } from './kinds/not-arisen-unproven.ts';
import { partOverWhole } from './kinds/part-over-whole.ts';
import { pastOverWhole } from './kinds/past-over-whole.ts';
import { percentOutOfRange } from './kinds/percent-out-of-range.ts';
import { pointsFarFromPast } from './kinds/points-far-from-past.ts';
import { pointsWithoutProof } from './kinds/points-without-proof.ts';
import { sameJustification } from './kinds/same-justification.ts';
import { sourceWithoutDocument } from './kinds/source-without-document.ts';
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
  notArisenRefused,
  notArisenContradicted,
  notArisenUnproven,
  fullFromNothing,
  lastYearDiffers,
  justificationSaysNothing,
  pointsWithoutProof,
  pointsFarFromPast,
  pastOverWhole,
  notArisen,
  sameJustification,
  sourceWithoutDocument,
  documentHint,
};
