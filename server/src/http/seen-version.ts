import { at, type Faults, isObject, ROOT } from '@parindex/core';
import { NumberToken } from '@parindex/core/reading/raw';
import type { FastifyRequest } from 'fastify';
import type { Content } from './content.ts';
import { Problem } from './problems.ts';

const ONE_TAG = /^\s*"(\d{1,10})"\s*$/;

/** A body whose version may also come by `If-Match`; if both are given they must agree. */
export function withVersionSeen(content: Content, request: FastifyRequest, faults: Faults): Content {
  const header = request.headers['if-match'];
  if (header === undefined || !isObject(content.raw)) return content;
  const version = ONE_TAG.exec(header)?.[1];
  const inBody = content.raw['version'];
  if (version === undefined || (inBody instanceof NumberToken && inBody.text !== version)) {
    faults.add('unknownValue', at(ROOT, 'headers', 'if-match'), {
      found: header,
      expected: inBody instanceof NumberToken ? `"${inBody.text}"` : '"1", "2", …',
    });
    return content;
  }
  if (inBody !== undefined) return content;
  return { raw: { ...content.raw, version: new NumberToken(version) }, plain: { ...(content.plain as object), version: Number(version) } };
}

/** Refuses a write based on an older version, and returns the current one; an unreadable version is reported by the schema. */
export async function refuseStale(seen: number | undefined, version: number, present: () => Promise<unknown>): Promise<void> {
  if (seen === undefined || seen === version) return;
  throw new Problem('staleVersion', { more: { version, current: await present() } });
}
