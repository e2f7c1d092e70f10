import { useState } from 'react';
import { Notice } from '../../../kit/reading/notice.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { viewerTexts } from '../texts/viewer.ts';

/** The preview of an image; `zoom` 1 fits the width. */
export function ImageView({ url, name, zoom }: { url: string; name: string; zoom: number }) {
  const texts = useTexts(viewerTexts);
  const [failed, setFailed] = useState(false);
  if (failed) return <Notice kind="fault">{texts.imageFailed}</Notice>;
  return <img src={url} alt={texts.imageAlt(name)} style={{ display: 'block', width: `${zoom * 100}%`, height: 'auto' }} onError={() => setFailed(true)} />;
}
