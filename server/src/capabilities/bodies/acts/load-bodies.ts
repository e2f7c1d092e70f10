import type { BodyRegistry, RegisteredBody } from '@parindex/core/bodies/index';
import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import { holdBodies } from './change-body.ts';
import { changesTo, keepBodies, recordOfChanges } from './keep-bodies.ts';

/** What an installation begins with: bodies with their days and passings, and the decisions that the passings refer to. */
export type BodiesToLoad = Pick<BodyRegistry, 'bodies' | 'decisions'>;

/**
 * Loads bodies that were read and judged already (data/bodies.json), outside any request. What is there already of the
 * same ids is brought to what the registry tells; the rest stays. Answers how many are new and how many changed.
 */
export async function loadBodies(acting: Acting, { bodies, decisions }: BodiesToLoad): Promise<{ added: number; changed: number }> {
  const stored = await holdBodies(acting.db);
  const told = new Set(bodies.map(({ id }) => id));
  const all = [...bodies, ...stored.filter(({ id }) => !told.has(id))];
  const changes = changesTo(stored, { bodies: all, byId: new Map(all.map((body) => [body.id, body])), decisions, codesThatChangedHands: [], sources: [] });
  await keepBodies(acting, changes);
  const { content } = recordOfChanges(changes);
  await recordAct(acting, { act: 'body.load', subject: 'bodies', content });
  return { added: changes.added.length, changed: changes.changed.length };
}

/** Stands in every name of an invented body, so that none is taken for a real one. */
const INVENTED = 'Minh họa'.normalize('NFC');

/** Loads the invented bodies of a sandbox; throws where one could be taken for a real body. */
export async function loadInventedBodies(acting: Acting, bodies: readonly RegisteredBody[]): Promise<{ added: number; changed: number }> {
  const named = bodies.flatMap(({ names }) => names).find(({ full }) => !full.normalize('NFC').includes(INVENTED));
  if (named) throw new Error(`${named.full}: an invented body must be called “${INVENTED} …”`);
  return loadBodies(acting, { bodies, decisions: [] });
}
