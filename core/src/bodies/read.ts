import { Faults } from '../reading/faults.ts';
import { ROOT } from '../reading/path.ts';
import type { Raw } from '../reading/raw.ts';
import { checkRegistry } from './check.ts';
import { type RegistryFile, registryShape } from './shape.ts';
import type { BodyRegistry } from './types.ts';

/** Reads the registry of bodies, or says all that is wrong with it at once, with those `found` in reading the file. */
export function readBodies(raw: Raw, found = new Faults()): { registry: BodyRegistry; faults?: never } | { registry?: never; faults: Faults } {
  const faults = new Faults();
  faults.addAll(found);
  const draft = registryShape.read(raw, ROOT, faults);
  if (draft) checkRegistry(draft, faults);
  if (!draft || !faults.none) return { faults };
  const file = draft as RegistryFile;
  const bodies = [...file.provinces, ...file.ministries];
  return {
    registry: {
      bodies,
      byId: new Map(bodies.map((body) => [body.id, body])),
      decisions: file.decisions,
      codesThatChangedHands: file.codes_that_changed_hands,
      sources: file.sources,
    },
  };
}
