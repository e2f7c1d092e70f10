import { faultsOfReading, readScheme, type Scheme } from '@parindex/core';
import { faultLines } from './fault-report.ts';
import { findSchemes, readDocument } from './files.ts';
import { type ExitCode, FAULTY, type Terminal } from './terminal.ts';

/** Reads one scheme that must be sound; lists its faults and gives the exit status where it is not. */
export async function readSoundScheme(where: string, terminal: Terminal): Promise<Scheme | ExitCode> {
  const file = findSchemes(where, terminal.language)[0]?.scheme ?? where;
  const document = readDocument(file, terminal.language);
  const faults = faultsOfReading(document);
  const scheme = readScheme(document.value, faults);
  if (scheme && faults.none) return scheme;
  terminal.say(
    faultLines(
      faults.list.map((fault) => ({ file, fault, place: document.locate(fault.keys) })),
      terminal,
    ),
  );
  return FAULTY;
}
