import { useQuery } from '@tanstack/react-query';
import { sessionEndQuery } from '../../../client/session.ts';
import { Notice } from '../../../kit/reading/notice.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { sessionEndedTexts } from '../texts/session-ended.ts';

/** Why somebody who was at work stands before the sign-in page: the cause, where the server can say it to this browser. */
export function SessionEnded() {
  const texts = useTexts(sessionEndedTexts);
  const { data, isPending } = useQuery(sessionEndQuery);
  if (isPending) return null;
  const reason = data?.reason ?? null;
  return (
    <Notice kind="note" title={texts.title}>
      {reason === null ? texts.more : `${texts.reasons[reason]} ${texts.goOn}`}
    </Notice>
  );
}
