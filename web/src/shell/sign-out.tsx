import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { LogOut } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { loadedLater } from '../client/loaded-later.ts';
import { signOut } from '../client/session.ts';
import { useDraftNames, usePending } from '../device/pending-edits/use-pending-edits.tsx';
import { forgetDeclared } from '../device/uploads/declared.ts';
import { endUploads } from '../device/uploads/open-uploads.ts';
import { useUnfinishedUploads } from '../device/uploads/use-unfinished-uploads.ts';
import { useAct } from '../kit/acts/use-act.ts';
import { ProblemNotice } from '../kit/reading/problem-notice.tsx';
import { useTexts } from '../kit/words/language.tsx';
import { shellTexts } from '../kit/words/shell-texts.ts';

// Few have anything left to be asked about.
const SignOutQuestion = lazy(async () => ({ default: (await loadedLater(() => import('./sign-out-question.tsx'))).SignOutQuestion }));

/** Signs out; confirmed if this device still has unsent edits. */
export function SignOut() {
  const texts = useTexts(shellTexts);
  const kept = usePending().length + useDraftNames().length;
  const going = useUnfinishedUploads().reduce((sum, { count }) => sum + count, 0);
  const asks = kept > 0 || going > 0;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const leave = useAct(signOut, {
    onDone: async () => {
      endUploads();
      forgetDeclared();
      client.clear();
      await navigate({ to: '/dang-nhap' });
    },
  });
  const go = () => leave.mutate();
  return (
    <>
      <button type="button" className="frame-link" title={texts.signOut} onClick={() => (asks ? setAsking(true) : go())}>
        <LogOut size={18} aria-hidden />
        <span>{texts.signOut}</span>
      </button>
      {asking && asks ? (
        <Suspense>
          <SignOutQuestion kept={kept} going={going} leaving={leave.isPending} onLeave={go} onStay={() => setAsking(false)} />
        </Suspense>
      ) : null}
      {leave.error ? <ProblemNotice error={leave.error} /> : null}
    </>
  );
}
