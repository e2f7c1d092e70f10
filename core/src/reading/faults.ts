import { keysOf, type Path, pointer } from './path.ts';

/** What can be wrong with a questionnaire alone. */
export const QUESTIONNAIRE_FAULTS = ['optionWithoutWeight', 'questionNotFed', 'questionStranded'] as const;

/** Everything that can be wrong with a scheme, a snapshot, a computation or a questionnaire. */
export const FAULT_CODES = [
  'missingKey',
  'unknownKey',
  'doubledKey',
  'wrongType',
  'emptyText',
  'textTooLong',
  'badCharacter',
  'notANumber',
  'tooManyPlaces',
  'outOfRange',
  'unknownValue',
  'duplicateId',
  'unknownId',
  'notAllowedHere',
  'badExpression',
  'cycle',
  'bandsOrder',
  'classesOrder',
  'doesNotAddUp',
  'answerNotTaken',
  'notApplicableRefused',
  'overWhole',
  'divisionByZero',
  'caseFails',
  'notInText',
  ...QUESTIONNAIRE_FAULTS,
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

export interface Fault {
  readonly code: FaultCode;
  readonly keys: readonly (string | number)[];
  readonly path: string;
  /** What the sentence for people needs: what was found, what was expected. */
  readonly details: Readonly<Record<string, string>>;
}

/** Gathers faults; each (code, path) once. */
export class Faults {
  readonly #seen = new Map<string, Fault>();
  readonly #paths = new Set<string>();

  add(code: FaultCode, path: Path, details: Record<string, string> = {}): void {
    this.copy({ code, keys: keysOf(path), path: pointer(path), details });
  }

  copy(fault: Fault): void {
    const key = `${fault.code} ${fault.path}`;
    if (!this.#seen.has(key)) this.#seen.set(key, fault);
    this.#paths.add(fault.path);
  }

  addAll(others: Faults): void {
    for (const fault of others.list) this.copy(fault);
  }

  /** Whether something is wrong at the very place. */
  has(path: Path): boolean {
    return this.#paths.has(pointer(path));
  }

  get list(): Fault[] {
    return [...this.#seen.values()];
  }

  get none(): boolean {
    return this.#seen.size === 0;
  }
}
