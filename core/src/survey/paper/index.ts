// Paper forms of a survey, for server and workspace.
export {
  answerAt,
  countedAnswers,
  differingLines,
  type Entry,
  type EntryLine,
  entryLines,
  judgeEntry,
  linesOfEntry,
  reconciled,
  type TypedLine,
} from './entry.ts';
export { CODE_LENGTH, CODE_SIGNS, type CodeFault, codeOf, endOfCode, groupedCode, readCode } from './form-code.ts';
