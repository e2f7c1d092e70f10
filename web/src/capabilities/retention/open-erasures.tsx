import { useState } from 'react';
import { Arrival } from '../../kit/arrival.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
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
