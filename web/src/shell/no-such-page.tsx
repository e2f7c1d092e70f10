import { useTexts } from '../kit/language.tsx';
import { LinkButton } from '../kit/link.tsx';
import { Page } from '../kit/page.tsx';
import { shellTexts } from '../kit/shell-texts.ts';

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
