import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { draftOf, isUnsound } from './draft.ts';

const schema = z.strictObject({
  id: z.uuid().toLowerCase(),
  name: z.string().max(3).optional(),
  until: z.iso.date().nullable().default(null),
  members: z.array(z.strictObject({ item: z.string(), version: z.number().int().min(1) })).optional(),
});
const ID = '7B0C6F3E-6A0D-4A57-9C62-2A50A3C9B9D1';

describe('a draft of a body', () => {
  it('holds what the schema can read, as it reads it, and nothing that was not sent', () => {
    expect(draftOf(schema, { id: ID, until: null, more: 1 })).toEqual({ id: ID.toLowerCase(), until: null });
    expect(draftOf(schema, 'none')).toBeUndefined();
  });

  it('keeps the places of members, and what of them is sound', () => {
    expect(draftOf(schema, { members: [{ item: '1.1', version: 0 }, 7, { item: '1.2', version: 2 }] })).toEqual({
      members: [{ item: '1.1', version: undefined }, undefined, { item: '1.2', version: 2 }],
    });
  });

  it('tells what cannot be read from what was not sent; a character that no database holds makes a text unreadable', () => {
    const draft = draftOf(schema, { id: 'x', name: 'a\u0000' }) as { id?: string; name?: string; until?: string };
    expect([isUnsound(draft, 'id'), isUnsound(draft, 'name'), isUnsound(draft, 'until')]).toEqual([true, true, false]);
    expect([draft.id, draft.name]).toEqual([undefined, undefined]);
  });
});
