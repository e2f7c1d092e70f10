import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { askedQuestions, withoutUnasked } from '@parindex/core/survey/answers/asked';
import { answersFromFields } from '@parindex/core/survey/answers/from-fields';
import type { AnswerFault, Answers } from '@parindex/core/survey/answers/types';
import { judgeAnswers } from '@parindex/core/survey/answers/validate';
import { pagesInOrder } from '@parindex/core/survey/questionnaire/order';
import { questionsOf } from '@parindex/core/survey/questionnaire/placed-questions';
import type { Questionnaire } from '@parindex/core/survey/questionnaire/types';
import { inLanguage } from '@parindex/core/words/language';
import { useEffect, useRef, useState } from 'react';
import type { KeptInterview } from '../../../device/interviews/store.ts';
import type { AddressOfDay } from '../../../device/interviews/work-of-day.ts';
import { Notice } from '../../../kit/reading/notice.tsx';
import { formatCount } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { interviewTexts } from '../texts/interviews.ts';
import { QuestionFields } from './question-fields.tsx';

/** Most seconds between two answers that count as interviewing: a longer rest was something else. */
const LONGEST_REST = 300;

interface InterviewFormProps {
  readonly of: AddressOfDay;
  readonly interview: KeptInterview;
  /** Keeps it on the device, as far as it goes. */
  readonly onKeep: (interview: KeptInterview) => void;
  readonly onFinish: (interview: KeptInterview) => void;
  readonly onLeave: () => void;
}

const fieldsOf = (form: HTMLFormElement): Record<string, string[]> => {
  const fields: Record<string, string[]> = {};
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields[name] = [...(fields[name] ?? []), value];
  return fields;
};

/** A questionnaire as it is read out at a door: each answer is kept at once, and nothing is judged but what was answered until the end. */
export function InterviewForm({ of, interview, onKeep, onFinish, onLeave }: InterviewFormProps) {
  const { form: texts, backCheck } = useTexts(interviewTexts);
  const { language } = useLanguage();
  const form = of.survey.form as Questionnaire;
  const [held, setHeld] = useState(interview);
  const [faults, setFaults] = useState<readonly AnswerFault[]>([]);
  const element = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef(performance.now());
  const pages = pagesInOrder(form, held.id);
  const page = pages[held.page] ?? pages[0];
  const numbers = new Map(questionsOf(form).map(({ id }, index) => [id, index + 1]));
  const asked = new Set(askedQuestions(form, held.answers).map(({ id }) => id));
  const shown = (page?.questions ?? []).filter(({ id }) => asked.has(id));

  const opened = useRef(held.page);
  useEffect(() => {
    if (opened.current === held.page) return;
    opened.current = held.page;
    heading.current?.focus();
  }, [held.page]);

  const keep = (change: Partial<KeptInterview>): KeptInterview => {
    const now = performance.now();
    const seconds = held.seconds + Math.min(LONGEST_REST, Math.max(0, Math.round((now - last.current) / 1000)));
    last.current = now;
    const { refusal: _, ...next } = { ...held, ...change, seconds };
    setHeld(next);
    onKeep(next);
    return next;
  };

  /** What stands on the open page now, beside all other answers. */
  const read = (): { readonly answers: Answers; readonly wrong: readonly AnswerFault[] } => {
    const given = answersFromFields(shown, element.current ? fieldsOf(element.current) : {});
    const judged = judgeAnswers(form, given, false);
    const wrong = new Set(judged.faults.map(({ question }) => question));
    const answers: Answers = { ...held.answers };
    for (const id of Object.keys(given)) {
      if (wrong.has(id)) continue;
      const answer = judged.answers[id];
      if (answer === undefined) delete answers[id];
      else answers[id] = answer;
    }
    return { answers, wrong: judged.faults };
  };
  const changed = () => {
    const { answers } = read();
    setFaults((before) => before.filter(({ question }) => JSON.stringify(answers[question]) === JSON.stringify(held.answers[question])));
    keep({ answers });
  };
  const turn = (to: number) => {
    const { answers, wrong } = read();
    setFaults(wrong);
    keep(wrong.length > 0 ? { answers } : { answers, page: to });
  };
  const finish = () => {
    const { answers, wrong } = read();
    const whole = withoutUnasked(form, answers);
    const all = wrong.length > 0 ? wrong : judgeAnswers(form, whole, true).faults;
    setFaults(all);
    const first = pages.findIndex(({ questions }) => questions.some(({ id }) => all.some(({ question }) => question === id)));
    if (all.length > 0) keep({ answers, page: first });
    else onFinish({ ...keep({ answers: whole }), finished: true });
  };

  return (
    <Stack>
      <Title order={2} ref={heading} tabIndex={-1} size="h3">
        {of.address.backCheck ? `${backCheck.mark}: ` : ''}
        {of.address.household}, {of.address.clusterName}: {texts.part(held.page + 1, pages.length)}
      </Title>
      {held.page === 0 && of.address.backCheck ? <Notice kind="note">{backCheck.told}</Notice> : null}
      {held.page === 0 ? (
        <Notice kind="note" title={texts.purpose}>
          <Stack gap="xs">
            <Text size="sm">{inLanguage(form.introduction, language)}</Text>
            <Text size="sm">{inLanguage(form.consent?.purpose, language)}</Text>
            <Text size="sm" fw={600}>
              {texts.notSeen}
            </Text>
          </Stack>
        </Notice>
      ) : null}
      {faults.length > 0 ? <Notice kind="fault">{texts.missing(formatCount(faults.length, language))}</Notice> : null}
      {interview.refusal === undefined ? null : <Notice kind="warning">{interview.refusal}</Notice>}
      {/* Fields keep what was typed: another page is another form. */}
      <form key={`${held.id} ${held.page}`} ref={element} className="interview" onChange={changed} onSubmit={(event) => event.preventDefault()}>
        {inLanguage(page?.title, language) ? <Title order={3}>{inLanguage(page?.title, language)}</Title> : null}
        {shown.map((question) => (
          <QuestionFields
            key={question.id}
            question={question}
            number={numbers.get(question.id) ?? 0}
            answer={held.answers[question.id]}
            faults={faults.filter((fault) => fault.question === question.id)}
          />
        ))}
      </form>
      <Text size="sm" c="dimmed">
        {texts.kept}
      </Text>
      <Group>
        {held.page > 0 ? (
          <Button variant="default" onClick={() => turn(held.page - 1)}>
            {texts.back}
          </Button>
        ) : null}
        {held.page < pages.length - 1 ? <Button onClick={() => turn(held.page + 1)}>{texts.next}</Button> : <Button onClick={finish}>{texts.finish}</Button>}
        <Button variant="subtle" onClick={onLeave}>
          {texts.leave}
        </Button>
      </Group>
    </Stack>
  );
}
