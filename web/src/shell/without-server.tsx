import { Button, Text } from '@mantine/core';
import { Mark } from '@parindex/design/mark.tsx';
import { CloudOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { reloadIfReachable } from '../client/loaded-later.ts';
import { Unanswered } from '../client/request.ts';
import { countKept } from '../device/pending-edits/store.ts';
import { Page } from '../kit/page/page.tsx';
import { PageProblem } from '../kit/reading/page-problem.tsx';
import { useTexts } from '../kit/words/language.tsx';
import { shellTexts } from '../kit/words/shell-texts.ts';
import { withoutServerTexts } from './without-server-texts.ts';

/** The server is asked again this often, in milliseconds, while nothing can be shown. */
const ASK_AGAIN = 10_000;

/** The workspace without a line: the program stands, says so, and tells what waits on this device. It goes on by itself once the server answers. */
export function WithoutServer({ error }: { error: unknown }) {
  const texts = useTexts(withoutServerTexts);
  const { product, problem } = useTexts(shellTexts);
  const [kept, setKept] = useState<number>();
  const unanswered = error instanceof Unanswered;
  useEffect(() => {
    if (!unanswered) return;
    countKept().then(setKept, () => undefined);
    const ask = () => void reloadIfReachable();
    const timer = setInterval(ask, ASK_AGAIN);
    addEventListener('online', ask);
    return () => {
      clearInterval(timer);
      removeEventListener('online', ask);
    };
  }, [unanswered]);
  if (!unanswered) return <PageProblem error={error} />;
  return (
    <div className="signed-out">
      <header className="frame-head">
        <span className="frame-brand">
          <Mark size={28} />
          <span className="frame-product">{product}</span>
        </span>
      </header>
      <main className="signed-out-page">
        <Page title={problem.unanswered} lead={texts.lead}>
          <div className="card empty" role="status">
            <CloudOff size={32} strokeWidth={1.5} aria-hidden />
            <p className="empty-title">{kept === undefined ? texts.notRead : kept === 0 ? texts.nothingKept : texts.kept(kept)}</p>
            <Text>{texts.more}</Text>
            <Button onClick={() => void reloadIfReachable()}>{problem.again}</Button>
          </div>
        </Page>
      </main>
    </div>
  );
}
