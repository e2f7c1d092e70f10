import { List, Modal, Stack, Title } from '@mantine/core';
import { useMatches } from '@tanstack/react-router';
import { helpOfPage, routeWithoutSlash } from '../capabilities/help/help-of-page.ts';
import { isSketched, PageSketch } from '../capabilities/help/page-sketch.tsx';
import { pageHelpTexts } from '../capabilities/help/texts/page-help.ts';
import { useReturnToOpener } from '../kit/acts/return-to-opener.ts';
import { LinkButton } from '../kit/page/link.tsx';
import { controlTexts } from '../kit/words/control-texts.ts';
import { useTexts } from '../kit/words/language.tsx';
import { ShortcutList } from './shortcut-list.tsx';
import { shortcutTexts } from './shortcut-texts.ts';

/** What the page that is open is for, the keys that work there, and the way to the guides. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const texts = useTexts(shortcutTexts);
  const { close } = useTexts(controlTexts);
  const pages = useTexts(pageHelpTexts);
  const route = routeWithoutSlash(useMatches({ select: (matches) => matches.at(-1)?.fullPath ?? '' }));
  const sentences = helpOfPage(pages, route);
  useReturnToOpener();
  return (
    <Modal opened onClose={onClose} title={texts.help} size="lg" closeButtonProps={{ 'aria-label': close }} transitionProps={{ duration: 0 }}>
      <Stack>
        {sentences.length === 0 ? null : (
          <section aria-label={texts.page}>
            <Title order={2} size="h5">
              {texts.page}
            </Title>
            <List size="sm" mt="xs" spacing="xs">
              {sentences.map((sentence) => (
                <List.Item key={sentence}>{sentence}</List.Item>
              ))}
            </List>
            {isSketched(route) ? <PageSketch route={route} /> : null}
          </section>
        )}
        <LinkButton to="/lam-viec/huong-dan" variant="default" w="fit-content" onClick={onClose}>
          {texts.toGuides}
        </LinkButton>
        <ShortcutList />
      </Stack>
    </Modal>
  );
}
