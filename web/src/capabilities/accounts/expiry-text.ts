import type { Language } from '@parindex/core';
import { deadlineText } from '@parindex/core/words/step-times';

/** When a link or a token ends: "hết ngày 29/12/2026" of one that ends with the last second of its day, as tokens do. */
export const expiryText = (expiresAt: string, language: Language): string => deadlineText(new Date(Date.parse(expiresAt) + 1_000).toISOString(), language);
