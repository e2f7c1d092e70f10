import { z } from 'zod';
import { CONTROL } from './content.ts';

/** The valid part of a body: members that the schema refuses are undefined, members not sent are absent. */
export type Draft<T> = T extends readonly (infer M)[]
  ? readonly (Draft<M> | undefined)[]
  : T extends object
    ? { readonly [K in keyof T]?: Draft<T[K]> | undefined }
    : T;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What can be judged of a body while other parts have faults; list members keep their positions. */
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

/** Whether something was sent but invalid: the schema reports it. */
export const isUnsound = <T extends object>(draft: T | undefined, key: keyof T): boolean =>
  draft === undefined || (Object.hasOwn(draft, key) && draft[key] === undefined);
