import { Faults } from '../reading/faults.ts';
import { ROOT } from '../reading/path.ts';
import type { Raw } from '../reading/raw.ts';
import type { Draft } from '../reading/shape.ts';
import { checkBodies, checkReusedCodes, placedInFile } from './check.ts';
import { mergeBodies } from './merge.ts';
import type { Placed } from './placed.ts';
import { type RegistryFile, registryShape } from './shape.ts';
import type { BodyRegistry, RegisteredBody } from './types.ts';

/** The bodies, with the ids of those in the document; or all faults. */
export type ReadRegistry = { registry: BodyRegistry; told: readonly string[]; faults?: never } | { registry?: never; told?: never; faults: Faults };

/**
 * Reads the registry of bodies, or reports all faults at once, with those `found` in reading the file. `stored` bodies
 * are merged and judged with those of the file; a fault in one of them has its place under /stored/{id}.
 */
export function readBodies(raw: Raw, found = new Faults(), stored: readonly RegisteredBody[] = []): ReadRegistry {
  const faults = new Faults();
  faults.addAll(found);
  const draft = registryShape.read(raw, ROOT, faults);
  return draft ? judgeRegistry(draft, placedInFile(draft, faults), stored, false, faults) : { faults };
}

/** Judges a file's bodies together with the stored ones; `oneEnd` as in `mergeBodies`. */
export function judgeRegistry(
  file: Draft<RegistryFile>,
  inFile: readonly Placed[],
  stored: readonly RegisteredBody[],
  oneEnd: boolean,
  faults: Faults,
): ReadRegistry {
  const placed = mergeBodies(inFile, stored, oneEnd, faults);
  const byId = checkBodies(placed, faults);
  checkReusedCodes(file, byId, faults);
  if (!faults.none) return { faults };
  const whole = file as RegistryFile;
  return {
    told: inFile.map(({ body }) => body.id as string),
    registry: {
      bodies: placed.map(({ body }) => body as RegisteredBody),
      byId: byId as ReadonlyMap<string, RegisteredBody>,
      decisions: whole.decisions,
      codesThatChangedHands: whole.codes_that_changed_hands,
      sources: whole.sources,
    },
  };
}
