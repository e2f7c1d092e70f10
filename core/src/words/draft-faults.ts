import type { Fault } from '../reading/faults.ts';
import { fieldName } from './draft-words.ts';
import { PHRASES } from './index.ts';
import type { Language } from './language.ts';
import { texts } from './texts.ts';

const WORDS = texts({
  missing: { vi: (field: string) => `Chưa có ${field}.`, en: (field: string) => `The ${field} is lacking.` },
});

/** What is wrong in a draft, as it is said beside the part where it is wrong: fields by their names, no keys. */
export const faultOfDraft = ({ code, keys, details }: Pick<Fault, 'code' | 'keys' | 'details'>, language: Language): string =>
  code === 'missingKey' ? WORDS[language].missing(fieldName(keys, language)) : PHRASES[language].fault[code](details);
