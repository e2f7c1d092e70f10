import type { Language } from '@parindex/core';
import type { Consequence, ConsequenceCode } from '@parindex/core/round/index';
import { Problem } from '../../http/problems.ts';

export const presentConsequence = ({ code, about, text }: Consequence, language: Language) => ({ code, about: [...about], text: text[language] });

/** Refuses an act whose consequences were not all told to whoever asks for it; the answer tells them. */
export function requireTold(found: readonly Consequence[], told: readonly ConsequenceCode[], language: Language): void {
  if (found.every(({ code }) => told.includes(code))) return;
  throw new Problem('consequencesUntold', { more: { consequences: found.map((consequence) => presentConsequence(consequence, language)) } });
}
