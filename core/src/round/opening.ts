import { itemsOfDomains, type Scheme } from '../scheme/types.ts';
import { type AppraisalShare, appraisalGaps } from './appraisers.ts';
import { deadlineDay } from './calendar.ts';
import { stepsOutOfOrder } from './consequences.ts';
import type { RoundPart } from './parts.ts';
import type { StepTimes } from './steps.ts';

/** What must be there before a round opens. */
export const OPENING_LACKS = [
  'noEdition',
  'editionNotAdopted',
  'editionWithdrawn',
  'noParticipants',
  'unconfirmedParts',
  'noSelfAssessment',
  'selfAssessmentOver',
  'blocksMissing',
  'typesMissing',
  'domainsWithoutOwner',
  'itemsWithoutAppraiser',
  'domainsUnknown',
  'appraisedItemsUnknown',
  'excludedItemsUnknown',
] as const;
/** What may be so, but is worth a second look. */
export const OPENING_WARNINGS = [
  'stepsOver',
  'appraisalBeforeClosing',
  'stepsOutOfOrder',
  'itemsOfSeveralAppraisers',
  'appraisersAlone',
  'exclusionsWithoutDecision',
  'closingOnDayOff',
  'bodiesNotInForce',
  'editionNotInForce',
] as const;
export type OpeningCode = (typeof OPENING_LACKS)[number] | (typeof OPENING_WARNINGS)[number];

export interface OpeningRemark {
  readonly code: OpeningCode;
  readonly blocks: boolean;
  /** Parts, bodies, steps, domains or items that it is about. */
  readonly about: readonly string[];
}

/** A round's plan, as far as it decides whether the round can open. */
export interface RoundPlan {
  readonly year: number;
  readonly edition: {
    readonly adopted: boolean;
    readonly withdrawn: boolean;
    readonly effectiveFrom: string | null;
    readonly effectiveTo: string | null;
  } | null;
  /** Absent until the edition is adopted. */
  readonly scheme: Scheme | undefined;
  readonly unconfirmed: readonly RoundPart[];
  readonly participants: readonly { readonly body: string; readonly block: string | null; readonly type: string | null; readonly inForce: boolean }[];
  readonly exclusions: readonly { readonly body: string; readonly item: string; readonly decision?: string | null }[];
  readonly domainOwners: readonly AppraisalShare[];
  readonly steps: readonly StepTimes[];
  /** Bodies that appraise with fewer than two people, where the round wants a second person for a change beyond its threshold. */
  readonly appraisersAlone: readonly string[];
}

const unique = (list: readonly string[]): string[] => [...new Set(list)];

function aboutScheme({ scheme, participants, exclusions, domainOwners }: RoundPlan, say: (code: OpeningCode, about: readonly string[]) => void): void {
  if (!scheme) return;
  const items = itemsOfDomains(scheme.domains);
  const owned = new Set(domainOwners.map(({ domain }) => domain));
  // What the survey alone decides is appraised by nobody.
  const appraised = scheme.domains.filter((domain) => itemsOfDomains([domain]).some(({ source }) => source === 'appraised' || source === 'statistic'));
  const [domains, codes] = [new Set(scheme.domains.map(({ code }) => code)), new Set(items.map(({ code }) => code))];
  if (scheme.ranking.within === 'block')
    say(
      'blocksMissing',
      participants.filter(({ block }) => block === null).map(({ body }) => body),
    );
  if (items.some(({ appliesTo }) => appliesTo))
    say(
      'typesMissing',
      participants.filter(({ type }) => type === null).map(({ body }) => body),
    );
  say(
    'domainsWithoutOwner',
    appraised.map(({ code }) => code).filter((code) => !owned.has(code)),
  );
  const ofDomainsGiven = scheme.domains.filter(({ code }) => owned.has(code));
  const gaps = appraisalGaps({ domains: ofDomainsGiven }, domainOwners);
  say('itemsWithoutAppraiser', gaps.nobody);
  say('itemsOfSeveralAppraisers', gaps.several);
  say(
    'appraisedItemsUnknown',
    unique(domainOwners.flatMap(({ item }) => item ?? [])).filter((item) => !codes.has(item)),
  );
  say(
    'domainsUnknown',
    unique(domainOwners.map(({ domain }) => domain)).filter((domain) => !domains.has(domain)),
  );
  say(
    'excludedItemsUnknown',
    unique(exclusions.map(({ item }) => item)).filter((item) => !codes.has(item)),
  );
}

function aboutSteps({ steps }: RoundPlan, now: number, isWorking: (day: string) => boolean, say: (code: OpeningCode, about: readonly string[]) => void): void {
  const selfAssessment = steps.find(({ step }) => step === 'selfAssessment');
  const appraisal = steps.find(({ step }) => step === 'appraisal');
  const over = steps.filter(({ closes }) => closes <= now);
  if (!selfAssessment) say('noSelfAssessment', ['selfAssessment']);
  else if (selfAssessment.closes <= now) say('selfAssessmentOver', ['selfAssessment']);
  say(
    'stepsOver',
    over.map(({ step }) => step).filter((step) => step !== 'selfAssessment'),
  );
  if (selfAssessment && appraisal && appraisal.opens < selfAssessment.closes) say('appraisalBeforeClosing', ['appraisal']);
  say('stepsOutOfOrder', stepsOutOfOrder(steps));
  say(
    'closingOnDayOff',
    steps.filter(({ closes }) => !isWorking(deadlineDay(closes))).map(({ step }) => step),
  );
}

/** All that a round lacks to open, and all that deserves a look; `now` in milliseconds. Empty of what blocks: it can open. */
export function remarksOnOpening(plan: RoundPlan, now: number, isWorking: (day: string) => boolean): OpeningRemark[] {
  const remarks: OpeningRemark[] = [];
  const say = (code: OpeningCode, about: readonly string[]) => {
    if (about.length > 0) remarks.push({ code, blocks: (OPENING_LACKS as readonly string[]).includes(code), about });
  };
  const { edition, participants, year } = plan;
  if (!edition) say('noEdition', ['edition']);
  else if (!edition.adopted) say('editionNotAdopted', ['edition']);
  else if (edition.withdrawn) say('editionWithdrawn', ['edition']);
  else if ((edition.effectiveFrom ?? '') > `${year}-12-31` || (edition.effectiveTo !== null && edition.effectiveTo < `${year}-01-01`))
    say('editionNotInForce', ['edition']);
  if (participants.length === 0) say('noParticipants', ['participants']);
  say('unconfirmedParts', plan.unconfirmed);
  say('exclusionsWithoutDecision', unique(plan.exclusions.filter(({ decision }) => decision === null).map(({ item }) => item)));
  say(
    'bodiesNotInForce',
    participants.filter(({ inForce }) => !inForce).map(({ body }) => body),
  );
  say('appraisersAlone', plan.appraisersAlone);
  aboutScheme(plan, say);
  aboutSteps(plan, now, isWorking, say);
  return remarks;
}
