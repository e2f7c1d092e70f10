import { Input, Text, Textarea } from '@mantine/core';
import { maskedText, spansOf } from '@parindex/core/evidence/masked-text';
import { TEXT_KIND_NAMES } from '@parindex/core/words/states';
import { useState } from 'react';
import { useAct } from '../../kit/acts/use-act.ts';
import { FormDialog } from '../../kit/forms/form-dialog.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { maskText, type TextToPublish, textMasked } from './queries/to-publish.ts';
import { toPublishTexts } from './texts/to-publish.ts';

interface MaskFormProps {
  readonly round: string;
  readonly text: TextToPublish;
  readonly onClose: () => void;
}

/** A text with what is masked in it, and as it will be read. */
export function MaskForm({ round, text, onClose }: MaskFormProps) {
  const texts = useTexts(toPublishTexts);
  const kinds = useTexts(TEXT_KIND_NAMES);
  const [written, setWritten] = useState((text.mask?.passages ?? text.found).join('\n'));
  const passages = [...new Set(written.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
  const absent = passages.filter((passage) => spansOf(text.text, [passage]).length === 0);
  const act = useAct(() => maskText(round, text, { passages, version: text.version }), { refresh: (client) => textMasked(client, round), onDone: onClose });
  return (
    <FormDialog
      title={`${text.body.name}, ${text.item.code}: ${kinds[text.kind]}`}
      submit={texts.save}
      disabled={absent.length > 0}
      act={act}
      onSubmit={() => act.mutate()}
      onClose={onClose}
    >
      <Shown label={texts.original} text={text.text} />
      <Textarea
        label={texts.passages}
        description={texts.passagesMore}
        error={absent.length > 0 ? texts.absent(absent.map((passage) => `“${passage}”`).join(', ')) : undefined}
        rows={4}
        value={written}
        onChange={({ currentTarget }) => setWritten(currentTarget.value)}
      />
      <Shown label={texts.preview} text={maskedText(text.text, passages)} />
    </FormDialog>
  );
}

const Shown = ({ label, text }: { label: string; text: string }) => (
  <Input.Wrapper label={label} labelElement="div">
    <Text size="sm" mah="12rem" style={{ overflow: 'auto', whiteSpace: 'pre-wrap' }}>
      {text}
    </Text>
  </Input.Wrapper>
);
