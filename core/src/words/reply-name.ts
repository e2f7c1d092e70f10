import type { ReplyKind } from '../appraisal/explanation.ts';
import type { Language } from './language.ts';
import { REPLY_NAMES } from './states.ts';

const ANSWERED = { vi: 'Có giải trình', en: 'Explains' } as const;

/** What kind of answer it is; where only a question was asked there is nothing to disagree with. */
export const replyName = (kind: ReplyKind, { contested }: { readonly contested: boolean }, language: Language): string =>
  kind === 'explains' && !contested ? ANSWERED[language] : REPLY_NAMES[language][kind];
