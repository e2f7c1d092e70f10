import { z } from 'zod';
import { bodyRow } from './bodies.ts';
import { editionId } from './editions.ts';
import { day, slug, uuid } from './fields.ts';
import { personRow } from './people.ts';

const LONGEST_SEARCH = 200;

export const searchQuery = z.strictObject({
  q: z
    .string()
    .trim()
    .min(1)
    .max(LONGEST_SEARCH)
    .meta({ description: 'Names, words of a title, the code of an item, the number of a document; with or without marks' }),
});

/** The best fits, and whether there are more. */
const groupOf = <T extends z.ZodType>(member: T) => z.object({ items: z.array(member), more: z.boolean() });

const title = z.object({ vi: z.string(), en: z.string().optional() });
const round = z.object({ id: slug, title: z.string() });
const body = z.object({ id: slug, name: z.string() });

export const foundItem = z.object({
  code: z.string(),
  title,
  edition: z.object({ id: editionId, title }),
  /** The round by this edition in which it is found: one with a sheet of the caller's own first, then the newest; null where the caller knows of none. */
  round: round.nullable(),
  /** Whose sheet of that round is the caller's own; null where none is. */
  ownSheet: body.nullable(),
  /** Whether the caller may see the sheets of that round side by side. */
  listsSheets: z.boolean(),
});

/** Where a document is cited. */
const CITED_IN = ['edition', 'extension', 'takeover', 'exclusion', 'handover', 'daysOff', 'body'] as const;

const citation = z.object({
  in: z.enum(CITED_IN),
  round: round.nullable(),
  body: body.nullable(),
  item: z.string().nullable(),
  edition: z.object({ id: editionId, title: title.nullable() }).nullable(),
  year: z.number().nullable(),
  handover: z.object({ id: uuid, from: z.string(), to: z.string() }).nullable(),
});

export const foundDocument = z.object({
  /** As it was written: a number, or a sentence that holds one. */
  number: z.string(),
  date: day.nullable(),
  /** A few places, one of every sort first; `count` says how many there are. */
  cited: z.array(citation),
  count: z.number(),
});

/** A body of the published results that this installation does not hold. */
const publishedBody = z.object({
  id: slug,
  name: z.string(),
  /** The name by which it was found, where that is another one. */
  formerly: z.string().nullable(),
  closed: day.nullable(),
  became: z.array(z.string()),
});

export const searchAnswer = z.object({
  /** `outside`: it takes part in none of the open rounds, though others of its kind do. */
  bodies: groupOf(bodyRow.extend({ outside: z.boolean() })),
  /** Bodies that have a page among the published results, and take no part here. */
  published: groupOf(publishedBody),
  /** null where the caller may not read people. */
  people: groupOf(personRow).nullable(),
  items: groupOf(foundItem),
  documents: groupOf(foundDocument),
});
