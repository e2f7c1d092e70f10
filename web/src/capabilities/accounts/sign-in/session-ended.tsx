import { useTexts } from '../../../kit/language.tsx';
import { Notice } from '../../../kit/notice.tsx';
import { sessionEndedTexts } from '../texts/session-ended.ts';

/** Why somebody who was at work stands before the sign-in page. */
export function SessionEnded() {
  const texts = useTexts(sessionEndedTexts);
  return (
    <Notice kind="note" title={texts.title}>
      {texts.more}
    </Notice>
  );
}
