import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatMoment } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { useNow } from '../../kit/words/now.ts';
import { useStepTimes } from '../../kit/words/use-step-times.ts';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { sendingQuery } from './queries/sendings.ts';
import { sendingTexts } from './texts/sending.ts';

/** Informs everybody who works on a reopened sheet, including its signer: why, how far, until when. */
export function ReopenedNotice() {
  const texts = useTexts(sendingTexts).reopen;
  const { deadline } = useStepTimes();
  const now = useNow();
  const { sheet, shown } = useSheet();
  const { data } = useQuery(sendingQuery(sheet, shown.answer.seq));
  const reopening = data?.reopening;
  if (!reopening) return null;
  const { by, at, items, until, reason } = reopening;
  const over = until !== null && new Date(until) <= now;
  return (
    <Notice kind="warning" title={texts.notice(by.name, formatMoment(at))}>
      <Stack gap={2}>
        <Text size="sm">{texts.reasonIs(reason)}</Text>
        <Text size="sm">{items === null ? texts.whole : texts.part(items.join(', '))}</Text>
        {until === null ? null : <Text size="sm">{over ? texts.over(deadline(until)) : texts.untilIs(deadline(until))}</Text>}
        <Text size="sm">{texts.anew}</Text>
      </Stack>
    </Notice>
  );
}
