import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SheetKey } from '../../client/sheet.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { InlineForm } from '../../kit/forms/inline-form.tsx';
import { Section } from '../../kit/page/section.tsx';
import { formatMoment } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { ErasureReason } from '../retention/erasure-reason.tsx';
import { askRemoval, erasuresChanged, erasuresQuery } from '../retention/queries/erasures.ts';
import { erasureTexts } from '../retention/texts/erasures.ts';

interface RemovalProps {
  readonly library: SheetKey;
  /** By id: the requester may not be allowed to read it. */
  readonly document: string;
}

/** Requests the removal of what must not be here, and shows the outcome of an earlier request. */
export function RemovalSection({ library, document }: RemovalProps) {
  const texts = useTexts(erasureTexts).ask;
  const [writing, setWriting] = useState(false);
  const refused = useQuery(erasuresQuery('decided')).data?.find((one) => one.document === document && one.decided?.decision === 'refused')?.decided;
  return (
    <Section title={texts.title} lead={texts.lead}>
      {refused ? (
        <Text size="sm">
          {texts.refused(refused.by.name, formatMoment(refused.at))} {refused.note}
        </Text>
      ) : null}
      {writing ? (
        <RemovalForm library={library} document={document} onCancel={() => setWriting(false)} />
      ) : (
        <Button w="fit-content" variant="default" onClick={() => setWriting(true)}>
          {texts.act}
        </Button>
      )}
    </Section>
  );
}

function RemovalForm({ library, document, onCancel }: RemovalProps & { onCancel: () => void }) {
  const all = useTexts(erasureTexts);
  const texts = all.ask;
  const [id] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState('');
  // What is shown instead is up to the withheld document.
  const ask = useAct(() => askRemoval(library, document, { id, reason: reason.trim() }), { refresh: erasuresChanged });
  return (
    <InlineForm title={texts.act} of="removal" submit={texts.yes} act={ask} leave={all.leave} onSubmit={() => ask.mutate()} onCancel={onCancel}>
      <ErasureReason label={texts.reason} value={reason} onChange={setReason} />
    </InlineForm>
  );
}
