import type { PersonalDataHint } from '../evidence/personal-data.ts';
import type { SecretMark } from '../evidence/secret-marks.ts';
import { EVIDENCE_PHRASES } from './evidence-phrases.ts';
import { type Language, quote } from './language.ts';

/** Why a document with a mark of secrecy does not come in, as one sentence. */
export function secretMarkText({ level }: SecretMark, language: Language): string {
  const evidence = EVIDENCE_PHRASES[language];
  return evidence.secretMark(quote(evidence.secretLevel[level]));
}

/** What personal data a page may hold, as one sentence. */
export const personalDataText = ({ kind, page, count }: PersonalDataHint, language: Language): string =>
  EVIDENCE_PHRASES[language].personalData[kind](String(page), String(count));
