import { type Declarable, declarable, Faults, figureTypesOf, hashOf, prepareScheme, readJson, readScheme, type Scheme } from '@parindex/core';
import type { EntryRules } from '@parindex/core/ledger/index';
import { bodyShapes } from '@parindex/core/snapshot/shape';
import type { Reading } from '../../db/transaction.ts';
import { readNormalForms } from './queries/editions.ts';

/** An adopted edition, prepared for checking and scoring. */
export interface ReadyEdition {
  readonly id: string;
  readonly hash: string;
  readonly scheme: Scheme;
  readonly prepared: ReturnType<typeof prepareScheme>;
  readonly types: ReturnType<typeof figureTypesOf>;
  readonly entryRules: EntryRules & { readonly known: Declarable };
}

interface Adopted {
  readonly id: string;
  readonly hash: string;
}

// An adopted edition never changes, so what was prepared once serves every later request of the process.
const ready = new Map<string, ReadyEdition>();

function make({ id, hash }: Adopted, text: string | undefined): ReadyEdition {
  const scheme = text === undefined ? undefined : readScheme(readJson(text).value, new Faults());
  if (!scheme) throw new Error(`edition ${id} in the database cannot be read`);
  if (hashOf(scheme) !== hash) throw new Error(`edition ${id} in the database is not what was adopted`);
  const known = declarable(scheme);
  const edition: ReadyEdition = {
    id,
    hash,
    scheme,
    prepared: prepareScheme(scheme),
    types: figureTypesOf(scheme),
    entryRules: { known, shapes: bodyShapes(known) },
  };
  ready.set(hash, edition);
  return edition;
}

/** Adopted editions by id and hash; those not cached are read in one query. */
export async function readyEditions(db: Reading, wanted: readonly Adopted[]): Promise<ReadyEdition[]> {
  const unmet = wanted.filter(({ hash }) => !ready.has(hash));
  const texts = await readNormalForms(
    db,
    unmet.map(({ id }) => id),
  );
  return wanted.map((one) => ready.get(one.hash) ?? make(one, texts.get(one.id)));
}

/** An adopted edition by its id and hash. */
export async function readyEdition(db: Reading, id: string, hash: string): Promise<ReadyEdition> {
  const [edition] = await readyEditions(db, [{ id, hash }]);
  return edition as ReadyEdition;
}
