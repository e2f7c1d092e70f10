import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Faults, ownItems, type Raw } from '@parindex/core';
import { defaultChecks, readChecks, type SheetChecks } from '@parindex/core/review/index';
import { readData } from '../../data-files.ts';
import type { ReadyEdition } from './ready.ts';

/** The contents of `schemes/<edition>/checks.json`, by edition id. */
export type CheckFiles = ReadonlyMap<string, Raw>;

/** Reads the checks beside the editions of the checkout; whether they fit the scheme is judged at the start. */
export const readCheckFiles = (root: string): CheckFiles =>
  new Map(
    readdirSync(path.join(root, 'schemes'))
      .map((edition) => [edition, path.join('schemes', edition, 'checks.json')] as const)
      .filter(([, file]) => existsSync(path.join(root, file)))
      .map(([edition, file]) => [edition, readData(root, file).document.value]),
  );

// An adopted edition never changes, and the files are read once at the start.
const known = new WeakMap<CheckFiles, Map<ReadyEdition, SheetChecks>>();

/** The checks of an adopted edition: those beside it if they fit it, otherwise the defaults (decision 0023). */
export function checksOf(files: CheckFiles, edition: ReadyEdition): SheetChecks {
  const ofFiles = known.get(files) ?? new Map<ReadyEdition, SheetChecks>();
  known.set(files, ofFiles);
  const raw = files.get(edition.id);
  const checks = ofFiles.get(edition) ?? (raw === undefined ? undefined : readChecks(raw, edition.scheme, new Faults())) ?? defaultChecks(edition.id);
  ofFiles.set(edition, checks);
  return checks;
}

const ownKnown = new WeakMap<SheetChecks, ReadonlySet<string>>();

/** The items of an edition that a body scores itself. */
export function ownItemsOf(files: CheckFiles, edition: ReadyEdition): ReadonlySet<string> {
  const checks = checksOf(files, edition);
  const own = ownKnown.get(checks) ?? ownItems(edition.prepared, checks);
  ownKnown.set(checks, own);
  return own;
}
