import { type Fault, PHRASES, type Place } from '@parindex/core';
import { paint, type Terminal } from './terminal.ts';

/** A fault with its place in the authored text. */
export interface PlacedFault {
  readonly file: string;
  readonly fault: Fault;
  readonly place: Place;
}

/** The contract's form of a fault. */
export const faultJson = ({ fault, place }: PlacedFault) => ({
  code: fault.code,
  path: fault.path,
  line: place.line,
  column: place.column,
  message: { vi: PHRASES.vi.fault[fault.code](fault.details), en: PHRASES.en.fault[fault.code](fault.details) },
});

/** "file:line:column  path  sentence" for each fault, in the order of the text. */
export function faultLines(faults: readonly PlacedFault[], terminal: Terminal): string {
  return faults
    .toSorted((a, b) => a.file.localeCompare(b.file) || a.place.line - b.place.line || a.place.column - b.place.column)
    .map(
      ({ file, fault, place }) =>
        `${paint(terminal, 'cyan', `${file}:${place.line}:${place.column}`)}  ${fault.path || '/'}  ${paint(terminal, 'red', PHRASES[terminal.language].fault[fault.code](fault.details))}\n`,
    )
    .join('');
}
