import { Page } from '../../kit/page/page.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { ErasureList } from './erasure-list.tsx';
import { OpenErasures } from './open-erasures.tsx';
import { RemovalCopies } from './removal-copies.tsx';
import { RetentionPart } from './retention-part.tsx';
import { erasureTexts } from './texts/erasures.ts';

/** What is to go: asked for, decided, and what becomes due. */
export function ErasuresPage() {
  const texts = useTexts(erasureTexts);
  return (
    <Page title={texts.title} lead={texts.lead}>
      <RemovalCopies />
      <OpenErasures />
      <RetentionPart />
      <ErasureList state="decided" title={texts.decided} none={texts.decidedNone} />
    </Page>
  );
}
