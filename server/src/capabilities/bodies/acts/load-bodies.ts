import type { BodyRegistry, RegisteredBody } from '@parindex/core/bodies/index';
import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import { holdBodies } from './change-body.ts';
import { changesTo, keepBodies, recordOfChanges } from './keep-bodies.ts';

/** The bodies of a new installation, with dates and transfers of work, and the decisions they refer to. */
export type BodiesToLoad = Pick<BodyRegistry, 'bodies' | 'decisions'>;

/**
 * Loads bodies that were read and checked before (data/bodies.json), outside any request. Existing ones are brought up to
 * date, others stay. Returns how many are new and how many changed.
 */
export async function loadBodies(acting: Acting, { bodies, decisions }: BodiesToLoad): Promise<{ added: number; changed: number }> {
  const stored = await holdBodies(acting.db);
  const told = new Set(bodies.map(({ id }) => id));
  const all = [...bodies, ...stored.filter(({ id }) => !told.has(id))];
  const changes = changesTo(stored, { bodies: all, byId: new Map(all.map((body) => [body.id, body])), decisions, codesThatChangedHands: [], sources: [] });
  const stands = await keepBodies(acting, changes);
  const { content } = recordOfChanges(changes);
  await recordAct(acting, { act: 'body.load', subject: 'bodies', content: { ...content, stands } });
  return { added: changes.added.length, changed: changes.changed.length };
}

/** Part of every invented body's name, so that none is taken for a real one. */
const INVENTED = 'Minh họa'.normalize('NFC');

/** Loads the invented bodies of a sandbox; throws if one could be taken for a real body. */
export async function loadInventedBodies(acting: Acting, bodies: readonly RegisteredBody[]): Promise<{ added: number; changed: number }> {
  const named = bodies.flatMap(({ names }) => names).find(({ full }) => !full.normalize('NFC').includes(INVENTED));
  if (named) throw new Error(`${named.full}: an invented body must be called “${INVENTED} …”`);
  return loadBodies(acting, { bodies, decisions: [] });
}
