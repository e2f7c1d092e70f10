import { z } from 'zod';
import { REPLY_KINDS } from '../../appraisal/explanation.ts';
import { AGENDA_MOVES, AGENDA_STATES, SESSION_MOVES, SESSION_STATES } from '../../council/session-states.ts';
import { CHOICES, COUNCIL_POSITIONS, PRESENCES, PROPOSALS, SESSION_WAYS, VOTE_WAYS } from '../../council/votes.ts';
import { ITEM_REMARKS, STAGES, TARGET_KINDS } from '../../ledger/entry.ts';
import { RUNNING_STATES } from '../../ranking/running-sheet.ts';
import { day, longText, moment, personName, shortText, slug, uuid, version } from './fields.ts';
import { fault } from './people.ts';
import { rounding } from './points.ts';
import { newVerdict, roundParams } from './sheets.ts';

/** Most members of a session, and items on its agenda: a whole round's disputes fit in several sessions. */
const MOST_MEMBERS = 50;
export const MOST_ON_AGENDA = 200;

const targets = z.array(z.strictObject({ kind: z.enum(TARGET_KINDS), id: z.string().min(1).max(100), changes: newVerdict.shape.changes })).max(20);

const member = z.strictObject({
  account: uuid,
  position: z.enum(COUNCIL_POSITIONS),
  presence: z.enum(PRESENCES).default('expected'),
  absence: shortText.nullable().default(null),
  post: shortText.nullable().default(null),
  agency: shortText.nullable().default(null),
});

const agendaItem = z.strictObject({
  item: uuid,
  body: slug,
  code: z.string().min(1).max(100),
  proposal: z.enum(PROPOSALS),
  words: longText.nullable().default(null),
  targets: targets.default([]).meta({ description: 'Of other values: what changes, by item and figure, as in a verdict' }),
});

const plan = {
  way: z.enum(SESSION_WAYS),
  startsAt: moment.nullable(),
  place: shortText.nullable(),
  chair: uuid.nullable(),
  secretary: uuid.nullable(),
};

export const newCouncilSession = z.strictObject({ id: uuid, ...plan });
/** The whole of a session as its secretariat has it: what its state does not allow to change stays as it is. */
export const councilSessionChange = z.strictObject({
  version,
  ...plan,
  members: z.array(member).max(MOST_MEMBERS),
  agenda: z.array(agendaItem).max(MOST_ON_AGENDA),
});

export const councilSessionParams = roundParams.extend({ session: uuid });
export const councilSessionMove = z.strictObject({
  version,
  move: z.enum(SESSION_MOVES),
  /** What the minutes say of a session that ends: when it began and ended, and whether they were read out to those who attended and agreed to. */
  ending: z
    .strictObject({
      began: moment.nullable().meta({ description: 'null: when it was opened here' }),
      ended: moment.nullable().meta({ description: 'null: now' }),
      minutesRead: z.boolean(),
    })
    .optional(),
});
export const councilItemParams = councilSessionParams.extend({ item: uuid });
export const councilItemMove = z.strictObject({ version, move: z.enum(AGENDA_MOVES) });
const seen = z.string().regex(/^[0-9a-f]{64}$/);
const said = {
  choice: z.enum(CHOICES),
  opinion: longText.nullable().default(null),
  seen: seen.optional().meta({ description: 'What stood before whoever votes, as `stands` told it: refused where it has changed. Left out: what stands now' }),
};
const saysWhich = ({ choice, opinion }: { choice: string; opinion: string | null }): boolean => choice !== 'other' || opinion !== null;
const UNSAID = { path: ['opinion'], ...fault('emptyText') };
/** Another opinion says which. */
export const councilVote = z.strictObject(said).refine(saysWhich, UNSAID);
/** The same from a written ballot, with its scanned copy. */
export const councilBallot = z
  .strictObject({ ...said, file: uuid.meta({ description: 'The scanned ballot, a file that was brought to the round' }) })
  .refine(saysWhich, UNSAID);
export const councilBallotParams = councilItemParams.extend({ member: uuid });
export const councilConclusion = z.strictObject({ id: uuid, base: newVerdict.shape.base, reason: longText });

const count = z.number().int().min(0);
const fraction = z.string().meta({ description: 'n/d in lowest terms' });
const standing = z.object({ state: z.enum(RUNNING_STATES), points: fraction, maximum: fraction });
const body = z.object({ id: slug, name: z.string() });

const sessionHead = {
  id: uuid,
  number: count,
  state: z.enum(SESSION_STATES),
  way: z.enum(SESSION_WAYS),
  startsAt: moment.nullable(),
  place: z.string().nullable(),
  chair: personName.nullable(),
  secretary: personName.nullable(),
};

