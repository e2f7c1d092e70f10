import type { Language } from '@parindex/core';
import type { Consequence, ConsequenceCode } from '@parindex/core/round/index';
import { Problem } from '../../http/problems.ts';

export const presentConsequence = ({ code, about, text }: Consequence, language: Language) => ({ code, about: [...about], text: text[language] });

/** Refuses an act whose consequences were not all told to whoever asks for it; the answer tells them. */
export function requireTold(found: readonly Consequence[], told: readonly ConsequenceCode[], language: Language): void {
  requirePresentedTold(
    found.map((consequence) => presentConsequence(consequence, language)),
    told,
  );
}

/** The same of what is put in words already. */
export function requirePresentedTold(
  found: readonly { readonly code: string; readonly text: string; readonly about: readonly string[] }[],
  told: readonly string[],
): void {
  if (!found.every(({ code }) => told.includes(code))) throw new Problem('consequencesUntold', { more: { consequences: found } });
}
