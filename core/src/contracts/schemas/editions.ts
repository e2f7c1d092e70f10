import { z } from 'zod';
import { SCHEME_STATUSES } from '../../scheme/types.ts';
import { DIFFERENCES } from '../../studio/comparing/compare-editions.ts';
import { EDITION_PARTS } from '../../studio/comparing/edition-differences.ts';
import { CHANGE_KINDS } from '../../studio/comparing/told-comparison.ts';
import { day, moment, pageOf, shortText, slug, uuid, version } from './fields.ts';

/** An edition's id: what its document says. */
export const editionId = z
  .string()
  .max(100)
  .regex(/^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/);

export const editionParams = z.strictObject({ edition: editionId });

/** The forms in which the table of an edition is printed. */
export const ANNEX_FORMATS = ['pdf', 'docx', 'xlsx'] as const;
export const editionAnnexQuery = z.strictObject({ format: z.enum(ANNEX_FORMATS).default('pdf') });

const texts = {
  document: z.string().min(1).meta({ description: 'The scheme as YAML or JSON text (parindex-scheme/1)' }),
  cases: z.string().meta({ description: 'Its cases as YAML text; may be empty in a draft' }),
};

export const newEdition = z.strictObject({
  ...texts,
  ownerBody: slug.optional().meta({ description: 'Whose owners may change the draft; needed where the caller is an owner of several bodies' }),
});
export const changedEdition = z.strictObject({ ...texts, version });
export const versionQuery = z.strictObject({ version: z.coerce.number().pipe(version) });

/** Most characters that name the confirmed rules: ranges of a scheme with a thousand items. */
const MOST_CHOSEN_CHARACTERS = 8_000;

/** Beside a file from which a draft is made: what it is called, what was seen of it, and which of its rules a person confirmed. */
export const schemeFileQuery = z.strictObject({
  name: shortText.meta({ description: 'Name of the file' }),
  id: editionId,
  title: shortText,
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ description: 'What the preview said as `digest`' }),
  rules: z
    .string()
    .max(MOST_CHOSEN_CHARACTERS)
    .regex(/^(?:\d{1,5}(?:-\d{1,5})?(?:,\d{1,5}(?:-\d{1,5})?)*)?$/)
    .default('')
    .meta({ description: 'Numbers of the parts, from 0, whose rules were confirmed: "2-5,9"' }),
  ownerBody: slug.optional().meta({ description: 'As in a draft that is written' }),
});

const importDoubt = z.object({ code: z.string(), place: z.string(), message: z.string() });

/** A file of tables as it was read: nothing of it is stored. */
export const schemeFilePreview = z.object({
  carried: z.boolean().meta({ description: 'The file carries its document: what no table shows is taken from it' }),
  digest: z.string().meta({ description: 'Over the file and all that was read of it; who makes a draft of it must name it' }),
  sha256: z.string(),
  counts: z.object({
    domains: z.number(),
    criteria: z.number(),
    items: z.number(),
    rules: z.object({ read: z.number(), doubtful: z.number(), toChoose: z.number() }),
  }),
  parts: z.array(
    z.object({
      level: z.enum(['domain', 'criterion', 'subCriterion']),
      code: z.string(),
      title: z.string(),
      points: z.string().nullable(),
      sum: z.string().nullable().meta({ description: 'What the parts below it add up to' }),
      over: z
        .string()
        .nullable()
        .meta({ description: 'By how much that is over its points, below 0 where it is less; null where both are alike or one is not known' }),
      place: z.string().meta({ description: 'Its cell: "Bảng 1!B4"' }),
      words: z.string().meta({ description: 'What the file says of its points' }),
      isItem: z.boolean(),
      rule: z.object({ sentence: z.array(z.string()), doubtful: z.boolean() }).nullable(),
      keepsRule: z.boolean().meta({ description: 'Its rule comes with the document that the file carries, and needs no confirming' }),
      doubts: z.array(importDoubt),
    }),
  ),
  doubts: z.array(importDoubt).meta({ description: 'About no single part' }),
  total: z.object({ written: z.string().nullable(), sum: z.string().nullable(), over: z.string().nullable() }),
});

