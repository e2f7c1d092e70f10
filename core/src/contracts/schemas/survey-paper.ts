import { z } from 'zod';
import { moment, personName, slug, uuid } from './fields.ts';
import { count } from './quantities.ts';
import { roundParams } from './sheets.ts';
import { SURVEY_STATES } from './survey.ts';

const groupId = z.string().trim().min(1).max(100);

/** Forms that are printed at once: each is several pages. */
export const MOST_PAPER_FORMS = 100;

/** One for each listed person who has not answered, or a number that is handed out on the spot. */
export const PAPER_KINDS = ['addressed', 'unaddressed'] as const;

export const paperWanted = z.strictObject({
  body: slug,
  group: groupId,
  kind: z.enum(PAPER_KINDS),
  forms: z.number().int().min(1).max(MOST_PAPER_FORMS).optional().meta({ description: 'How many, of those that are not addressed' }),
  only: z
    .enum(['missing', 'unanswered'])
    .default('missing')
    .meta({ description: 'Addressed, missing: to those without a paper form; unanswered: another one to all who have not answered' }),
});

export const paperBatchParams = roundParams.extend({ batch: uuid });

const number = z.number().int().min(0).max(1_000_000);

/** As many are back by now, all in all. */
export const paperReturned = z.strictObject({ returned: number, blank: number, spoiled: number, refused: number });

const back = z.object({ returned: count, blank: count, spoiled: count, refused: count, recordedBy: personName, recordedAt: moment });

/** Forms of a body by a group; typed twice by different persons, and counted. */
const progress = z.object({
  body: z.object({ id: slug, name: z.string() }),
  group: z.string(),
  out: count,
  returned: count,
  blank: count,
  spoiled: count,
  refused: count,
  once: count,
  differing: count,
  counted: count,
  /** Above a quota: kept apart, or left out. */
  setApart: count,
  /** Addressed to whoever has answered otherwise; null once the survey is closed. */
  elsewhere: count.nullable(),
});

export const paperForms = z.object({
  state: z.enum(SURVEY_STATES),
  groups: z.array(z.object({ id: z.string(), title: z.string() })),
  /** Whose people answer on paper: all bodies of the round but its owner. */
  bodies: z.array(z.object({ id: slug, name: z.string(), confirmed: z.boolean() })),
  progress: z.array(progress),
  batches: z.array(
    z.object({
      id: uuid,
      body: z.object({ id: slug, name: z.string() }),
      group: z.string(),
      kind: z.enum(PAPER_KINDS),
      count,
      madeBy: personName,
      madeAt: moment,
      /** What was said last of how many are back; null: nothing yet. */
      back: back.nullable(),
      /** How often it was said. */
      records: count,
    }),
  ),
});

const code = z.string().trim().min(1).max(60).meta({ description: 'As it is printed on the form' });

export const paperCode = z.strictObject({ code });

const line = z.object({ answer: z.unknown().meta({ description: 'In normal form; null: none' }), invalid: z.boolean() });

export const paperFormFound = z.object({
  body: z.object({ id: slug, name: z.string() }),
  group: z.object({ id: z.string(), title: z.string() }),
  /** A questionnaire in normal form. */
  form: z.unknown(),
  /** Which entry of the form comes next: the first, the second, or the one that settles what these differ in. */
  place: z.number().int().min(1).max(3),
  /** Of the third: the lines in which the two differ, with what each says. */
  differing: z.array(z.object({ line: z.string(), entries: z.array(line) })),
});

export const paperEntry = z.strictObject({
  code,
  place: z.number().int().min(1).max(3),
  answers: z
    .record(z.string().max(200), z.unknown())
    .meta({ description: 'In normal form, as the page of a form sends them; of the third just where the two differ' }),
  invalid: z.array(z.string().max(400)).max(2_000).default([]).meta({ description: 'Lines in which no valid answer stands: "question" or "question.row"' }),
});

/** first: kept, and waits for a second person; differs: kept, and waits for a third; counted: taken; setApart: above a quota, kept for a decision. */
export const PAPER_OUTCOMES = ['first', 'differs', 'counted', 'setApart'] as const;
export const paperEntered = z.object({ outcome: z.enum(PAPER_OUTCOMES) });
