import { useTexts } from '../kit/language.tsx';
import { LinkButton } from '../kit/link.tsx';
import { Page } from '../kit/page.tsx';
import { shellTexts } from '../kit/shell-texts.ts';

/** An address of the workspace that leads nowhere: the frame stays, with all its ways on. */
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
