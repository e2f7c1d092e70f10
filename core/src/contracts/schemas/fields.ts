import { z } from 'zod';
import { MOST_PER_PAGE } from '../limits.ts';

/** A name in lower case with hyphens: bodies and rounds. */
export const slug = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
export const uuid = z.uuid().toLowerCase().meta({ description: 'UUID' });
// The year 0 is written by the form, but is none: databases refuse it.
const notYearZero = (text: string) => text >= '0001';
/** A calendar day, yyyy-mm-dd. */
export const day = z.iso.date().refine(notYearZero);
/** A moment with its offset from UTC, to the second or finer. */
export const moment = z.iso.datetime({ offset: true }).refine(notYearZero);
/** The number of a version that was seen. */
export const version = z.number().int().min(1).max(2_147_483_647);
export const shortText = z.string().trim().min(1).max(300);
export const longText = z.string().trim().min(1).max(2_000);

/** Asks for a page: as many as wanted, after where the page before ended. */
export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(MOST_PER_PAGE).default(50),
  after: z
    .string()
    .max(2_000)
    .regex(/^[A-Za-z0-9_-]*$/)
    .optional()
    .meta({ description: 'What the page before said as `next`' }),
});

/** A page of a list; `next` asks for the one after it, null at the end. */
export const pageOf = <T extends z.ZodType>(member: T) => z.object({ items: z.array(member), next: z.string().nullable() });

/** A person as others see them. */
export const personName = z.object({ id: uuid, name: z.string() });

/** A document that decided something: number and date. */
export const decision = z.strictObject({ number: z.string().trim().min(1).max(100), date: day });

/** Of an answer that says nothing. */
export const nothing = z.null();
