import { erasureTexts } from '../../texts/erasures.ts';
import { useTexts } from '../../texts/language.tsx';
import { Page } from '../../ui/page.tsx';
import { ErasureList } from './erasure-list.tsx';
import { OpenErasures } from './open-erasures.tsx';
import { RetentionPart } from './retention-part.tsx';

/** What is to go: asked for, decided, and what becomes due. */
export function ErasuresPage() {
  const texts = useTexts(erasureTexts);
  return (
    <Page title={texts.title} lead={texts.lead}>
      <OpenErasures />
      <RetentionPart />
      <ErasureList state="decided" title={texts.decided} none={texts.decidedNone} />
    </Page>
  );
}