/** A fault in an authored text, with line and column from 1. */
const placedFault = z.object({
  in: z.enum(['document', 'cases']),
  code: z.string(),
  path: z.string(),
  message: z.string(),
  of: z.string().meta({ description: 'The part in which it is, as it is called' }),
  part: z.string().nullable().meta({ description: 'The code of that part; null where it is none of the tree' }),
  line: z.number(),
  column: z.number(),
});

const title = z.object({ vi: z.string(), en: z.string().optional() }).nullable();

export const editionRow = z.object({
  id: editionId,
  state: z.enum(['draft', 'adopted']),
  title,
  ownerBody: slug.nullable(),
  hash: z.string().nullable(),
  effectiveFrom: day.nullable(),
  effectiveTo: day.nullable(),
  decision: z.object({ number: z.string(), date: day.nullable() }).nullable(),
  withdrawn: z
    .object({ at: moment, decision: z.object({ number: z.string(), date: day }), replacedBy: editionId.nullable() })
    .nullable()
    .meta({ description: 'Set once it holds no more: rounds that were opened with it go on' }),
  createdAt: moment,
  adoptedAt: moment.nullable(),
  version,
});
export const editionList = pageOf(editionRow);

const templateRow = {
  id: editionId,
  title: z.object({ vi: z.string(), en: z.string().optional() }),
  status: z.enum(SCHEME_STATUSES),
  items: z.number(),
};
export const schemeTemplateParams = z.strictObject({ template: editionId });
export const schemeTemplateList = z.object({ items: z.array(z.object(templateRow)) });
export const schemeTemplate = z.object({ ...templateRow, document: z.string(), cases: z.string() });

export const editionAnswer = editionRow.extend({
  status: z.enum(SCHEME_STATUSES).nullable(),
  items: z.number().nullable(),
  /** The signed decisions by which it was adopted, and withdrawn. */
  files: z.object({ adoption: uuid.nullable(), withdrawal: uuid.nullable() }),
  signature: z
    .object({ key: z.string(), statement: z.string(), value: z.string() })
    .nullable()
    .meta({ description: 'What the key that seals the trail signed at its adoption: Ed25519 over the statement in UTF-8, in base64' }),
  faults: z.array(placedFault),
  /** Null while the document has faults: cases run on a sound scheme only. */
  cases: z.object({ run: z.number(), failed: z.number(), itemsWithoutCase: z.array(z.string()) }).nullable(),
});

export const comparisonQuery = z.strictObject({ with: editionId.meta({ description: 'The earlier edition, with which it is compared' }) });
/** The same as a file: a table to attach to a submission. */
export const comparisonFileQuery = z.strictObject({ ...comparisonQuery.shape, format: z.enum(ANNEX_FORMATS).default('docx') });
const compared = z.object({
  id: editionId,
  title,
  state: z.enum(['draft', 'adopted']),
  faults: z.number().meta({ description: 'Of a draft whose points do not add up yet, or the like' }),
});
const pointsEffect = { before: z.string(), after: z.string(), difference: z.string() };
const effects = z.array(z.object({ name: z.string(), ...pointsEffect }));
const comparedParts = z.array(z.object({ code: z.string(), title: z.string(), points: z.string(), rule: z.array(z.string()) }));

/** What is other in an edition than in an earlier one, in words. */
export const editionComparison = z.object({
  before: compared,
  after: compared,
  counts: z.record(z.enum([...CHANGE_KINDS, 'unchanged']), z.number()),
  edition: z
    .array(z.object({ part: z.enum(EDITION_PARTS), before: z.array(z.string()), after: z.array(z.string()) }))
    .meta({ description: 'What the edition sets otherwise for all of its items' }),
  effect: z.object({ domains: effects, sources: effects, total: z.object(pointsEffect) }).meta({ description: 'On the maximum points of the regular group' }),
  domains: z.array(
    z.object({
      name: z.string(),
      changes: z.array(
        z.object({
          kind: z.enum(CHANGE_KINDS),
          before: comparedParts,
          after: comparedParts,
          differences: z.array(z.object({ difference: z.enum(DIFFERENCES), before: z.array(z.string()), after: z.array(z.string()) })),
          likeTitle: z.boolean().meta({ description: 'Both were paired by a similar title alone' }),
        }),
      ),
    }),
  ),
});
