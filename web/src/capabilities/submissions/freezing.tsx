import { Button, type ButtonProps, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { loadedLater } from '../../client/loaded-later.ts';
import { useRights } from '../../client/rights.ts';
import { sheetQuery } from '../../client/sheet.ts';
import { controlTexts } from '../../kit/control-texts.ts';
import { useTexts } from '../../kit/language.tsx';
import { Loading } from '../../kit/loading.tsx';
import { usePageActs } from '../../kit/page-acts.ts';
import { ProblemNotice } from '../../kit/problem-notice.tsx';
import { useAct } from '../../kit/use-act.ts';
import { reviewQuery } from '../review/queries/review.ts';
import { KeptOnDevice, useKeptOnDevice } from '../sheets/kept-on-device.tsx';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { sheetTexts } from '../sheets/texts/sheet.ts';
import { freezeSheet } from './queries/freeze-sheet.ts';

const FreezeReview = lazy(async () => ({ default: (await loadedLater(() => import('../review/freeze-review.tsx'))).FreezeReview }));

/** The head of the body freezes the sheet. */
export function Freezing({ size = 'sm' }: { readonly size?: NonNullable<ButtonProps['size']> }) {
  const texts = useTexts(sheetTexts);
  const controls = useTexts(controlTexts);
  const { may } = useRights();
  const { shown, sheet } = useSheet();
  const waits = useKeptOnDevice();
  const [leaving, setLeaving] = useState(false);
  const [asking, { open, close }] = useDisclosure(false);
  const { state, seq, roundClosed } = shown.answer;
  const act = useAct(() => freezeSheet(sheet.round, sheet.body, seq), {
    refresh: (client) => void client.invalidateQueries({ queryKey: sheetQuery(sheet.round, sheet.body).queryKey }),
    onDone: close,
  });
  // Of what must be mended the server would refuse the freeze, after asking for the password.
  const review = useQuery({ ...reviewQuery(sheet.round, sheet.body, seq), enabled: asking });
  const ask = () => {
    setLeaving(false);
    open();
  };
  const offered = state === 'open' && !roundClosed && may('sheet.freeze', sheet);
  usePageActs(offered ? [{ key: 'freeze', label: texts.freeze, run: ask }] : [], 'part');
  if (!offered) return null;
  const faulty = review.data !== undefined && review.data.totals.mustMend.count > 0;
  return (
    <>
      <Button size={size} onClick={ask}>
        {texts.freeze}
      </Button>
      <Modal opened={asking} onClose={close} title={texts.freezeTitle} returnFocus={!leaving} closeButtonProps={{ 'aria-label': controls.close }}>
        <Stack>
          {waits ? (
            <KeptOnDevice
              onGo={() => {
                setLeaving(true);
                close();
              }}
            >
              {texts.freezeWaits}
            </KeptOnDevice>
          ) : (
            <Text>{texts.freezeMore}</Text>
          )}
          {waits ? null : (
            <Suspense fallback={<Loading />}>
              <FreezeReview onLeave={close} />
            </Suspense>
          )}
          {act.error ? <ProblemNotice error={act.error} /> : null}
          <Group>
            <Button onClick={() => act.mutate()} loading={act.isPending} disabled={waits || faulty}>
              {texts.freeze}
            </Button>
            <Button variant="default" onClick={close}>
              {controls.cancel}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