export const councilAnswer = z.object({
  round: slug,
  title: z.string(),
  /** When the council concludes; null where the calendar has no such step. */
  step: z.object({ opens: moment, closes: moment, open: z.boolean() }).nullable(),
  /** Of whom a session can be made: members of the council, and the people of the round's owner as its secretariat. */
  members: z.array(personName.extend({ agency: z.string().nullable().meta({ description: 'The body for which they work besides, where one is known' }) })),
  secretariat: z.array(personName),
  /** The newest first. */
  sessions: z.array(
    z.object({
      ...sessionHead,
      items: count,
      concluded: count,
      /** Items on which the asker may vote and has not. */
      waiting: count,
    }),
  ),
});

const vote = z.object({
  person: personName,
  choice: z.enum(CHOICES),
  opinion: z.string().nullable(),
  way: z.enum(VOTE_WAYS),
  /** Of a written ballot: its scanned copy; null for one of before copies were kept. */
  file: z.object({ id: uuid, name: z.string() }).nullable(),
  /** Who entered it. */
  enteredBy: personName,
  /** Whether what was laid before the council has changed since: then it is to be given again. */
  moved: z.boolean(),
});

export const councilSession = z.object({
  ...sessionHead,
  round: slug,
  title: z.string(),
  version,
  rounding,
  /** When it began; null before that. */
  openedAt: moment.nullable(),
  /** Whether its minutes were read out to those who attended, and agreed to. */
  minutesRead: z.boolean(),
  members: z.array(
    z.object({
      person: personName,
      position: z.enum(COUNCIL_POSITIONS),
      presence: z.enum(PRESENCES),
      absence: z.string().nullable(),
      post: z.string().nullable(),
      agency: z.string().nullable(),
    }),
  ),
  /** The papers as the members got them when it was convened, and what changed since; null: not convened yet, or not the reader's to see whole. */
  papers: z
    .object({
      convenedAt: moment,
      files: z.array(z.object({ id: uuid, kind: z.enum(['docx', 'pdf']), sha256: seen })),
      changes: z.array(z.string()),
    })
    .nullable(),
  /** Of the whole council as it stands on that day: whoever its secretariat did not name is absent. */
  quorum: z.object({ members: count, leftOut: z.array(personName), attending: count, reached: z.boolean() }),
  agenda: z.array(
    z.object({
      id: uuid,
      body,
      item: z.object({ code: z.string(), title: z.string() }),
      state: z.enum(AGENDA_STATES),
      proposal: z.enum(PROPOSALS),
      words: z.string().nullable(),
      targets,
      /** The last entry of the sheet that was seen. */
      seq: count,
      claimed: standing,
      /** After the verdicts so far. */
      now: standing,
      /** What the proposal comes to; null where it does not fit what stands. */
      proposed: standing.nullable(),
      /** What is laid before the council, as a hash: a vote is on that. null once it is concluded on. */
      stands: seen.nullable(),
      /** The verdicts so far, with their reasons. */
      verdicts: z.array(z.object({ stage: z.enum(STAGES), at: moment, by: z.string(), points: fraction.nullable(), reason: z.string().nullable() })),
      /** What was asked, found on site, explained and contested, as far as the asker is told, in this order. */
      said: z.array(
        z.object({
          act: z.enum(ITEM_REMARKS),
          at: moment,
          by: z.string(),
          text: z.string(),
          /** Of an explanation. */
          kind: z.enum(REPLY_KINDS).nullable(),
          /** Of a check on site; who was there is null where it was lawfully erased. */
          date: day.nullable(),
          team: z.string().nullable(),
          citations: z.array(z.string()),
        }),
      ),
      /** Those that the asker sees: their own while the vote is open, all once it is closed. */
      votes: z.array(vote),
      /** Counted by the server; null to members while the vote is open. */
      count: z.object({ for: count, against: count, other: count, cast: count, carried: z.boolean() }).nullable(),
      /** Members who do not vote on it, as they have a cause of their own in the body. */
      barred: z.array(personName),
      /** What came of the votes before the present one, in their order. */
      earlier: z.array(z.object({ for: count, against: count, other: count, cast: count })),
      /** Why the asker may not vote on it; null: they may. */
      whyNot: z.string().nullable(),
    }),
  ),
  /** How many items of the agenda are kept from the asker, as they have a cause of their own in the body. */
  kept: count,
});

/** What the product prints of a session. */
export const COUNCIL_DOCUMENTS = ['papers', 'ballots', 'minutes'] as const;
export type CouncilDocument = (typeof COUNCIL_DOCUMENTS)[number];
export const councilDocumentParams = councilSessionParams.extend({ document: z.enum(COUNCIL_DOCUMENTS) });
