import type { RULE_DOUBTS } from '../sentences/bands-of.ts';

/** What of a table was read doubtfully, or not at all; each is told with its place. */
export const IMPORT_DOUBTS = [
  'noTable',
  'columnLeft',
  'sheetHidden',
  'tooManyRows',
  'codeMissing',
  'codeUnread',
  'codeDoubled',
  'codeSkipped',
  'codeAstray',
  'codeLostZero',
  'pointsMissing',
  'pointsUnread',
  'formula',
  'doesNotAddUp',
  'signAgainstGroup',
  'groupUnclear',
  'penaltyByName',
  'sourceUnsure',
  'totalDiffers',
  'levelLeftOut',
  'rowLeftOut',
  'rowJoined',
  'contradicts',
  'markup',
  'ruleToChoose',
  'figuresToName',
  'nothingUnsaid',
  'ruleProposed',
  'carriedUnreadable',
  'carriedOfAnother',
  'cellChanged',
  'cellDiffers',
  'otherCellKept',
  'pointsAlone',
  'columnGone',
  'englishKept',
  'rowAdded',
  'rowMoved',
  'rowRemoved',
  'rowKept',
] as const;
export type ImportDoubtCode = (typeof IMPORT_DOUBTS)[number] | `rule.${(typeof RULE_DOUBTS)[number]}`;

export interface ImportDoubt {
  readonly code: ImportDoubtCode;
  /** The cell, or the table, where it was found. */
  readonly place: string;
  /** The code of the part that it is about, as it stands in the draft. */
  readonly part?: string;
  readonly details: Readonly<Record<string, string>>;
}
