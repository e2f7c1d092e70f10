export { inLanguage, LANGUAGES, type Language } from './language.ts';
export { PHRASES, type Phrases } from './phrases.ts';
