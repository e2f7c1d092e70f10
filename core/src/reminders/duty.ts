import type { EditionRequestKind } from '../contracts/schemas/edition-requests.ts';
import type { RoundRequestKind } from '../contracts/schemas/round-requests.ts';
import type { SecondPersonDecision } from '../rights/second-person.ts';
import { explanationAfter, type GrantedExtension, type SheetState, type Step, type StepTimes, type WholeExplanationAct } from '../round/index.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A step's times with how often they were changed. */
export interface PlannedStep extends StepTimes {
  readonly version: number;
}

export interface PlannedExtension extends GrantedExtension {
  readonly id: string;
}

export interface RemindedSheet extends Named {
  readonly state: SheetState;
  /** The entry that opened it again last. */
  readonly reopened: string | null;
  /** The last act on its explanation as a whole. */
  readonly explanation: WholeExplanationAct | null;
}

/** An open round, as far as reminders hang on it; moments in milliseconds. */
export interface RemindedRound {
  readonly id: string;
  readonly title: string;
  readonly ownerBody: Named;
  readonly steps: readonly PlannedStep[];
  readonly extensions: readonly PlannedExtension[];
  /** Bodies that appraise in it. */
  readonly appraisers: readonly Named[];
  readonly sheets: readonly RemindedSheet[];
  /** What departments have in hand in open sheets, taken together by who has it and until when. */
  readonly parts: readonly RemindedPart[];
  /** Likewise of explanations that are open: items that were decided otherwise than claimed, or asked about. */
  readonly replies: readonly RemindedPart[];
}

export interface RemindedPart {
  readonly body: Named;
  readonly to: string;
  /** Whom it was given to, where that was said. */
  readonly person: string | null;
  readonly due: number | null;
  /** How many of them their leader has not approved. */
  readonly open: number;
  readonly returned: readonly { readonly kind: 'item' | 'figure'; readonly target: string; readonly seq: number }[];
}

export interface HeldRole {
  readonly role: string;
  readonly body: string;
}

/** What a person is reminded of something in. */
export const REMINDED_ABOUT = ['round', 'edition'] as const;
export interface RemindedAbout {
  readonly kind: (typeof REMINDED_ABOUT)[number];
  readonly id: string;
  readonly title: string;
}

/** How a second person decided. */
interface Decided {
  readonly decision: SecondPersonDecision;
  readonly note: string | null;
  readonly by: string;
}

/** What an owner asked for of a round or an edition, and another person decides. */
export interface AskedOfOwner {
  readonly kind: RoundRequestKind | EditionRequestKind;
  readonly by: string;
  readonly reason: string | null;
  /** Absent or null: it waits. */
  readonly decided?: Decided | null;
}

export interface RemindedRequest extends AskedOfOwner {
  readonly id: string;
  readonly about: RemindedAbout;
  /** The owner of the round, or of the edition. */
  readonly body: Named;
  readonly asked: number;
  readonly lapses: number;
  readonly decided: (Decided & { readonly at: number }) | null;
}

export interface RemindedPerson {
  readonly account: string;
  readonly offices: readonly HeldRole[];
  /** What waits for them as the second person, and what they asked for themselves and was just decided. */
  readonly requests: readonly RemindedRequest[];
}

/** Something that a person has to end by a moment. */
export interface Duty {
  /** The same for as long as it is the same duty, whatever its closing: "minh-hoa-2022/tinh-minh-hoa-01/selfAssessment". */
  readonly id: string;
  readonly about: RemindedAbout;
  readonly body: Named;
  /** Null where it is no work of a step. */
  readonly step: Step | null;
  readonly part: RemindedPart | null;
  /** What is to be decided as the second person, or was decided of what one asked for. */
  readonly asked: AskedOfOwner | null;
  readonly opens: number;
  readonly closes: number;
  /** Grows with every change of its times. */
  readonly changes: number;
  readonly done: boolean;
  /** Whether the product knows when it is done, so that it may say that it is not. */
  readonly knowsDone: boolean;
  readonly extensions: readonly PlannedExtension[];
  readonly reopened: string | null;
}

/** Who has to end a step: people of the sheet's body, those who appraise, the council, the owner; null: nobody by a deadline. */
const WHOSE: Readonly<Record<Step, 'sheet' | 'appraiser' | 'council' | 'owner' | null>> = {
  // Declared all year: its end is no deadline, as the self-assessment follows.
  monitoring: null,
  selfAssessment: 'sheet',
  appraisal: 'appraiser',
  explanation: 'sheet',
  secondAppraisal: 'appraiser',
  survey: 'owner',
  council: 'council',
  publication: 'owner',
};

