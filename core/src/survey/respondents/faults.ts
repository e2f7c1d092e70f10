import { LETTER_REFUSALS } from '../../text/old-encodings/recognised-text.ts';
import type { Details } from '../../words/texts.ts';
import type { RespondentColumn } from './types.ts';

/** Everything for which a list of respondents, or a line of it, is not taken; the letters' own refusals among them. */
export const RESPONDENT_FAULTS = [
  'noHead',
  'columnMissing',
  'columnUnknown',
  'columnTwice',
  'noWayColumn',
  'cellBeyond',
  'noRespondents',
  'tooManyLines',
  'formulaCell',
  'controlCharacter',
  'textTooLong',
  'nameEmpty',
  'groupMissing',
  'groupUnknown',
  'groupAmbiguous',
  'badPhone',
  'formerPhone',
  'badMail',
  'noWay',
  'phoneTwice',
  'mailTwice',
  'personTwice',
  'phoneKnown',
  'mailKnown',
  'personKnown',
  ...LETTER_REFUSALS,
] as const;
export type RespondentFaultCode = (typeof RESPONDENT_FAULTS)[number];

/** What is told of a list and stops nothing. */
export const RESPONDENT_NOTICES = ['converted', 'phoneZeroAdded', 'likePerson', 'likeKnownPerson'] as const;
export type RespondentNoticeCode = (typeof RESPONDENT_NOTICES)[number];

interface Told<Code> {
  /** The line of the file; null where it is about the whole. */
  readonly line: number | null;
  /** Null where it is about the line, or about a column that is none of the list's. */
  readonly column: RespondentColumn | null;
  readonly code: Code;
  readonly details: Details;
}
export type RespondentFault = Told<RespondentFaultCode>;
export type RespondentNotice = Told<RespondentNoticeCode>;
