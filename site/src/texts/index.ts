import type { Language } from '@parindex/core/words/language';
import { en } from './en.ts';
import { type Texts, vi } from './vi.ts';

export const TEXTS: Readonly<Record<Language, Texts>> = { vi, en };
export type { Texts } from './vi.ts';
