import { type Declarable, declarable, Faults, figureTypesOf, prepareScheme, readJson, readScheme, type Scheme } from '@parindex/core';
import type { SchemeDoor } from '@parindex/core/ledger/index';
import { bodyShapes } from '@parindex/core/snapshot/shape';
import type { Reading } from '../db/transaction.ts';

/** An adopted edition, ready to judge and to score. */
export interface ReadyEdition {
  readonly id: string;
  readonly scheme: Scheme;
  readonly prepared: ReturnType<typeof prepareScheme>;
  readonly types: ReturnType<typeof figureTypesOf>;
  readonly door: SchemeDoor & { readonly known: Declarable };
}

// An adopted edition never changes: what was made from it once serves every request, in every process.
const ready = new Map<string, ReadyEdition>();

/** An adopted edition by its id and hash. */
export async function readyEdition(db: Reading, id: string, hash: string): Promise<ReadyEdition> {
  const made = ready.get(hash);
  if (made) return made;
  const { text } = await db
    .selectFrom('edition')
    .select((eb) => eb.cast<string>('scheme', 'text').as('text'))
    .where('id', '=', id)
    .where('state', '=', 'adopted')
    .executeTakeFirstOrThrow();
  const scheme = readScheme(readJson(text).value, new Faults());
  if (!scheme) throw new Error(`edition ${id} in the database cannot be read`);
  const known = declarable(scheme);
  const edition: ReadyEdition = { id, scheme, prepared: prepareScheme(scheme), types: figureTypesOf(scheme), door: { known, shapes: bodyShapes(known) } };
  if (edition.prepared.hash !== hash) throw new Error(`edition ${id} in the database is not what was adopted`);
  ready.set(hash, edition);
  return edition;
}
