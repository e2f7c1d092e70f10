import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { faultsOfReading, readScheme, runCases, type Scheme } from '@parindex/core';
import { readChecks } from '@parindex/core/review/index';
import { readData, refuse } from '../../data-files.ts';

/** An edition whose cases fail is not served. */
function checkCases(root: string, file: string, scheme: Scheme): void {
  if (!existsSync(path.join(root, file))) return;
  const { document } = readData(root, file);
  const faults = faultsOfReading(document);
  runCases(scheme, document.value, faults);
  if (!faults.none) refuse(file, document, faults);
}

/** Declared checks must fit the edition in the same folder. */
function checkChecks(root: string, file: string, scheme: Scheme): void {
  if (!existsSync(path.join(root, file))) return;
  const { document } = readData(root, file);
  const faults = faultsOfReading(document);
  readChecks(document.value, scheme, faults);
  if (!faults.none) refuse(file, document, faults);
}

/** Every edition in `schemes/`, verified with its cases and checks; a faulty one stops the start. */
export function loadSchemes(root: string): Scheme[] {
  return readdirSync(path.join(root, 'schemes'))
    .toSorted()
    .map((name) => `schemes/${name}/scheme.yaml`)
    .filter((file) => existsSync(path.join(root, file)))
    .map((file) => {
      const { document } = readData(root, file);
      const faults = faultsOfReading(document);
      const scheme = readScheme(document.value, faults);
      if (!scheme || !faults.none) return refuse(file, document, faults);
      checkCases(root, path.join(path.dirname(file), 'cases.yaml'), scheme);
      checkChecks(root, path.join(path.dirname(file), 'checks.json'), scheme);
      return scheme;
    });
}
