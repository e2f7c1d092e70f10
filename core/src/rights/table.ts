import { ROLES, type Role } from './roles.ts';

/** How the body of a membership must stand to what is asked for. */
export const RELATIONS = [
  'anywhere',
  'theBody',
  'aBodyAbove',
  'theRoundOwner',
  'aDomainOwner',
  'aDepartmentAtWork',
  'aParticipant',
  'wholeInstallation',
] as const;
export type Relation = (typeof RELATIONS)[number];

interface Sentence {
  readonly roles: readonly Role[];
  readonly of: Relation;
}

const may = (roles: readonly Role[], of: Relation): Sentence => ({ roles, of });

/**
 * Who may do what, to what. A person may where one of the act's sentences fits one of their memberships in force today.
 * When a thing may be done is the calendar's matter (core/src/round), not this table's.
 */
export const POLICIES = {
  /** Of oneself: one's data, tokens, sessions, second factor. */
  self: 'whoeverIsSignedIn',
  'body.read': 'whoeverIsSignedIn',
  'body.write': [may(['administrator'], 'wholeInstallation')],
  'dayOff.read': 'whoeverIsSignedIn',
  'dayOff.write': [may(['administrator'], 'wholeInstallation')],
  'person.read': [may(['administrator'], 'aBodyAbove'), may(['auditor'], 'wholeInstallation')],
  'person.write': [may(['administrator'], 'aBodyAbove')],
  'edition.read': 'whoeverIsSignedIn',
  /** Of a draft: by the owners of the body that wrote it. */
  'edition.write': [may(['owner'], 'theRoundOwner')],
  'round.read': 'whoeverIsSignedIn',
  'round.create': [may(['owner'], 'theRoundOwner')],
  'round.write': [may(['owner'], 'theRoundOwner')],
  /** Who is late, and the letter that urges them. */
  'round.urge': [may(['owner'], 'theRoundOwner')],
  /** The whole of a closed round, to be filed. */
  'round.archive': [may(['owner', 'auditor'], 'theRoundOwner')],
  /** The index and ranks of a round that runs, by those who run it; nothing of it is published. */
  'round.result': [may(['owner', 'council', 'auditor'], 'theRoundOwner')],
  /** Registers that all in the round can read: extensions, takeovers. */
  'round.register': [may(ROLES, 'theRoundOwner'), may(ROLES, 'aDomainOwner'), may(ROLES, 'aParticipant')],
  'sheet.list': [may(['owner', 'council', 'auditor'], 'theRoundOwner'), may(['appraiser'], 'aDomainOwner')],
  'sheet.read': [
    may(['clerk', 'head'], 'theBody'),
    may(['clerk', 'head'], 'aDepartmentAtWork'),
    may(['owner', 'council', 'auditor'], 'theRoundOwner'),
    may(['appraiser'], 'aDomainOwner'),
  ],
  /** The progress board: all of it as the list of sheets; a body's people see their own row (server/src/capabilities/progress/view.ts). */
  'board.read': [may(['owner', 'council', 'auditor'], 'theRoundOwner'), may(['appraiser'], 'aDomainOwner'), may(['clerk', 'head'], 'aParticipant')],
  'sheet.declare': [may(['clerk', 'head'], 'theBody')],
  /** For the body itself, or for the part that one's department has in hand: what is entered there is a proposal. */
  'sheet.enter': [may(['clerk', 'head'], 'theBody'), may(['clerk', 'head'], 'aDepartmentAtWork')],
  /** Accepts or returns a department's part: its leader, the head of a division before, the body itself after. */
  'part.decide': [may(['head'], 'aDepartmentAtWork'), may(['clerk', 'head'], 'theBody')],
  'assignment.read': [may(['clerk', 'head'], 'theBody'), may(['clerk', 'head'], 'aDepartmentAtWork'), may(['owner', 'auditor'], 'theRoundOwner')],
  'assignment.write': [may(['clerk', 'head'], 'theBody')],
  'sheet.freeze': [may(['head'], 'theBody')],
  /** Sends the signed report; takes it back. */
  'sheet.send': [may(['clerk', 'head'], 'theBody')],
  'sheet.takeBack': [may(['head'], 'theBody')],
  /** Lets a report in that nobody's signature can be read of. */
  'sheet.permit': [may(['owner'], 'theRoundOwner')],
  'sheet.reopen': [may(['owner'], 'theRoundOwner')],
  'sheet.appraise': [may(['appraiser'], 'aDomainOwner')],
  'sheet.conclude': [may(['council'], 'theRoundOwner')],
  /** Threads between a body and those who appraise it; and those of the body alone, which no right of the ministry reaches. */
  'comment.read': [
    may(['clerk', 'head'], 'theBody'),
    may(['clerk', 'head'], 'aDepartmentAtWork'),
    may(['owner', 'council', 'auditor'], 'theRoundOwner'),
    may(['appraiser'], 'aDomainOwner'),
  ],
  'comment.shared': [may(['clerk', 'head'], 'theBody'), may(['owner', 'council'], 'theRoundOwner'), may(['appraiser'], 'aDomainOwner')],
  /** In a thread of some kind: a department among the body's own, never with those who appraise it. */
  'comment.write': [
    may(['clerk', 'head'], 'theBody'),
    may(['clerk', 'head'], 'aDepartmentAtWork'),
    may(['owner', 'council'], 'theRoundOwner'),
    may(['appraiser'], 'aDomainOwner'),
  ],
  'comment.inside': [may(['clerk', 'head'], 'theBody'), may(['clerk', 'head'], 'aDepartmentAtWork')],
  'question.ask': [may(['clerk', 'head'], 'theBody')],
  'evidence.read': [
    may(['clerk', 'head'], 'theBody'),
    may(['clerk', 'head'], 'aDepartmentAtWork'),
    may(['owner', 'council', 'auditor'], 'theRoundOwner'),
    may(['appraiser'], 'aDomainOwner'),
  ],
  'evidence.write': [may(['clerk', 'head'], 'theBody'), may(['clerk', 'head'], 'aDepartmentAtWork')],
  /** Out of the library, whoever brought it: for the body's own people. */
  'evidence.withdraw': [may(['clerk', 'head'], 'theBody')],
  /** Who may see a document: closed by anybody of the body. A person's own word, as all that follows here. */
  'evidence.access': [may(['clerk', 'head'], 'theBody')],
  /** That a document may be published is the decision of the body's head. */
  'evidence.release': [may(['head'], 'theBody')],
  /** Papers that came by the secret mail are held against the claim by those who judge it. */
  'evidence.compare': [may(['appraiser'], 'aDomainOwner'), may(['council'], 'theRoundOwner')],
  /** A document that must not be here: who comes upon it asks, and somebody else above decides. */
  'removal.ask': [may(['clerk', 'head'], 'theBody'), may(['owner'], 'theRoundOwner'), may(['administrator'], 'wholeInstallation')],
  'removal.decide': [may(['owner'], 'theRoundOwner'), may(['administrator'], 'wholeInstallation')],
  /** One of the two asks, the other decides. */
  'purge.ask': [may(['owner'], 'theRoundOwner'), may(['administrator'], 'wholeInstallation')],
  'purge.decide': [may(['owner'], 'theRoundOwner'), may(['administrator'], 'wholeInstallation')],
  'retention.read': [may(['administrator', 'auditor'], 'wholeInstallation'), may(['owner'], 'anywhere')],
  'retention.write': [may(['administrator'], 'wholeInstallation')],
  /** Figures from elsewhere for all bodies of a round. */
  'delivery.read': [may(['owner', 'council', 'auditor'], 'theRoundOwner')],
  'delivery.write': [may(['owner'], 'theRoundOwner')],
  'audit.read': [may(['administrator', 'auditor'], 'wholeInstallation')],
  'operation.read': [may(['administrator'], 'wholeInstallation')],
  /** Mails that have not gone, with names and addresses; and what becomes of them. A person's own word. */
  'mail.read': [may(['administrator'], 'wholeInstallation')],
  'mail.decide': [may(['administrator'], 'wholeInstallation')],
} as const satisfies Readonly<Record<string, readonly Sentence[] | 'whoeverIsSignedIn'>>;

export type Permission = keyof typeof POLICIES;
