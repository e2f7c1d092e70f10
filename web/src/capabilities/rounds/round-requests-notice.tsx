import { Stack, Text } from '@mantine/core';
import { ROUND_REQUEST_KIND_NAMES } from '@parindex/core/words/kinds';
import type { Answer } from '../../client/request.ts';
import { formatMoment } from '../../kit/format.ts';
import { useTexts } from '../../kit/language.tsx';
import { Link } from '../../kit/link.tsx';
import { Notice } from '../../kit/notice.tsx';
import { closingTexts } from './texts/closing.ts';

/** The place of the requests on the page of a round. */
export const REQUESTS_OF_ROUND = 'dong-ky';

/** On the start page: what is asked for in rounds and waits for the reader as the second person. */
export function RoundRequestsNotice({ requests }: { requests: Answer<'workAnswer'>['roundRequests'] }) {
  const texts = useTexts(closingTexts);
  const kinds = useTexts(ROUND_REQUEST_KIND_NAMES);
  return requests.map(({ id, kind, round, asked, reason, lapsesAt }) => (
    <Notice kind="warning" key={id} title={`${kinds[kind]}: ${round.title}`}>
      <Stack gap={4}>
        <Text size="sm">
          {texts.askedBy(asked.by.name, formatMoment(asked.at))} {texts.waitsForYou(formatMoment(lapsesAt))}
        </Text>
        <Text size="sm" lineClamp={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {texts.why(reason)}
        </Text>
        <Link to="/lam-viec/ky-danh-gia/$round" params={{ round: round.id }} search={{ part: 'general' }} hash={REQUESTS_OF_ROUND}>
          {texts.toDecide}
        </Link>
      </Stack>
    </Notice>
  ));
}
