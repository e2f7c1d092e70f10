import { isObject, type Raw, type RawDocument } from '@parindex/core';
import type { FastifyRequest } from 'fastify';

/** A text of a request's body before the schema has judged it: rights may hang on what it names. */
export function textIn(raw: Raw | undefined, key: string): string | undefined {
  const value = raw !== undefined && isObject(raw) ? raw[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** A list of a request's body, likewise. */
export function listIn(raw: Raw | undefined, key: string): readonly Raw[] {
  const value = raw !== undefined && isObject(raw) ? raw[key] : undefined;
  return Array.isArray(value) ? value : [];
}

/** The body of a request as it was read. */
export const rawOf = (request: FastifyRequest): Raw | undefined => (request.body as RawDocument | undefined)?.value;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The text as a UUID in lower case; undefined where it is none. */
export const asUuid = (text: string | undefined): string | undefined => {
  const lower = text?.toLowerCase();
  return lower !== undefined && UUID.test(lower) ? lower : undefined;
};
