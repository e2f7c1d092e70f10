import { useTexts } from '../../texts/language.tsx';
import { shellTexts } from '../../texts/shell.ts';
import { LinkButton } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';

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
