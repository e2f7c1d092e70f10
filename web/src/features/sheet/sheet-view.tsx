import { Box, Button, Drawer, Grid, Group, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure, useHotkeys, useMediaQuery } from '@mantine/hooks';
import { displayFraction } from '@parindex/core/quantity/display';
import { itemsOfDomains } from '@parindex/core/scheme/types';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useMemo } from 'react';
import { loadedLater } from '../../api/loaded-later.ts';
import { controlTexts } from '../../texts/controls.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { sheetTexts } from '../../texts/sheet.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { usePrinting } from '../../ui/printing.ts';
import { Freezing } from './freezing.tsx';
import { ItemPage } from './item-page.tsx';
import { Outline } from './outline.tsx';
import { SaveState } from './save-state.tsx';
import { useSheet } from './sheet-at-work.tsx';
import { SheetOnPaper } from './sheet-on-paper.tsx';
import { StepState } from './step-state.tsx';

const loadList = () => loadedLater(() => import('./list-view.tsx'));
const ListView = lazy(async () => ({ default: (await loadList()).ListView }));

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/bang-diem/$body');

/** Out of use, and yet in its place: a button that is disabled under one's finger takes the focus away. */
const ended = (is: boolean) => (is ? { 'data-disabled': true, 'aria-disabled': true } : {});

/** The sheet on the screen: items at the left, the one that is open at the right; or all of them as a list. */
export function SheetView() {
  const texts = useTexts(sheetTexts);
  const controls = useTexts(controlTexts);
  const { language } = useLanguage();
  const { shown, undo } = useSheet();
  const { item: open, view } = route.useSearch();
  const navigate = useNavigate({ from: '/lam-viec/ky-danh-gia/$round/bang-diem/$body' });
  const [drawer, { open: openDrawer, close: closeDrawer }] = useDisclosure(false);
  // Hidden by style alone, a hundred lines would still be drawn anew with each item on a phone.
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const items = useMemo(() => itemsOfDomains(shown.rules.scheme.domains), [shown.rules.scheme]);

  const printing = usePrinting();

  // Whoever loses the line later finds the list all the same.
  useEffect(() => void loadList().catch(() => undefined), []);

  const goTo = useCallback(
    (code: string) => {
      closeDrawer();
      void navigate({ search: { item: code }, resetScroll: false });
    },
    [closeDrawer, navigate],
  );
  const at = items.findIndex(({ code }) => code === open);
  const step = (by: number) => {
    const next = items[at + by];
    if (next) goTo(next.code);
  };
  const nextOpen = () => {
    const next = [...items.slice(at + 1), ...items.slice(0, at + 1)].find(({ code }) => shown.score(code).result.state === 'notAnswered');
    if (next) goTo(next.code);
  };
  const toggleList = () =>
    void navigate({
      search: view === 'list' ? { ...(open === undefined ? {} : { item: open }) } : { view: 'list', ...(open === undefined ? {} : { item: open }) },
    });
  useHotkeys(
    [
      ['alt+ArrowDown', () => step(1)],
      ['alt+ArrowUp', () => step(-1)],
      ['alt+N', nextOpen],
      ['alt+Z', () => undo()],
      ['alt+L', toggleList],
    ],
    [],
  );
  const show = ({ kind, id }: { kind: 'item' | 'figure'; id: string }) => {
    const code =
      kind === 'item'
        ? id
        : [...shown.rules.forms.values()].find(({ fields }) => fields.some(({ target }) => target.kind === 'figure' && target.id === id))?.item;
    if (code !== undefined) goTo(code);
  };
  const { total } = shown;
  const item = items[at];
  return (
    <Page
      title={texts.title(shown.answer.body.name)}
      lead={
        <>
          {texts.claimed}:{' '}
          <strong className="figures">{texts.points(displayFraction(total.points, language), displayFraction(total.maximum, language))}</strong>
          {shown.provisional ? ` (${texts.provisionalShort})` : ''}
        </>
      }
      actions={
        <>
          <Button variant="default" onClick={toggleList}>
            {view === 'list' ? texts.asItems : texts.asList}
          </Button>
          <Freezing />
        </>
      }
    >
      <StepState />
      <Paper className="sticky-bar screen-only" withBorder px="sm" py={6}>
        <Group justify="space-between" gap="xs">
          <SaveState onUndo={() => undo()} onShow={show} />
          {view === 'list' ? null : (
            <Group gap={4} className="screen-only">
              <Button size="compact-sm" variant="default" hiddenFrom="md" onClick={openDrawer}>
                {texts.openOutline}
              </Button>
              <Button size="compact-sm" variant="default" {...ended(at <= 0)} onClick={() => step(-1)}>
                {texts.previousItem}
              </Button>
              <Button size="compact-sm" variant="default" {...ended(at === items.length - 1)} onClick={() => step(1)}>
                {texts.nextItem}
              </Button>
              <Button size="compact-sm" variant="default" onClick={nextOpen}>
                {texts.nextOpen}
              </Button>
            </Group>
          )}
        </Group>
      </Paper>
      {printing ? <SheetOnPaper /> : null}
      <Box className="screen-only">
        {view === 'list' ? (
          <Suspense fallback={<Loading />}>
            <ListView onOpen={goTo} />
          </Suspense>
        ) : (
          <Grid gap="lg">
            {wide ? (
              <Grid.Col span={4}>
                <Box className="beside">
                  <Outline open={open} onOpen={goTo} />
                </Box>
              </Grid.Col>
            ) : null}
            <Grid.Col span={{ base: 12, md: 8 }}>
              {item ? (
                <ItemPage item={item} />
              ) : (
                <Empty title={open === undefined ? texts.choose : texts.unknownItem(open)}>
                  <Stack align="flex-start">
                    <Button onClick={nextOpen}>{texts.nextOpen}</Button>
                  </Stack>
                </Empty>
              )}
            </Grid.Col>
          </Grid>
        )}
      </Box>
      <Drawer
        opened={drawer}
        onClose={closeDrawer}
        title={<Text fw={600}>{texts.outline}</Text>}
        size="100%"
        hiddenFrom="md"
        closeButtonProps={{ 'aria-label': controls.close }}
      >
        <Outline open={open} onOpen={goTo} />
      </Drawer>
    </Page>
  );
}
