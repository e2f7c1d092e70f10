import { DECLARING, type Step } from '../round/steps.ts';
import { ROLES, type Role } from './roles.ts';

/** How the body of a membership must stand to what is asked for, and what must be known of that to tell. */
export const NEEDS = {
  anywhere: [],
  wholeInstallation: [],
  theBody: ['body'],
  aBodyAbove: ['bodiesAbove'],
  theRoundOwner: ['roundOwner'],
  aDomainOwner: ['domainOwners'],
  anAppraiserOfIt: ['itsAppraisers'],
  aDepartmentAtWork: ['departments'],
  itsDepartment: ['holders'],
  belowItsDepartment: ['belowHolders'],
  itsBringer: ['bringers'],
  aParticipant: ['participants'],
  aContributor: ['contributors'],
  aReaderOfEstimates: ['estimateReaders'],
} as const;
export type Relation = keyof typeof NEEDS;

/** Steps whose opening a right may wait for. */
export type Opening = Extract<Step, 'appraisal'>;

export interface Sentence {
  readonly roles: readonly Role[];
  readonly of: Relation;
  /** Not before this step has opened; undefined: at any time. */
  readonly since: Opening | undefined;
  /** Of an act that writes: only while one of these steps is open. It is asked once an act is known not to be said again. */
  readonly during?: readonly Step[];
}

const may = <R extends Relation>(roles: readonly Role[], of: R) => ({ roles, of, since: undefined }) as const;

/** All but interviewers, who see of a round what they take along and nothing else. */
const OFFICIALS: readonly Role[] = ROLES.filter((role) => role !== 'interviewer');
/** Whoever works for the body itself. */
const THE_BODY = may(['clerk', 'head'], 'theBody');
/** Whoever works in a department that has a part in the body's sheet. */
const ITS_DEPARTMENTS = may(['clerk', 'head'], 'aDepartmentAtWork');
/** Whoever sees what surveys gave: once it is released, or named by an owner; its points are sealed to all others (decision 0064). */
const READERS_OF_ESTIMATES = may(['council', 'auditor'], 'aReaderOfEstimates');
/** Whoever oversees the round. */
const THE_ROUND = may(['owner', 'council', 'auditor'], 'theRoundOwner');
const during = <S extends object>(steps: readonly Step[], sentence: S) => ({ ...sentence, during: steps }) as const;

/** Until appraisal opens, a sheet and all that belongs to it are the body's own work. */
const APPRAISERS = { ...may(['appraiser'], 'aDomainOwner'), since: 'appraisal' } as const;

/**
 * Who may do what, to what, since when. A person may where one of the act's sentences fits one of their memberships in force today.
 */
