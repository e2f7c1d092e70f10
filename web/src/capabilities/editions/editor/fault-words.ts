import type { Fault } from '@parindex/core/reading/faults';
import type { Raw } from '@parindex/core/reading/raw';
import { faultOfDraft } from '@parindex/core/words/draft-faults';
import { nameOfPlace } from '@parindex/core/words/draft-words';
import { beginning, type Language } from '@parindex/core/words/language';
import { editorTexts } from '../texts/editor.ts';

/** What is wrong in a list, with the part in which it is. */
export function faultLine(fault: Fault, document: Raw, language: Language): string {
  const texts = editorTexts[language].faults;
  const said = faultOfDraft(fault, language);
  const isOfRule = fault.keys.includes('rule') && fault.keys.at(-1) !== 'rule';
  return texts.line(beginning(nameOfPlace(document, fault.keys, language)), isOfRule ? texts.ofRule(said) : said);
}
