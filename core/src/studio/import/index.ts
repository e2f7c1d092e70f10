export type { ImportDoubt, ImportDoubtCode } from './doubts.ts';
export { nameOfFile } from './name-of-file.ts';
export { type NameOfDraft, readSchemeTables } from './read-scheme-tables.ts';
export { ruleInWords } from './rule-in-words.ts';
export { faultsOfDraft, type ImportedPart, type ImportedScheme, withRulesOf } from './scheme-draft.ts';
