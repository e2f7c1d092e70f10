import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { sheetQuery } from '../../client/sheet.ts';
import { useReturnToOpener } from '../../kit/acts/return-to-opener.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { later } from '../../kit/reading/later.tsx';
import { ProblemNotice } from '../../kit/reading/problem-notice.tsx';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { reviewQuery } from '../review/queries/review.ts';
import { KeptOnDevice, useKeptOnDevice } from '../sheets/kept-on-device.tsx';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { sheetTexts } from '../sheets/texts/sheet.ts';
import { freezeSheet } from './queries/freeze-sheet.ts';

const FreezeReview = later(async () => (await import('../review/freeze-review.tsx')).FreezeReview);

/** What freezing the sheet means, what stands against it, and the act. */
export function FreezeDialog({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts(sheetTexts);
  const controls = useTexts(controlTexts);
  useReturnToOpener();
  const { shown, sheet } = useSheet();
  const waits = useKeptOnDevice();
  const { seq } = shown.answer;
  const act = useAct(() => freezeSheet(sheet.round, sheet.body, seq), {
    refresh: (client) => void client.invalidateQueries({ queryKey: sheetQuery(sheet.round, sheet.body).queryKey }),
    onDone: onClose,
  });
  // Of what must be mended the server would refuse the freeze, after asking for the password.
  const review = useQuery(reviewQuery(sheet.round, sheet.body, seq));
  const faulty = review.data !== undefined && review.data.totals.mustMend.count > 0;
  return (
    <Modal opened onClose={onClose} title={texts.freezeTitle} closeButtonProps={{ 'aria-label': controls.close }}>
      <Stack>
        {waits ? <KeptOnDevice onGo={onClose}>{texts.freezeWaits}</KeptOnDevice> : <Text>{texts.freezeMore}</Text>}
        {waits ? null : <FreezeReview onLeave={onClose} />}
        {act.error ? <ProblemNotice error={act.error} /> : null}
        <Group>
          <Button onClick={() => act.mutate()} loading={act.isPending} disabled={waits || faulty}>
            {texts.freeze}
          </Button>
          <Button variant="default" onClick={onClose}>
            {controls.cancel}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
