import type { Faults } from '../reading/faults.ts';
import { at, type Path } from '../reading/path.ts';
import { isObject, type Raw } from '../reading/raw.ts';
import type { Declarable } from '../snapshot/check-body.ts';
import { TARGET_KINDS, type Target, targetKey } from './entry.ts';

const PARTS = { item: 'items', figure: 'figures' } as const;

/**
 * Checks the mapping of a takeover: everything with data must be mentioned (a new code, or null deliberately), both ends
 * must exist, and no two may be mapped to the same code. Adds all faults, with paths under `path`.
 */
export function checkMapping(raw: Raw | undefined, before: Declarable, after: Declarable, held: readonly Target[], path: Path, faults: Faults): void {
  for (const kind of TARGET_KINDS) {
    const part = PARTS[kind];
    const [known, wanted] = [before[part], after[part]];
    const places = isObject(raw) ? raw[part] : undefined;
    if (places !== undefined && !isObject(places)) continue;
    const taken = new Set<string>();
    for (const id of Object.keys(places ?? {})) {
      const here = at(path, part, id);
      const place = places?.[id];
      if (!known.has(id)) faults.add('unknownId', here, { found: id });
      if (typeof place !== 'string') continue;
      if (!wanted.has(place)) faults.add('unknownId', here, { found: place });
      else if (taken.has(place)) faults.add('duplicateId', here, { found: place });
      taken.add(place);
    }
    const missing = new Map(
      held.flatMap((target) => (target.kind === kind && !(places && Object.hasOwn(places, target.id)) ? [[targetKey(target), target.id]] : [])),
    );
    for (const id of missing.values()) faults.add('missingKey', at(path, part, id), { key: id });
  }
}
