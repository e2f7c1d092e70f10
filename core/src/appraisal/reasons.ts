import type { Language } from '../words/language.ts';
import { verdictReasons } from '../words/verdict-reasons.ts';

/** A reason for deciding otherwise than claimed, as the owner of a round words it. */
export interface VerdictReason {
  readonly code: string;
  /** In Vietnamese. */
  readonly name: string;
  /** null: the Vietnamese words are read in English too. */
  readonly english: string | null;
  /** Chosen no more; verdicts that were given for it keep its words. */
  readonly retired: boolean;
}

/** The list that a round begins with. */
export const DEFAULT_REASONS: readonly VerdictReason[] = Object.entries(verdictReasons.vi).map(([code, name]) => ({
  ...{ code, name, retired: false },
  english: verdictReasons.en[code as keyof typeof verdictReasons.en],
}));

/** A reason as it is wanted; without a code a new one. */
export type WantedReason = Pick<VerdictReason, 'name' | 'english'> & { readonly code: string | null };

/**
 * The list once its owner has replaced what is offered, in that order. A reason for which verdicts were given is never worded
 * anew nor taken away: it is retired, and other words stand in its place under a code of their own.
 * @param used codes for which verdicts were given
 */
export function reasonsAfter(before: readonly VerdictReason[], wanted: readonly WantedReason[], used: ReadonlySet<string>): readonly VerdictReason[] {
  const taken = new Set([...before.map(({ code }) => code), ...used]);
  const newCode = (): string => {
    let number = 1;
    while (taken.has(`own${number}`)) number += 1;
    taken.add(`own${number}`);
    return `own${number}`;
  };
  const offered = wanted.map(({ code, name, english }): VerdictReason => {
    const stood = before.find((reason) => reason.code === code);
    const keeps = stood !== undefined && (!used.has(stood.code) || (stood.name === name && stood.english === english));
    return { code: keeps ? stood.code : newCode(), name, english, retired: false };
  });
  const kept = before.filter(({ code }) => used.has(code) && !offered.some((reason) => reason.code === code));
  return [...offered, ...kept.map((reason) => ({ ...reason, retired: true }))];
}

/** What a reason says; undefined where the list does not know it. */
export function reasonName(reasons: readonly VerdictReason[], code: string | null, language: Language): string | undefined {
  const reason = reasons.find((one) => one.code === code);
  return language === 'en' ? (reason?.english ?? reason?.name) : reason?.name;
}
