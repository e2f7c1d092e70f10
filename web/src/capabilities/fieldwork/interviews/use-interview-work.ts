import { useCallback, useEffect, useRef, useState } from 'react';
import { type SentAs, sendInterviews } from '../../../device/interviews/send-interviews.ts';
import type { InterviewStore, KeptInterview, KeptVisit, KeptWork } from '../../../device/interviews/store.ts';
import { waitingOf } from '../../../device/interviews/work-of-day.ts';

/** How often a device tries to send what waits, in milliseconds. */
const EVERY = 60_000;

/** Whether something waits that was not refused before. */
const hasNews = (kept: KeptWork): boolean => waitingOf(kept).visits > 0 || kept.interviews.some(({ finished, refusal }) => finished && refusal === undefined);

/** The work that a device keeps, as its page changes and sends it. */
export function useInterviewWork(store: InterviewStore) {
  const [work, setWork] = useState<KeptWork>();
  const [line, setLine] = useState<SentAs>();
  const [isFull, setFull] = useState(false);
  const [isSending, setSending] = useState(false);
  /** Changes are written one after the other, in the order in which they were made. */
  const writing = useRef<Promise<unknown>>(Promise.resolve());

  const refresh = useCallback(async () => setWork(await store.read()), [store]);
  const send = useCallback(async () => {
    setSending(true);
    try {
      await writing.current;
      setLine(await sendInterviews(store));
    } catch {
      setLine('unanswered');
    } finally {
      setSending(false);
      await refresh();
    }
  }, [store, refresh]);

  useEffect(() => {
    void refresh().then(send);
    const online = () => void send();
    window.addEventListener('online', online);
    const timer = setInterval(() => void store.read().then((kept) => (hasNews(kept) ? send() : undefined)), EVERY);
    return () => {
      window.removeEventListener('online', online);
      clearInterval(timer);
    };
  }, [store, refresh, send]);

  const write = useCallback(
    (change: Parameters<InterviewStore['change']>[0]): Promise<void> => {
      const written = writing.current
        .then(() => store.change(change))
        .then(
          () => setFull(false),
          (error: unknown) => {
            // What is on the page stays there, and its person is told.
            setFull(true);
            throw error;
          },
        );
      writing.current = written.catch(() => undefined);
      return written;
    },
    [store],
  );

  return {
    ...{ work, line, isFull, isSending, send },
    keepInterview: (interview: KeptInterview): Promise<void> => write({ put: [['interview', interview.address, interview]] }),
    /** The interview and that it was held: both, or neither. */
    finishInterview: async (interview: KeptInterview): Promise<void> => {
      const visit: KeptVisit = {
        id: crypto.randomUUID(),
        address: interview.address,
        at: new Date().toISOString(),
        outcome: 'interviewed',
        returnAt: null,
        note: null,
      };
      await write({
        put: [
          ['interview', interview.address, interview],
          ['visit', visit.id, visit],
        ],
      });
      await refresh();
      void send();
    },
    noteVisit: async (visit: KeptVisit): Promise<void> => {
      await write({ put: [['visit', visit.id, visit]] });
      await refresh();
      void send();
    },
    refresh,
  };
}
