import { Box, Button, Drawer, Grid, Group, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure, useHotkeys, useMediaQuery } from '@mantine/hooks';
import { isItemMine } from '@parindex/core/assignments/assigned-targets';
import { itemsOfDomains } from '@parindex/core/scheme/types';
import { isUnanswered } from '@parindex/core/scoring/claims';
import { beginning } from '@parindex/core/words/language';
import { ifUnconfirmedText, leftText, pointsOver, scoredText } from '@parindex/core/words/points-text';
import { besidesText, openedText, sourceText } from '@parindex/core/words/source-text';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo } from 'react';
import { citesAnything } from '../../capabilities/sheets/cites-anything.ts';
import { useKeptOnDevice } from '../../capabilities/sheets/kept-on-device.tsx';
import { SaveState } from '../../capabilities/sheets/save-state.tsx';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import { SheetOnPaper } from '../../capabilities/sheets/sheet-on-paper.tsx';
import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { useDocuments } from '../../capabilities/sheets/use-documents.ts';
import { WIDE } from '../../capabilities/sheets/wide.ts';
import { loadedLater } from '../../client/loaded-later.ts';
import { controlTexts } from '../../kit/control-texts.ts';
import { Empty } from '../../kit/empty.tsx';
import { ended } from '../../kit/ended.ts';
import { formatMoment } from '../../kit/format.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Loading } from '../../kit/loading.tsx';
import { Page } from '../../kit/page.tsx';
import { usePrinting } from '../../kit/printing.ts';
import { ItemPage } from './item-page.tsx';
import { loadList, OtherView, PRINTS_ITSELF } from './other-view.tsx';
import { Outline } from './outline.tsx';
import { SheetActions } from './sheet-actions.tsx';
import type { SheetView as SheetViewName } from './sheet-views.ts';
import { StepState } from './step-state.tsx';
import { TakenBack } from './taken-back.tsx';

const DocumentPane = lazy(async () => ({ default: (await loadedLater(() => import('./document-pane.tsx'))).DocumentPane }));

/** The body's present claim; for a department, including its proposals. */
function ClaimedTotal() {
  const texts = useTexts(sheetTexts);
  const { language } = useLanguage();
  const { points, ifConfirmed, ifUnconfirmed, provisional, answer, rules } = useSheet().shown;
  const { own, sources } = points;
  const [first = '', ...others] = [
    ...(own.answered < own.asked ? [leftText(own, language)] : [scoredText(own, language)]),
    ...besidesText(points, rules.scheme, language),
    ...(sources.length > 1 ? sources.map((source) => sourceText(source, rules.scheme, language)) : []),
    ...(sources.every((source) => source.own) || answer.sealed
      ? []
      : [
          answer.estimatesReleasedAt === null
            ? texts.notReleased
            : texts.released(openedText(formatMoment(answer.estimatesReleasedAt), answer.estimatesOpenedByClosing, language)),
        ]),
  ];
  return (
    <>
      {answer.enters === 'propose' ? texts.claimedWithProposals : texts.claimed}:{' '}
      <strong className="figures">{texts.points(pointsOver(own, rules.scheme, language))}</strong>
      {provisional ? ` (${texts.provisionalShort})` : ''}
      {ifConfirmed ? `. ${texts.ifConfirmed(texts.points(pointsOver(ifConfirmed, rules.scheme, language)))}` : ''}
      {ifUnconfirmed ? `. ${beginning(ifUnconfirmedText(ifUnconfirmed, rules.scheme, language))}` : ''}
      <Text span size="sm" display="block" c="dimmed">
        {[beginning(first), ...others].join(' · ')}
      </Text>
    </>
  );
}

/** What stays in sight: whether all is saved, and the ways from item to item; nothing where there is neither. */
function Bar({ view, children }: { view: SheetViewName | undefined; children: ReactNode }) {
  const { editable } = useSheet();
  const kept = useKeptOnDevice();
  const saves = editable || kept;
  if (view && !saves) return null;
  return (
    <Paper className="sticky-bar screen-only" withBorder px="sm" py={6}>
      <Group justify="space-between" gap="xs">
        {saves ? <SaveState /> : <span />}
        {view ? null : (
          <Group gap={4} className="screen-only">
            {children}
          </Group>
        )}
      </Group>
    </Paper>
  );
}

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/bang-diem/$body');

