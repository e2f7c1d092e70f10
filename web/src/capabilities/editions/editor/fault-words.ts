import type { Fault } from '@parindex/core/reading/faults';
import type { Raw } from '@parindex/core/reading/raw';
import { fieldName, nameOfPlace } from '@parindex/core/words/draft-words';
import { type Language, PHRASES } from '@parindex/core/words/index';
import { beginning } from '@parindex/core/words/language';
import { editorTexts } from '../texts/editor.ts';

/** What is wrong, as it is said beside the field where it is wrong. */
export function faultSentence({ code, keys, details }: Fault, language: Language): string {
  const texts = editorTexts[language].faults;
  if (code === 'missingKey') return texts.missing(fieldName(keys, language));
  return PHRASES[language].fault[code](details);
}

/** The same in a list, with the part in which it is. */
export function faultLine(fault: Fault, document: Raw, language: Language): string {
  const texts = editorTexts[language].faults;
  const said = faultSentence(fault, language);
  const isOfRule = fault.keys.includes('rule') && fault.keys.at(-1) !== 'rule';
  return texts.line(beginning(nameOfPlace(document, fault.keys, language)), isOfRule ? texts.ofRule(said) : said);
}
