import { useState } from 'react';
import { Arrival } from '../../kit/reading/arrival.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import type { Round } from './queries/rounds.ts';
import { closingTexts } from './texts/closing.ts';
import { roundTexts } from './texts/rounds.ts';

/** Reports that the round was opened, closed or fully confirmed since the page was loaded, as the button for it is gone by then. */
export function RoundChanged({ round }: { round: Round }) {
  const texts = useTexts(roundTexts);
  const closing = useTexts(closingTexts);
  const [first] = useState({ state: round.state, unconfirmed: round.unconfirmed.length });
  const said =
    round.state === first.state
      ? first.unconfirmed > 0 && round.unconfirmed.length === 0
        ? texts.copied.allConfirmed
        : undefined
      : round.state === 'closed'
        ? closing.closed
        : first.state === 'closed'
          ? closing.openAgain
          : texts.opening.done;
  if (said === undefined) return null;
  return (
    <Arrival of={said}>
      <Notice kind="good">{said}</Notice>
    </Arrival>
  );
}
