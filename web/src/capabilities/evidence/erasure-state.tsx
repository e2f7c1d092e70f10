import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { LinkButton } from '../../kit/page/link.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatDayOf, formatMoment } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { type Erasure, erasureRecordAddress, erasuresQuery } from '../retention/queries/erasures.ts';
import { erasureTexts } from '../retention/texts/erasures.ts';
import type { LibraryDocument } from './queries/documents.ts';

/** A document is withheld until its removal is decided; with the requester, if the reader may know. */
export function HeldNotice({ document }: { readonly document: string }) {
  const all = useTexts(erasureTexts);
  const texts = all.held;
  const removal = useQuery(erasuresQuery('open')).data?.find((one) => one.document === document);
  return (
    <Notice kind="warning" title={texts.title}>
      <Stack gap={4} align="flex-start">
        {removal ? (
          <>
            <Text size="sm">{texts.by(removal.asked.by.name, formatMoment(removal.asked.at))}</Text>
            <Text size="sm">{texts.reason(removal.reason)}</Text>
          </>
        ) : null}
        <Text size="sm">
          {texts.more} {removal && !removal.mayDecide ? all.waits.removal : ''}
        </Text>
        {removal?.mayDecide ? (
          <LinkButton size="compact-sm" variant="default" to="/lam-viec/go-bo-tai-lieu">
            {texts.toList}
          </LinkButton>
        ) : null}
      </Stack>
    </Notice>
  );
}

const took = ({ decided, record }: Erasure, document: string): boolean =>
  decided?.decision === 'carriedOut' && (record?.documents.some((one) => one.document === document) ?? false);

/** A document was removed or purged, and when; with the record if the reader may have it. */
export function GoneNotice({ document, gone: { why, at } }: { readonly document: string; readonly gone: NonNullable<LibraryDocument['gone']> }) {
  const all = useTexts(erasureTexts);
  const texts = all.gone;
  const erasure = useQuery(erasuresQuery('decided')).data?.find((one) => took(one, document));
  return (
    <Notice kind="warning" title={texts[why](formatDayOf(at))}>
      <Stack gap={4} align="flex-start">
        <Text size="sm">{why === 'removed' ? texts.removedMore : texts.purgedMore}</Text>
        {erasure ? (
          <Button size="compact-sm" variant="default" component="a" href={erasureRecordAddress(erasure)} target="_blank">
            {all.record}
          </Button>
        ) : null}
      </Stack>
    </Notice>
  );
}