/** The sheet on the screen: items at the left, the open one at the right; or one of the other views. */
export function SheetView() {
  const texts = useTexts(sheetTexts);
  const controls = useTexts(controlTexts);
  const { shown, onlyMine, undo } = useSheet();
  const { item: open, view, document, version, page = 1 } = route.useSearch();
  const navigate = useNavigate({ from: '/lam-viec/ky-danh-gia/$round/bang-diem/$body' });
  const [drawer, { open: openDrawer, close: closeDrawer }] = useDisclosure(false);
  // If only hidden by CSS, a hundred lines would still be rendered with each item on a phone.
  const wide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  const all = useMemo(() => itemsOfDomains(shown.rules.scheme.domains), [shown.rules.scheme]);
  // A department moves to the next of its own items.
  const items = useMemo(
    () => (onlyMine && shown.answer.enters === 'propose' ? all.filter(({ code }) => isItemMine(shown.partsAt(code))) : all),
    [all, shown, onlyMine],
  );

  const printing = usePrinting();
  // Document names must be loaded when the page is printed.
  useDocuments(useMemo(() => citesAnything(shown), [shown]));

  // Preloads the list, so that it is available offline later.
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
    const next = [...items.slice(at + 1), ...items.slice(0, at + 1)].find(({ code }) => shown.own.has(code) && isUnanswered(shown.score(code).result));
    if (next) goTo(next.code);
  };
  const toggle = (to: SheetViewName) => void navigate({ search: { ...(view === to ? {} : { view: to }), ...(open === undefined ? {} : { item: open }) } });
  const toggleList = () => toggle('list');
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
  const showPage = (to: number) => void navigate({ search: (before) => ({ ...before, page: to }), replace: true, resetScroll: false });
  const closeDocument = () => void navigate({ search: open === undefined ? {} : { item: open }, resetScroll: false });
  // Without room beside the item, a document opens on its own page.
  const opened = wide ? document : undefined;
  const printsItself = PRINTS_ITSELF.includes(view);
  const item = all.find(({ code }) => code === open);
  return (
    <Page title={texts.title(shown.answer.body.name)} lead={<ClaimedTotal />} actions={<SheetActions view={view} onToggle={toggle} />}>
      <StepState />
      <TakenBack />
      <Bar view={view}>
        <Button size="compact-sm" variant="default" {...(opened === undefined ? { hiddenFrom: 'md' } : {})} onClick={openDrawer}>
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
      </Bar>
      {printing && !printsItself ? <SheetOnPaper /> : null}
      <Box className={printsItself ? '' : 'screen-only'}>
        {view ? (
          <OtherView view={view} onOpen={goTo} />
        ) : (
          <Grid gap="lg">
            {wide && opened === undefined ? (
              <Grid.Col span={4}>
                <Box className="beside">
                  <Outline open={open} onOpen={goTo} />
                </Box>
              </Grid.Col>
            ) : null}
            <Grid.Col span={opened === undefined ? { base: 12, md: 8 } : 5}>
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
            {opened === undefined ? null : (
              <Grid.Col span={7}>
                <Box className="beside">
                  <Suspense fallback={<Loading />}>
                    <DocumentPane id={opened} version={version} page={page} onPage={showPage} onClose={closeDocument} />
                  </Suspense>
                </Box>
              </Grid.Col>
            )}
          </Grid>
        )}
      </Box>
      <Drawer
        opened={drawer}
        onClose={closeDrawer}
        title={<Text fw={600}>{texts.outline}</Text>}
        size="100%"
        {...(opened === undefined ? { hiddenFrom: 'md' } : {})}
        closeButtonProps={{ 'aria-label': controls.close }}
      >
        <Outline open={open} onOpen={goTo} />
      </Drawer>
    </Page>
  );
}