export const POLICIES = {
  /** Of oneself: one's data, tokens, sessions, second factor. */
  self: 'whoeverIsSignedIn',
  'body.read': 'whoeverIsSignedIn',
  'body.write': [may(['administrator'], 'wholeInstallation')],
  'dayOff.read': 'whoeverIsSignedIn',
  /** A person's own word: working days are counted by it in every round. */
  'dayOff.write': [may(['administrator'], 'wholeInstallation')],
  'person.read': [may(['administrator'], 'aBodyAbove'), may(['auditor'], 'wholeInstallation')],
  'person.write': [may(['administrator'], 'aBodyAbove')],
  'edition.read': 'whoeverIsSignedIn',
  /** Of a draft: by the owners of the body that wrote it. */
  'edition.write': [may(['owner'], 'theRoundOwner')],
  /** Brings the signed decision, asks for an edition to be adopted or withdrawn. */
  'edition.adopt': [may(['owner'], 'theRoundOwner')],
  /** As the second person of two: another owner; an administrator where there is none (decision 0145), which the database judges. */
  'edition.decideSecond': [may(['owner'], 'theRoundOwner'), may(['administrator'], 'wholeInstallation')],
  'round.read': 'whoeverIsSignedIn',
  'round.create': [may(['owner'], 'theRoundOwner')],
  'round.write': [may(['owner'], 'theRoundOwner')],
  /** What binds all in the round: its deadlines, what applies to whom, opening, closing, another edition. */
  'round.decide': [may(['owner'], 'theRoundOwner')],
  /** As the second person of two: another owner; an administrator where there is none (decision 0068), which the database judges. */
  'round.decideSecond': [may(['owner'], 'theRoundOwner'), may(['administrator'], 'wholeInstallation')],
  /** A round that is open, as something in which one has to do. */
  'round.work': [may(['clerk', 'head'], 'aParticipant'), may(['appraiser'], 'aDomainOwner'), may(['owner', 'council'], 'theRoundOwner')],
  /** Who is late, and the letter that urges them. */
  'round.urge': [may(['owner'], 'theRoundOwner')],
  /** What its owner sends: notices of the appraisal, letters and papers of the result. */
  'round.letters': [may(['owner'], 'theRoundOwner')],
  /** Reasons and explanations before they are published, with the personal data found in them, and what is masked. */
  'round.publish': [may(['owner'], 'theRoundOwner')],
  /** The whole of a closed round, to be filed. */
  'round.archive': [may(['owner', 'auditor'], 'theRoundOwner')],
  /** The index and ranks of a round that runs, by those who run it; nothing of it is published. */
  'round.result': [may(['owner'], 'theRoundOwner'), READERS_OF_ESTIMATES],
  /** Registers that all in the round can read: extensions, takeovers. */
  'round.register': [may(OFFICIALS, 'theRoundOwner'), may(OFFICIALS, 'aDomainOwner'), may(OFFICIALS, 'aParticipant')],
  /** What its owner says to all in the round: the plan, guidance, notices. Also for departments that have a part of a sheet. */
  'round.guidance': [may(OFFICIALS, 'theRoundOwner'), may(OFFICIALS, 'aDomainOwner'), may(OFFICIALS, 'aParticipant'), may(['clerk', 'head'], 'aContributor')],
  'sheet.list': [THE_ROUND, APPRAISERS],
  'sheet.read': [THE_BODY, ITS_DEPARTMENTS, THE_ROUND, APPRAISERS],
  /** What the body as a whole answers for: its report and sending, what was added up, the surveys' means. Not for its departments. */
  'sheet.readWhole': [THE_BODY, THE_ROUND, APPRAISERS],
  /** The progress board: all of it as the list of sheets; a body's people see their own row (server/src/capabilities/progress/view.ts). */
  'board.read': [THE_ROUND, APPRAISERS, may(['clerk', 'head'], 'aParticipant')],
  /** The ranking of a round that runs: all of it as the list of sheets; to whoever takes part as its owner has chosen (decision 0090). */
  'ranking.read': [THE_ROUND, APPRAISERS, may(['clerk', 'head'], 'aParticipant')],
  'sheet.declare': [during(DECLARING, THE_BODY)],
  /** For the body itself, or for the part that one's department has in hand: what is entered there is a proposal. */
  'sheet.enter': [during(DECLARING, THE_BODY), during(DECLARING, ITS_DEPARTMENTS)],
  /** Accepts or returns a department's part: its leader, the head of a division before, the body itself after. */
  'part.decide': [during(DECLARING, may(['head'], 'aDepartmentAtWork')), during(DECLARING, THE_BODY)],
  /** What stays between a body and a department of one item or figure: its proposals, its note, what was told of them. Not for the departments beside. */
  'part.read': [THE_BODY, may(['clerk', 'head'], 'itsDepartment'), may(['clerk', 'head'], 'belowItsDepartment')],
  /** Of one item or figure that departments have in hand: entering it, and deciding on it as which of the three deciders. */
  'part.enter': [may(['clerk', 'head'], 'itsDepartment'), may(['clerk', 'head'], 'belowItsDepartment')],
  'part.decideAsLeader': [may(['head'], 'itsDepartment')],
  'part.decideForBody': [THE_BODY],
  'part.decideForDivision': [may(['head'], 'belowItsDepartment')],
  /** Brings a department's own part before its leader, or takes that back; of which item or figure is said by `part.enter`. */
  'part.submit': [during(DECLARING, ITS_DEPARTMENTS)],
  'assignment.read': [THE_BODY, ITS_DEPARTMENTS, may(['owner', 'auditor'], 'theRoundOwner')],
  'assignment.write': [THE_BODY],
  'sheet.freeze': [may(['head'], 'theBody')],
  /** Sends the signed report; takes it back. */
  'sheet.send': [THE_BODY],
  'sheet.takeBack': [may(['head'], 'theBody')],
  /** Lets a report in that nobody's signature can be read of. */
  'sheet.permit': [may(['owner'], 'theRoundOwner')],
  'sheet.reopen': [may(['owner'], 'theRoundOwner')],
  /** Where both steps are open, a verdict belongs to the second appraisal. */
  'sheet.appraise': [during(['secondAppraisal', 'appraisal'], may(['appraiser'], 'anAppraiserOfIt'))],
  /** Asks for an explanation: with a verdict or without one. */
  'sheet.ask': [during(['appraisal'], may(['appraiser'], 'anAppraiserOfIt'))],
  /** What a body answers to its verdicts: written by its people, frozen by its head, sent signed. */
  'sheet.explain': [during(['explanation'], THE_BODY)],
  /** A department's part of it: written and submitted by its people, decided on as a part of the sheet is; of which item is said by `part.enter`. */
  'part.explain': [during(['explanation'], THE_BODY), during(['explanation'], ITS_DEPARTMENTS)],
  'sheet.freezeExplanation': [during(['explanation'], may(['head'], 'theBody'))],
  'sheet.sendExplanation': [during(['explanation'], THE_BODY)],
  /** What a body still contests, by its head: between the notice of the second appraisal and the council (core/src/round/disputing.ts). */
  'sheet.dispute': [may(['head'], 'theBody')],
  /** Sessions of the council: led by its secretariat, the people of the round's owner; voted in by its members. */
  'council.read': [THE_ROUND],
  'council.write': [may(['owner'], 'theRoundOwner')],
  'council.vote': [may(['council'], 'theRoundOwner')],
  /** Records what a session has voted for: an entry of the council's, in its step. */
  'council.conclude': [during(['council'], may(['owner'], 'theRoundOwner'))],
  /** How well items are appraised, and the sample that is marked a second time: drawn by the owner, marked by appraisers who see no first mark (decision 0113). */
  'quality.read': [may(['owner', 'auditor'], 'theRoundOwner')],
  'quality.draw': [may(['owner'], 'theRoundOwner')],
  'quality.mark': [APPRAISERS],
  /** Gives the appraisal of a body to its people: its leader, or the owner of the round. */
  'appraisal.distribute': [may(['head'], 'aDomainOwner'), may(['owner'], 'theRoundOwner')],
  /** Of oneself, as one who decides in the round; of others who do, by its owner, who alone lifts one. A person's own word. */
  'interest.declare': [may(['appraiser'], 'aDomainOwner'), may(['council', 'owner'], 'theRoundOwner')],
  'interest.record': [may(['owner'], 'theRoundOwner')],
  /** Threads between a body and those who appraise it; and those of the body alone, which no right of the ministry reaches. */
  'comment.read': [THE_BODY, ITS_DEPARTMENTS, THE_ROUND, APPRAISERS],
  'comment.shared': [THE_BODY, may(['owner', 'council'], 'theRoundOwner'), APPRAISERS],
  /** In a thread of some kind: a department among the body's own, never with those who appraise it. */
  'comment.write': [THE_BODY, ITS_DEPARTMENTS, may(['owner', 'council'], 'theRoundOwner'), APPRAISERS],
  'comment.inside': [THE_BODY, ITS_DEPARTMENTS],
  'question.ask': [THE_BODY],
  /** What a body does about the points that it lost, once its round is closed. */
  'improvement.write': [THE_BODY],
  'evidence.read': [THE_BODY, ITS_DEPARTMENTS, THE_ROUND, APPRAISERS],
  'evidence.write': [during([...DECLARING, 'explanation'], THE_BODY), during([...DECLARING, 'explanation'], ITS_DEPARTMENTS)],
  /** Brings a file into the library: its own people; and whoever appraises, what they bring home from a check on site (decision 0112). */
  'evidence.upload': [
    during([...DECLARING, 'explanation'], THE_BODY),
    during([...DECLARING, 'explanation'], ITS_DEPARTMENTS),
    during(['secondAppraisal', 'appraisal'], may(['appraiser'], 'aDomainOwner')),
  ],
  /** What is said of a document, and a new version of it: for the body itself, and for the department that brought it. */
  'evidence.change': [during(DECLARING, THE_BODY), during(DECLARING, may(['clerk', 'head'], 'itsBringer'))],
  /** Out of the library: for the body's own people, whoever of it brought it; and for an appraiser what they brought by mistake (decision 0122). */
  'evidence.withdraw': [during(DECLARING, THE_BODY), during(['secondAppraisal', 'appraisal'], may(['appraiser'], 'aDomainOwner'))],
  /** Who may see a document: closed by anybody of the body. A person's own word, as all that follows here. */
  'evidence.access': [THE_BODY],
  /** That a document may be published is the decision of the body's head. */
  'evidence.release': [may(['head'], 'theBody')],
  /** What holds personal data: for the body itself, the council, and those who appraise an item that cites it. */
  'evidence.readPersonal': [THE_BODY, may(['council'], 'theRoundOwner'), may(['appraiser'], 'anAppraiserOfIt')],
  /** Papers that came by the secret mail are held against the claim by those who judge it. */
  'evidence.compare': [APPRAISERS, may(['council'], 'theRoundOwner')],
  /** A document that must not be here: who comes upon it asks, and somebody else above decides. */
  'removal.ask': [THE_BODY, may(['owner'], 'theRoundOwner'), may(['administrator'], 'wholeInstallation')],
  'removal.decide': [may(['owner'], 'theRoundOwner'), may(['administrator'], 'wholeInstallation')],
  /** One of the two asks, the other decides. */
  'purge.ask': [may(['owner'], 'theRoundOwner'), may(['administrator'], 'wholeInstallation')],
  'purge.decide': [may(['owner'], 'theRoundOwner'), may(['administrator'], 'wholeInstallation')],
  'retention.read': [may(['administrator', 'auditor'], 'wholeInstallation'), may(['owner'], 'anywhere')],
  'retention.write': [may(['administrator'], 'wholeInstallation')],
  /** Figures from elsewhere for all bodies of a round. */
  'delivery.read': [may(['owner'], 'theRoundOwner'), READERS_OF_ESTIMATES],
  'delivery.write': [may(['owner'], 'theRoundOwner')],
  /** That what a batch brought replaces what bodies entered. A person's own word. */
  'delivery.decide': [may(['owner'], 'theRoundOwner')],
  /** Who sees what surveys gave before it is released, and its release (decision 0072): binds all in the round. A person's own word. */
  'estimates.decide': [may(['owner'], 'theRoundOwner')],
  /** How a survey stands: its forms, and its progress by body and group; a body's people see their own row, and never who has answered. */
  'survey.read': [may(['owner', 'auditor'], 'theRoundOwner'), may(['clerk', 'head'], 'aParticipant')],
  /** How it goes, of all bodies: counts of groups, response rates, days. */
  'survey.watch': [may(['owner', 'auditor'], 'theRoundOwner')],
  /** Opens a survey, makes the links to its forms, closes it. A person's own word, as all that follows here. */
  'survey.lead': [may(['owner'], 'theRoundOwner')],
  /** Declares the draw of a sample, enters the seed, withdraws the draw. A person's own word. */
  'survey.draw': [may(['owner'], 'theRoundOwner')],
  /** Forms that were noticed, with their answers and nobody's name; accepts them or sets them aside. A person's own word. */
  'survey.review': [may(['owner'], 'theRoundOwner')],
  /** Whom the sample names, and all that it was drawn from; its declaration and numbers are read by all who read the survey. */
  'survey.readSample': [may(['owner', 'auditor'], 'theRoundOwner')],
  /** Declares how addresses are visited, lists them, gives them to interviewers, decides of interviews that came late. A person's own word. */
  'fieldwork.lead': [may(['owner'], 'theRoundOwner')],
  /** Visits addresses that were given to oneself, whatever body one belongs to: which, the database judges. */
  'fieldwork.interview': [may(['interviewer'], 'anywhere')],
  /** Whom a body has listed, with how they are reached. */
  'respondents.read': [THE_BODY, may(['owner'], 'theRoundOwner')],
  'respondents.write': [THE_BODY],
  /** That the body stands for its list, by a signed document. */
  'respondents.confirm': [THE_BODY],
  /** Somebody in the place of somebody listed: by the owner alone once links are made. */
  'respondents.replace': [THE_BODY, may(['owner'], 'theRoundOwner')],
  'audit.read': [may(['administrator', 'auditor'], 'wholeInstallation')],
  'operation.read': [may(['administrator'], 'wholeInstallation')],
  /** Mails that have not gone, with names and addresses; and what becomes of them. A person's own word. */
  'mail.read': [may(['administrator'], 'wholeInstallation')],
  'mail.decide': [may(['administrator'], 'wholeInstallation')],
} as const satisfies Readonly<Record<string, readonly Sentence[] | 'whoeverIsSignedIn'>>;

