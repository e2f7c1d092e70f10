import { BECAUSE_PHRASES, EXPLAIN_PHRASES, REASON_NAMES } from './explain-phrases.ts';
import { FAULT_PHRASES, TYPED_DATE_PHRASES, TYPED_NUMBER_PHRASES, UNREADABLE_PHRASES } from './fault-phrases.ts';
import { GROUP_NAMES, SOURCE_NAMES } from './kinds.ts';
import { type Language, quote } from './language.ts';
import { SCHEME_PHRASES } from './scheme-phrases.ts';
import { ITEM_STATE_NAMES, SCHEME_STATUS_NAMES } from './states.ts';

const inOne = (language: Language) => ({
  ...SCHEME_PHRASES[language],
  ...EXPLAIN_PHRASES[language],
  quote,
  status: SCHEME_STATUS_NAMES[language],
  source: SOURCE_NAMES[language],
  group: GROUP_NAMES[language],
  state: ITEM_STATE_NAMES[language],
  reason: REASON_NAMES[language],
  because: BECAUSE_PHRASES[language],
  fault: FAULT_PHRASES[language],
  unreadable: UNREADABLE_PHRASES[language],
  typedNumber: TYPED_NUMBER_PHRASES[language],
  typedDate: TYPED_DATE_PHRASES[language],
});

/** The sentences that the core says of schemes, of what they make of figures, and of faults; those on entries and documents stand beside. Builders put them together; none is written elsewhere. */
export type Phrases = ReturnType<typeof inOne>;

export const PHRASES: Readonly<Record<Language, Phrases>> = { vi: inOne('vi'), en: inOne('en') };
