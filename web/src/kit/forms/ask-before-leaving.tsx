import { useBlocker } from '@tanstack/react-router';
import { later } from '../reading/later.tsx';

const LeaveQuestion = later(async () => (await import('./leave-question.tsx')).LeaveQuestion, { fallback: null, withoutLine: true });

interface AskBeforeLeavingProps {
  readonly unsaved: boolean;
  /** Whether another view of the same page takes away what is typed as well. */
  readonly ofView?: boolean;
}

/** Asks before a page is left on which something is typed and not saved; within the page, between parts that stay, nothing is asked. */
export function AskBeforeLeaving({ unsaved, ofView = false }: AskBeforeLeavingProps) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      unsaved && (current.pathname !== next.pathname || (ofView && JSON.stringify(current.search) !== JSON.stringify(next.search))),
    enableBeforeUnload: () => unsaved,
    disabled: !unsaved,
    withResolver: true,
  });
  return blocker.status === 'blocked' ? <LeaveQuestion onStay={blocker.reset} onLeave={blocker.proceed} /> : null;
}
