import { z } from 'zod';
import { REPLACEMENT_REASONS } from '../../survey/respondents/replacement.ts';
import { RESPONDENT_COLUMNS } from '../../survey/respondents/types.ts';
import { day, moment, personName, shortText, slug, uuid } from './fields.ts';
import { count } from './quantities.ts';
import { sheetParams } from './sheets.ts';

/** How the survey of a round stands; ending: it takes no form any more, and what was sent is still being counted. */
export const SURVEY_STATES = ['notOpened', 'open', 'ending', 'closed'] as const;

/** Of a group with fewer answers nothing is shown: the usual number, and between which it is chosen. */
export const SURVEY_THRESHOLD = { usual: 5, least: 3, most: 100 } as const;
const threshold = z.number().int().min(SURVEY_THRESHOLD.least).max(SURVEY_THRESHOLD.most);

export const newSurvey = z.strictObject({ threshold: threshold.default(SURVEY_THRESHOLD.usual) });

const groupId = z.string().trim().min(1).max(100);

/** By which signed document a body stands for its list, and for which list. */
const confirmation = z.object({
  number: z.string(),
  date: day,
  confirmedBy: personName,
  confirmedAt: moment,
  /** False once the list was changed: then it is to be confirmed anew. */
  holds: z.boolean(),
  /** How many stood on it then, and its hash; null of one of before these were kept. */
  listed: count.nullable(),
  hash: z.string().nullable(),
  /** The scanned copy, a file of the round; null of one of before copies were kept. */
  file: z.object({ id: uuid, name: z.string() }).nullable(),
});

export const surveyAnswer = z.object({
  state: z.enum(SURVEY_STATES),
  /** null until it is opened. */
  threshold: threshold.nullable(),
  openedAt: moment.nullable(),
  closedAt: moment.nullable(),
  /** The step of the survey in the round's calendar; null where it has none. */
  step: z.object({ opens: moment, closes: moment }).nullable(),
  /** What stands against opening it, where it is not open. */
  obstacle: z.string().nullable(),
  groups: z.array(z.object({ id: z.string(), title: z.string(), questionnaire: z.string(), questions: count })),
  /** All bodies of the round for whoever leads or audits it; their own for everybody else. */
  bodies: z.array(
    z.object({
      body: z.object({ id: slug, name: z.string() }),
      /** Whether the asker works for it. */
      own: z.boolean(),
      confirmation: confirmation.nullable(),
      /** Of the list, made more by whatever changes it. */
      version: count,
      groups: z.array(
        z.object({
          group: z.string(),
          listed: count,
          invited: count,
          /** null for a body's own people once so few have not answered that it would tell who has. */
          answered: count.nullable(),
        }),
      ),
    }),
  ),
});

export const respondentParams = sheetParams.extend({ respondent: uuid });

const told = z.string().nullable();

const respondent = z.object({
  id: uuid,
  group: z.string(),
  name: z.string(),
  position: told,
  unit: told,
  phone: told,
  mail: told,
  address: told,
  note: told,
  listedAt: moment,
  /** Who stands in their place, and why. */
  replacedBy: uuid.nullable(),
  replacedReason: z.enum(REPLACEMENT_REASONS).nullable(),
});

export const respondentList = z.object({
  body: z.object({ id: slug, name: z.string() }),
  groups: z.array(z.object({ id: z.string(), title: z.string() })),
  items: z.array(respondent),
  confirmation: confirmation.nullable(),
});

/** To one body or all, by when lists are asked for. */
export const listLetterQuery = z.strictObject({
  body: slug.optional(),
  until: day.optional().meta({ description: 'The day by which lists are asked for; left out: left blank' }),
  format: z.enum(['html', 'pdf', 'docx']).default('html'),
});

/** `group`: of the whole file, where its lines do not tell theirs; `preview`: only reads it. */
export const respondentFileQuery = z.strictObject({
  group: groupId.optional(),
  preview: z.enum(['true', 'false']).default('false'),
});

/** Where in a file something stands, and what is said of it. */
const lineTold = z.object({
  /** null where it is about the whole file. */
  line: z.number().nullable(),
  column: z.enum(RESPONDENT_COLUMNS).nullable(),
  code: z.string(),
  /** "Dòng 5, cột “Điện thoại”". */
  place: z.string().nullable(),
  message: z.string(),
});

export const respondentsRead = z.object({
  /** How many of each group are in it without a fault. */
  groups: z.array(z.object({ group: z.string(), count })),
  faults: z.array(lineTold),
  /** How many faults there are, where not all are told. */
  faultCount: count,
  notices: z.array(lineTold),
});

const field = (most: number) => z.string().trim().max(most).default('');

/** Somebody in the place of somebody else; read as a line of a list is. */
export const newReplacement = z.strictObject({
  id: uuid.meta({ description: 'Of the new respondent, made by whoever sends, so that a retry is recognised' }),
  reason: z.enum(REPLACEMENT_REASONS),
  name: field(200),
  position: field(500),
  unit: field(500),
  phone: field(100),
  mail: field(300),
  address: field(500),
  note: field(2_000),
});

export const listConfirmationQuery = z.strictObject({ format: z.enum(['html', 'pdf', 'docx']).default('html') });

/** Of the document; the id of its scanned copy is made by the one who sends; `version`: of the list that they have seen. */
export const listConfirmation = z.strictObject({
  id: uuid,
  name: shortText,
  number: z.string().trim().min(1).max(200),
  date: day,
  version: z.coerce.number().int().min(0),
});

export const linksQuery = z.strictObject({
  as: z.enum(['list', 'letters']).default('list').meta({ description: 'A workbook of all, or a letter to each' }),
  format: z.enum(['docx', 'pdf']).default('docx').meta({ description: 'Of the letters' }),
  only: z.enum(['missing', 'unanswered']).default('missing').meta({
    description:
      'missing: those without a link; unanswered: another one for all who have not answered, beside those they have; for respondents that are named, the links before end',
  }),
});

export const linksWanted = z.strictObject({
  body: slug.optional().meta({ description: 'Default: all bodies whose lists are confirmed' }),
  group: groupId.optional(),
  respondents: z.array(uuid).min(1).max(500).optional().meta({ description: 'Just these, anew: the links before end' }),
});
