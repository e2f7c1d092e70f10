import { LinkButton } from '../kit/page/link.tsx';
import { Page } from '../kit/page/page.tsx';
import { useTexts } from '../kit/words/language.tsx';
import { shellTexts } from '../kit/words/shell-texts.ts';

/** An unknown address of the workspace: the frame and its navigation stay. */
export function NoSuchPage() {
  const texts = useTexts(shellTexts);
  return (
    <Page title={texts.notFound} lead={texts.notFoundMore}>
      <LinkButton to="/lam-viec" w="fit-content">
        {texts.toHome}
      </LinkButton>
    </Page>
  );
}
