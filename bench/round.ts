import { readFileSync } from 'node:fs';
import { Faults, illustrativeRound, type Raw, readScheme, readYaml, type Scheme } from '@parindex/core';

/** An edition of the checkout. */
export function readEdition(id: string): Scheme {
  const faults = new Faults();
  const scheme = readScheme(readYaml(readFileSync(new URL(`../schemes/${id}/scheme.yaml`, import.meta.url), 'utf8')).value, faults);
  if (!scheme) throw new Error(`${id}: ${faults.list.length} faults`);
  return scheme;
}

/** An invented round over an edition. */
export const inventedRound = (scheme: Scheme, bodies: number): Raw =>
  illustrativeRound(scheme, { bodies, year: 2022, seed: 1, name: 'Tỉnh Minh họa', type: 'province' }) as unknown as Raw;
