import type { NotedFlag, ResponseFlag } from '@parindex/core/survey/quality/flags';
import type { Language } from '@parindex/core/words/language';
import { qualityFlagText } from '@parindex/core/words/quality-flag-words';

/** As one sentence each. */
export const presentFlags = (flags: readonly NotedFlag[], language: Language) =>
  flags.map((flag) => ({ code: flag.code, text: qualityFlagText({ ...flag, response: '' } as ResponseFlag, language) }));
