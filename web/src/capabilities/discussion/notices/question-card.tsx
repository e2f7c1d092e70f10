import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useRequestId } from '../../../kit/acts/request-id.ts';
import { useAct } from '../../../kit/acts/use-act.ts';
import { InlineForm } from '../../../kit/forms/inline-form.tsx';
import { StateBadge } from '../../../kit/page/state-badge.tsx';
import { Arrival } from '../../../kit/reading/arrival.tsx';
import { formatMoment } from '../../../kit/words/format.ts';
import { useTexts } from '../../../kit/words/language.tsx';
import { answerQuestion, noticesChanged, type Question } from '../queries/notices.ts';
import { noticeTexts } from '../texts/notices.ts';
import { WordsField } from './words-field.tsx';

/** An unanswered question; the owner of the round answers it for everybody. One that is wanted is gone to, and its answer stands open. */
export function QuestionCard({ question, owns, wanted }: { question: Question; owns: boolean; wanted: boolean }) {
  const texts = useTexts(noticeTexts);
  const [answering, setAnswering] = useState(wanted && owns);
  const { body, askedBy, askedAt, text } = question;
  const card = (
    <article className="card" aria-label={texts.waiting}>
      <Stack gap="xs">
        <Group gap="xs">
          <StateBadge tone={owns ? 'act' : 'quiet'}>{texts.waiting}</StateBadge>
          <Text size="sm" c="dimmed">
            {texts.askedBy(body.name, askedBy.name, formatMoment(askedAt))}
          </Text>
        </Group>
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {text}
        </Text>
        {answering ? <AnswerForm question={question} onDone={() => setAnswering(false)} /> : null}
        {owns && !answering ? (
          <Button w="fit-content" size="compact-sm" variant="default" onClick={() => setAnswering(true)}>
            {texts.answer}
          </Button>
        ) : null}
      </Stack>
    </article>
  );
  return wanted ? <Arrival of={question.id}>{card}</Arrival> : card;
}

function AnswerForm({ question, onDone }: { question: Question; onDone: () => void }) {
  const texts = useTexts(noticeTexts);
  const [asked, setAsked] = useState(question.text);
  const [text, setText] = useState('');
  const idOf = useRequestId();
  const act = useAct(() => answerQuestion(question, { id: idOf(asked, text), question: asked, text }), { refresh: noticesChanged, onDone });
  return (
    <InlineForm
      title={texts.answerTitle(question.body.name)}
      of={question.id}
      submit={texts.publishAnswer}
      act={act}
      onSubmit={() => act.mutate()}
      onCancel={onDone}
    >
      <Text size="sm">{texts.answerMore}</Text>
      <WordsField label={texts.questionPublished} value={asked} onChange={setAsked} />
      <WordsField label={texts.answerText} value={text} onChange={setText} />
    </InlineForm>
  );
}
