import type { PersonalDataHint } from '../evidence/personal-data.ts';
import type { SecretMark } from '../evidence/secret-marks.ts';
import { type Language, PHRASES } from './index.ts';

/** Why a document with a mark of secrecy does not come in, as one sentence. */
export function secretMarkText({ level }: SecretMark, language: Language): string {
  const { evidence, quote } = PHRASES[language];
  return evidence.secretMark(quote(evidence.secretLevel[level]));
}

/** What personal data a page may hold, as one sentence. */
export const personalDataText = ({ kind, page, count }: PersonalDataHint, language: Language): string =>
  PHRASES[language].evidence.personalData[kind](String(page), String(count));
