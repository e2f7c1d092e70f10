import { useState } from 'react';
import { erasureTexts } from '../../texts/erasures.ts';
import { useTexts } from '../../texts/language.tsx';
import { Arrival } from '../../ui/arrival.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErasureList } from './erasure-list.tsx';

/** What waits for a decision; what was decided here is told above it. */
export function OpenErasures() {
  const texts = useTexts(erasureTexts);
  const [done, setDone] = useState<{ readonly told: string }>();
  return (
    <>
      {done ? (
        <Arrival of={done}>
          <Notice kind="good">{done.told}</Notice>
        </Arrival>
      ) : null}
      <ErasureList state="open" title={texts.open} none={texts.openNone} onDecided={(told) => setDone({ told })} />
    </>
  );
}
