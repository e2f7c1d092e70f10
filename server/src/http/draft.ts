import { z } from 'zod';
import { CONTROL } from './content.ts';

/** As much of a body as is sound: what its schema refuses is there, and undefined; what was not sent is not there. */
export type Draft<T> = T extends readonly (infer M)[]
  ? readonly (Draft<M> | undefined)[]
  : T extends object
    ? { readonly [K in keyof T]?: Draft<T[K]> | undefined }
    : T;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What of a body can be judged while other parts of it have faults; members of lists keep their places. */
export function draftOf(schema: z.core.$ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodObject) {
    if (!isRecord(value)) return undefined;
    const sent = Object.entries(schema.shape as z.core.$ZodLooseShape).filter(([key]) => Object.hasOwn(value, key));
    return Object.fromEntries(sent.map(([key, member]) => [key, draftOf(member, value[key])]));
  }
  if (schema instanceof z.ZodArray) return Array.isArray(value) ? value.map((member) => draftOf(schema.element, member)) : undefined;
  if ((schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) && isContainer(value))
    return draftOf(schema.unwrap(), value);
  const { success, data } = z.safeParse(schema, value);
  return success && !(typeof data === 'string' && CONTROL.test(data)) ? data : undefined;
}

const isContainer = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** Whether something was sent that cannot be read: the schema tells of it. */
export const isUnsound = <T extends object>(draft: T | undefined, key: keyof T): boolean =>
  draft === undefined || (Object.hasOwn(draft, key) && draft[key] === undefined);