const OF_A_SHEET: readonly string[] = ['clerk', 'head'];

const reaching = (step: PlannedStep, extensions: readonly PlannedExtension[], body: string) =>
  extensions.filter((extension) => extension.step === step.step && (extension.body ?? body) === body);

/** When a step closes for a body as a whole, and how often that was changed. */
function timesFor(step: PlannedStep, extensions: readonly PlannedExtension[], body: string) {
  const reached = reaching(step, extensions, body);
  const whole = reached.filter(({ item }) => item === null);
  return {
    opens: step.opens,
    closes: Math.max(step.closes, ...whole.map(({ until }) => until)),
    changes: step.version + whole.length,
    extensions: reached,
  };
}

const aboutRound = ({ id, title }: RemindedRound): RemindedAbout => ({ kind: 'round', id, title });

function dutiesOfSheets(round: RemindedRound, step: PlannedStep, bodies: ReadonlySet<string>): Duty[] {
  return round.sheets
    .filter(({ id }) => bodies.has(id))
    .map(({ id, name, state, reopened, explanation }) => ({
      id: `${round.id}/${id}/${step.step}`,
      about: aboutRound(round),
      body: { id, name },
      step: step.step,
      part: null,
      asked: null,
      ...timesFor(step, round.extensions, id),
      done: step.step === 'explanation' ? explanationAfter(explanation) === 'sent' : step.step === 'selfAssessment' && state !== 'open',
      // What was opened again has an end of its own, which the calendar does not tell; and whoever has nothing to explain is not late with it.
      knowsDone: step.step === 'selfAssessment' && reopened === null,
      reopened: step.step === 'selfAssessment' && state === 'open' ? reopened : null,
    }));
}

function dutiesOfParts(round: RemindedRound, step: PlannedStep, { account, offices }: RemindedPerson): Duty[] {
  const concerns = ({ to, person }: RemindedPart) =>
    offices.some(({ role, body }) => body === to && (role === 'head' || (role === 'clerk' && (person === null || person === account))));
  return (step.step === 'explanation' ? round.replies : round.parts).filter(concerns).map((part) => {
    const times = timesFor(step, round.extensions, part.body.id);
    return {
      id: `${round.id}/${part.body.id}/${step.step}/${part.to}${part.person === null ? '' : `/${part.person}`}${part.due === null ? '' : `/${part.due}`}`,
      about: aboutRound(round),
      body: part.body,
      step: step.step,
      part,
      asked: null,
      ...times,
      closes: part.due ?? times.closes,
      // A term of its own is not moved by the calendar.
      extensions: part.due === null ? times.extensions : [],
      done: part.open === 0,
      // What is not explained in time stands, and nobody is late with it.
      knowsDone: step.step !== 'explanation',
      reopened: null,
    };
  });
}

const dutiesOfRequests = ({ requests }: RemindedPerson): Duty[] =>
  requests.map(({ id, about, body, kind, by, reason, asked, lapses, decided }) => ({
    ...{ id: `${about.id}/${id}`, about, body, step: null, part: null, asked: { kind, by, reason, decided } },
    // What is decided has no end any more to be in time for.
    ...{ opens: decided?.at ?? asked, closes: decided?.at ?? lapses },
    ...{ extensions: [], changes: 0, done: false, knowsDone: false, reopened: null },
  }));

/** What a person has to decide, or asked for, and has to end in open rounds by the offices that they hold; each once. */
export function dutiesOf(person: RemindedPerson, rounds: readonly RemindedRound[]): Duty[] {
  const bodiesAs = (...roles: string[]) => new Set(person.offices.flatMap(({ role, body }) => (roles.includes(role) ? [body] : [])));
  const duties = rounds.flatMap((round) =>
    round.steps.flatMap((step): Duty[] => {
      const whose = WHOSE[step.step];
      if (whose === null) return [];
      if (whose === 'sheet') {
        const own = dutiesOfSheets(round, step, bodiesAs(...OF_A_SHEET));
        return step.step === 'monitoring' ? own : [...own, ...dutiesOfParts(round, step, person)];
      }
      const bodies = bodiesAs(whose);
      const concerned = whose === 'appraiser' ? round.appraisers : [round.ownerBody];
      return concerned
        .filter(({ id }) => bodies.has(id))
        .map((body) => ({
          id: `${round.id}/${body.id}/${step.step}`,
          about: aboutRound(round),
          body,
          step: step.step,
          part: null,
          asked: null,
          ...timesFor(step, round.extensions, body.id),
          done: false,
          knowsDone: false,
          reopened: null,
        }));
    }),
  );
  return [...new Map([...dutiesOfRequests(person), ...duties].map((duty) => [duty.id, duty])).values()];
}
