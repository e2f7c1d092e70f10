import { useState } from 'react';
import { Arrival } from '../../kit/reading/arrival.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { ErasureList } from './erasure-list.tsx';
import { erasureTexts } from './texts/erasures.ts';

/** Open requests; decisions taken on this page are reported above. */
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
