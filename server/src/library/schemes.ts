import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { faultsOfReading, readScheme, type Scheme } from '@parindex/core';
import { readData, refuse } from './files.ts';

/** Every edition in `schemes/`, checked whole; a faulty one stops the start. */
export function loadSchemes(root: string): Scheme[] {
  return readdirSync(path.join(root, 'schemes'))
    .toSorted()
    .map((name) => `schemes/${name}/scheme.yaml`)
    .filter((file) => existsSync(path.join(root, file)))
    .map((file) => {
      const { document } = readData(root, file);
      const faults = faultsOfReading(document);
      const scheme = readScheme(document.value, faults);
      return scheme && faults.none ? scheme : refuse(file, document, faults);
    });
}
