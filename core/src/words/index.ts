import { en } from './en.ts';
import type { Language } from './language.ts';
import type { Phrases } from './phrases.ts';
import { vi } from './vi.ts';

export const PHRASES: Readonly<Record<Language, Phrases>> = { vi, en };
export { inLanguage, LANGUAGES, type Language } from './language.ts';
export type { Phrases } from './phrases.ts';