export type Permission = keyof typeof POLICIES;

/**
 * By what a token may write: it works with data. What binds others, who one is and what one may are a person's own acts; so
 * are the plan of a round, which says who sees which sheets, under which body another stands, which says the same of people, and
 * days off, by which deadlines and warnings are counted.
 */
const TOKEN_WRITES: readonly Permission[] = [
  ...(['sheet.declare', 'sheet.enter', 'evidence.write', 'evidence.upload', 'evidence.change', 'evidence.withdraw', 'delivery.write'] as const),
  ...(['edition.write', 'round.create', 'round.urge'] as const),
];

/** What counts by its moment, or binds others from then on: not done by a server that does not know what time it is. */
const COUNTS_BY_MOMENT: readonly Permission[] = [
  ...([
    'sheet.freeze',
    'sheet.send',
    'sheet.takeBack',
    'sheet.permit',
    'sheet.reopen',
    'sheet.appraise',
    'council.vote',
    'council.conclude',
    'quality.draw',
    'quality.mark',
  ] as const),
  'survey.draw',
  'survey.review',
  ...(['sheet.ask', 'part.explain', 'sheet.freezeExplanation', 'sheet.sendExplanation'] as const),
  ...([
    'round.decide',
    'round.decideSecond',
    'estimates.decide',
    'edition.adopt',
    'edition.decideSecond',
    'part.decide',
    'evidence.release',
    'removal.decide',
    'purge.decide',
    'retention.write',
  ] as const),
];

/** Whether a right to write is used for acts that count by their moment. */
export const countsByMoment = (permission: Permission): boolean => COUNTS_BY_MOMENT.includes(permission);

/** What no token reads: other people's personal data, and the trail, which holds addresses of all. */
const NOT_READ_BY_TOKEN: readonly Permission[] = [
  'person.read',
  'audit.read',
  'mail.read',
  'evidence.readPersonal',
  'round.archive',
  'round.publish',
  'respondents.read',
  'fieldwork.interview',
];

/** Whether a right to write can be used by a token. */
export const tokenMayWrite = (permission: Permission): boolean => TOKEN_WRITES.includes(permission);

/** Whether a right to read can be used by a token. */
export const tokenMayRead = (permission: Permission): boolean => !NOT_READ_BY_TOKEN.includes(permission);
