import { Button, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useRequestId } from '../../../kit/acts/request-id.ts';
import { useAct } from '../../../kit/acts/use-act.ts';
import { InlineForm } from '../../../kit/forms/inline-form.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { noticesChanged } from '../queries/notices.ts';
import { noticeTexts } from '../texts/notices.ts';
import { WordsField } from './words-field.tsx';

interface WordsFormProps {
  readonly title: string;
  readonly more: string;
  readonly submit: string;
  /** What is sent beside the text: with another of it, it is another request. */
  readonly beside?: object;
  readonly send: (id: string, text: string) => Promise<unknown>;
  readonly children?: ReactNode;
}

/** A button that opens a form of one text: to publish it, or to ask. */
export function WordsForm({ title, more, submit, beside, send, children }: WordsFormProps) {
  const texts = useTexts(noticeTexts);
  const [writing, setWriting] = useState(false);
  const [text, setText] = useState('');
  const idOf = useRequestId();
  const act = useAct(() => send(idOf(text, beside), text), {
    refresh: noticesChanged,
    onDone: () => {
      setText('');
      setWriting(false);
    },
  });
  if (!writing)
    return (
      <Button w="fit-content" variant="default" onClick={() => setWriting(true)}>
        {title}
      </Button>
    );
  return (
    <InlineForm title={title} of={title} submit={submit} act={act} onSubmit={() => act.mutate()} onCancel={() => setWriting(false)}>
      <Text size="sm">{more}</Text>
      <WordsField label={texts.text} value={text} onChange={setText} />
      {children}
    </InlineForm>
  );
}
