import { Button, Group, Radio, Stack } from '@mantine/core';
import { newReply } from '@parindex/core/contracts/schemas/explanation';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { CheckedForm } from '../../kit/forms/checked-form.tsx';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { CitedDocuments, CitingForm, useCiting } from '../sheets/cited-documents.tsx';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { type ExplainedItem, explanationActed, proposeReply, reply as sendReply } from './queries/explanation.ts';
import { departmentPartTexts } from './texts/department-part.ts';
import { explanationTexts } from './texts/explanation.ts';

interface ReplyFormProps {
  readonly item: ExplainedItem;
  /** The last entry of the sheet that was seen. */
  readonly seq: number;
  /** For a department, which proposes what its body may answer. */
  readonly proposes: boolean;
  readonly onClose: () => void;
}

/** A body accepts what was decided of an item, or explains: in words, and with documents; a department proposes what it may answer. */
export function ReplyForm({ item: { item, reply, part }, seq, proposes, onClose }: ReplyFormProps) {
  const texts = useTexts(explanationTexts);
  const controls = useTexts(controlTexts);
  const { sheet } = useSheet();
  const parts = useTexts(departmentPartTexts);
  const before = proposes ? part?.proposal : reply;
  const [kind, setKind] = useState<'accepts' | 'explains'>(before?.kind ?? 'explains');
  const [words, setWords] = useState(before?.text ?? '');
  const citing = useCiting(before?.citations ?? []);
  const send = proposes ? proposeReply : sendReply;
  const act = useAct(() => send(sheet, item.code, { base: seq, kind, text: words.trim() === '' ? null : words, citations: [...citing.citations] }), {
    refresh: (client) => explanationActed(client, sheet),
    onDone: onClose,
  });
  return (
    <Stack gap="sm">
      <CheckedForm onSubmit={() => act.mutate()}>
        <Stack gap="sm">
          <Radio.Group label={texts.kind} value={kind} onChange={(value) => setKind(value === 'accepts' ? 'accepts' : 'explains')}>
            <Group gap="md" pt={4}>
              <Radio value="accepts" label={texts.kinds.accepts} />
              <Radio value="explains" label={texts.kinds.explains} />
            </Group>
          </Radio.Group>
          <ReasonInput
            label={texts.words}
            description={texts.wordsHint}
            required={kind === 'explains'}
            {...limitsOf(newReply).text}
            value={words}
            onChange={setWords}
          />
          {kind === 'explains' || citing.citations.length > 0 ? <CitedDocuments title={texts.evidence} citing={citing} /> : null}
          <Outcome error={act.error} />
          <Group gap="xs">
            <Button type="submit" loading={act.isPending} disabled={citing.isCiting}>
              {proposes ? parts.save : texts.save}
            </Button>
            <Button variant="default" onClick={onClose}>
              {controls.cancel}
            </Button>
          </Group>
        </Stack>
      </CheckedForm>
      <CitingForm citing={citing} />
    </Stack>
  );
}
