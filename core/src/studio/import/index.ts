export type { ImportDoubt, ImportDoubtCode } from './doubts.ts';
export { type NameOfDraft, readSchemeTables } from './read-scheme-tables.ts';
export { faultsOfDraft, type ImportedScheme } from './scheme-draft.ts';
