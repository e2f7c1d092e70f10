import { hasOpened, type Step } from '../round/steps.ts';
import type { Role } from './roles.ts';
import { type NEEDS, type Opening, type Permission, POLICIES, type Relation, type Sentence } from './table.ts';

export interface Membership {
  readonly id: string;
  /** null: the whole installation. */
  readonly body: string | null;
  readonly role: Role;
}

/** A step as it is dated in a round, its moments as ISO 8601. */
export interface DatedStep {
  readonly step: Step;
  readonly opens: string;
  readonly closes: string;
}

/** What an act is done to, as far as rights hang on it. */
export interface Subject {
  readonly body: string;
  /** The body and all above it, on the day. */
  readonly bodiesAbove: readonly string[];
  /** null: nobody's yet, and nobody has a right as its owner. */
  readonly roundOwner: string | null;
  readonly domainOwners: readonly string[];
  /** Of those, who appraise the item, or one in which the figure counts. */
  readonly itsAppraisers: readonly string[];
  /** That have a part in the body's sheet, with all below them. */
  readonly departments: readonly string[];
  /** Departments that have the item or figure in hand. */
  readonly holders: readonly string[];
  /** The asker's bodies that stand below one of those. */
  readonly belowHolders: readonly string[];
  /** The asker's bodies that belong to the department that brought the document. */
  readonly bringers: readonly string[];
  /** Bodies that take part in the round, as far as the asker belongs to them. */
  readonly participants: readonly string[];
  /** Bodies of which a department has a part in some sheet of the round, with all below, as far as the asker belongs to them. */
  readonly contributors: readonly string[];
  /** The asker's memberships by which they see what surveys gave in the round. */
  readonly estimateReaders: readonly string[];
  /** The steps of the round, and the moment at which it is asked. */
  readonly calendar: { readonly steps: readonly DatedStep[]; readonly moment: Date };
}

type SentenceOf<P extends Permission> = P extends Permission ? ((typeof POLICIES)[P] extends readonly (infer S)[] ? S : never) : never;
type FieldsOf<S> = S extends Sentence ? (typeof NEEDS)[S['of']][number] | (S['since'] extends Opening ? 'calendar' : never) : never;

/** What must be known of a subject before a right on it can be judged: leaving out what a right hangs on does not compile. */
export type SubjectOf<P extends Permission> = { readonly [F in FieldsOf<SentenceOf<P>>]: Subject[F] };

function relates({ id, body }: Membership, of: Relation, subject: Partial<Subject>): boolean {
  switch (of) {
    case 'anywhere':
      return true;
    case 'wholeInstallation':
      return body === null;
    case 'theBody':
      return body !== null && body === subject.body;
    case 'aBodyAbove':
      return body === null || subject.bodiesAbove?.includes(body) === true;
    case 'theRoundOwner':
      return typeof subject.roundOwner === 'string' && (body === null || body === subject.roundOwner);
    case 'aDomainOwner':
      return body !== null && subject.domainOwners?.includes(body) === true;
    case 'anAppraiserOfIt':
      return body !== null && subject.itsAppraisers?.includes(body) === true;
    case 'aDepartmentAtWork':
      return body !== null && subject.departments?.includes(body) === true;
    case 'itsDepartment':
      return body !== null && subject.holders?.includes(body) === true;
    case 'belowItsDepartment':
      return body !== null && subject.belowHolders?.includes(body) === true;
    case 'itsBringer':
      return body !== null && subject.bringers?.includes(body) === true;
    case 'aReaderOfEstimates':
      return subject.estimateReaders?.includes(id) === true;
    case 'aParticipant':
      return body !== null && subject.participants?.includes(body) === true;
    case 'aContributor':
      return body !== null && subject.contributors?.includes(body) === true;
  }
}

const isOpened = (step: Opening, { calendar }: Partial<Subject>): boolean =>
  calendar !== undefined && hasOpened(calendar.steps, step, calendar.moment.getTime());

/** What a right on a subject comes to: by which membership; or none, and the step whose opening it waits for where it waits for one. */
export type Judged = { readonly by: Membership | undefined } | { readonly refused: true; readonly until: Opening | undefined };

/** Judges a right on a subject of which all is known that it hangs on. */
export function judgeRight(memberships: readonly Membership[], permission: Permission, subject: Partial<Subject>): Judged {
  const sentences: readonly Sentence[] | 'whoeverIsSignedIn' = POLICIES[permission];
  if (sentences === 'whoeverIsSignedIn') return { by: memberships[0] };
  const fitting = memberships.flatMap((by) =>
    sentences.filter(({ roles, of }) => roles.includes(by.role) && relates(by, of, subject)).map(({ since }) => ({ by, since })),
  );
  const now = fitting.find(({ since }) => since === undefined || isOpened(since, subject));
  return now ? { by: now.by } : { refused: true, until: fitting[0]?.since };
}

/** The membership by which somebody may do it to the subject; undefined where none allows it. */
export function actingMembership<P extends Permission>(memberships: readonly Membership[], permission: P, subject: SubjectOf<P>): Membership | undefined {
  const judged = judgeRight(memberships, permission, subject);
  return 'by' in judged ? judged.by : undefined;
}

/** Whether somebody signed in, with these memberships in force, may do it to the subject. */
export const may = <P extends Permission>(memberships: readonly Membership[], permission: P, subject: SubjectOf<P>): boolean =>
  'by' in judgeRight(memberships, permission, subject);

/** Whether some subject could be there to which somebody may do it: what they plainly lack is not offered. */
export function mayAnywhere(memberships: readonly Pick<Membership, 'role' | 'body'>[], permission: Permission): boolean {
  const sentences: readonly Sentence[] | 'whoeverIsSignedIn' = POLICIES[permission];
  return (
    sentences === 'whoeverIsSignedIn' ||
    memberships.some(({ role, body }) => sentences.some(({ roles, of }) => roles.includes(role) && (of !== 'wholeInstallation' || body === null)))
  );
}

/** The steps in one of which an act must be done, the one that it then belongs to first; none where the calendar leaves it free. */
export function stepsOf(permission: Permission): readonly Step[] {
  const sentences: readonly Sentence[] | 'whoeverIsSignedIn' = POLICIES[permission];
  return sentences === 'whoeverIsSignedIn' ? [] : [...new Set(sentences.flatMap(({ during }) => during ?? []))];
}

/** The bodies by a role in which somebody may it to some subject. */
export const bodiesWith = (memberships: readonly Pick<Membership, 'role' | 'body'>[], permission: Permission): string[] => [
  ...new Set(memberships.flatMap((membership) => (membership.body !== null && mayAnywhere([membership], permission) ? [membership.body] : []))),
];

/** The bodies in which somebody does a body's own work. */
export const bodiesAtWork = (memberships: readonly Pick<Membership, 'role' | 'body'>[]): string[] => bodiesWith(memberships, 'sheet.declare');
