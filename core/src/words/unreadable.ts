import type { Unreadable } from '../reading/raw.ts';
import { type Language, PHRASES } from './index.ts';

/** Why a text could not be read; what the library said stands beside it in English only, for it speaks no other. */
export function unreadableText({ code, detail }: Unreadable, language: Language): string {
  const sentence = PHRASES[language].unreadable[code];
  return language === 'en' && detail ? `${sentence} (${detail})` : sentence;
}
