import { canonicalText } from '../reading/normal-form.ts';
import type { RegisteredBody } from './types.ts';

/** What can change of a body. */
export const BODY_FIELDS = [
  'opened',
  'openedBy',
  'closed',
  'closedBy',
  'ranked',
  'note',
  'names',
  'codes',
  'regions',
  'blocks',
  'parents',
  'predecessors',
  'successors',
] as const satisfies readonly (keyof RegisteredBody)[];
export type BodyField = (typeof BODY_FIELDS)[number];

export interface ChangedBody {
  readonly before: RegisteredBody;
  readonly after: RegisteredBody;
  readonly fields: readonly BodyField[];
}

export interface BodyChanges {
  readonly added: readonly RegisteredBody[];
  readonly changed: readonly ChangedBody[];
}

const same = (one: unknown, other: unknown): boolean => one === other || canonicalText(one ?? null) === canonicalText(other ?? null);

/** New and changed bodies between two states in settled form; bodies never disappear. */
export function compareBodies(stored: readonly RegisteredBody[], after: readonly RegisteredBody[]): BodyChanges {
  const known = new Map(stored.map((body) => [body.id, body]));
  const added: RegisteredBody[] = [];
  const changed: ChangedBody[] = [];
  for (const body of after) {
    const before = known.get(body.id);
    if (!before) added.push(body);
    else {
      const fields = BODY_FIELDS.filter((field) => !same(before[field], body[field]));
      if (fields.length > 0) changed.push({ before, after: body, fields });
    }
  }
  return { added, changed };
}
