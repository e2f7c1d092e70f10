import { Button, Group, List, Stack, Text } from '@mantine/core';
import { newFormReview } from '@parindex/core/contracts/schemas/survey-review';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { limitsOf } from '../../../client/limits.ts';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { useAct } from '../../../kit/acts/use-act.ts';
import { ReasonInput } from '../../../kit/fields/reason-input.tsx';
import { Table } from '../../../kit/lists/table.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { StateBadge } from '../../../kit/page/state-badge.tsx';
import { formatMoment } from '../../../kit/words/format.ts';
import { useTexts } from '../../../kit/words/language.tsx';
import { formToReviewQuery, type ReviewedForm, reviewForm, reviewsChanged } from '../queries/reviews.ts';
import { reviewTexts } from '../texts/reviews.ts';

interface ReviewedFormProps {
  readonly round: string;
  readonly form: ReviewedForm;
  /** What its group is called. */
  readonly group: string;
  /** Whether decisions are still taken. */
  readonly open: boolean;
}

/** As what a form is known here: of its label, which was made by chance, as much as one reads aloud. */
const codeOf = ({ id }: ReviewedForm): string => id.slice(0, 8).toUpperCase();

/** A form that was noticed: why, what was decided on it, its answers where somebody wants to see them, and what is decided next. */
export function ReviewedFormSection({ round, form, group, open }: ReviewedFormProps) {
  const texts = useTexts(reviewTexts);
  const code = codeOf(form);
  return (
    <Section title={texts.form(code)} lead={texts.of(group, form.body.name)}>
      <Stack>
        <Group>
          <StateBadge tone={form.state === 'undecided' ? 'act' : form.state === 'accepted' ? 'good' : 'quiet'}>{texts.states[form.state]}</StateBadge>
        </Group>
        {form.flags.length > 0 ? (
          <List size="sm" aria-label={texts.flags}>
            {form.flags.map(({ code: flag, text }) => (
              <List.Item key={flag}>{text}</List.Item>
            ))}
          </List>
        ) : null}
        {form.reviews.map(({ number, decision, reason, by, at }) => (
          <Text key={number} size="sm">
            {texts.decided(texts.decisions[decision], by.name, formatMoment(at))} {reason === null ? '' : texts.because(reason)}
          </Text>
        ))}
        <AnswersLookedAt round={round} form={form} />
        {open ? <DecideForm round={round} form={form} /> : null}
      </Stack>
    </Section>
  );
}

function AnswersLookedAt({ round, form }: Pick<ReviewedFormProps, 'round' | 'form'>) {
  const texts = useTexts(reviewTexts);
  const [shown, setShown] = useState(false);
  const query = useQuery({ ...formToReviewQuery(round, form.id), enabled: shown });
  const code = codeOf(form);
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button
          variant="default"
          aria-expanded={shown}
          aria-label={shown ? texts.hideOf(code) : texts.showOf(code)}
          loading={shown && query.isPending}
          onClick={() => setShown(!shown)}
        >
          {shown ? texts.hide : texts.show}
        </Button>
        <Text size="sm" c="dimmed">
          {texts.recorded}
        </Text>
      </Group>
      <Outcome error={query.error} />
      {shown && query.data ? (
        <Table
          caption={texts.answers(code)}
          dense
          rows={query.data.answers}
          keyOf={({ question }) => question}
          columns={[
            { key: 'question', title: texts.question, names: true, cell: ({ question }) => question },
            { key: 'answer', title: texts.answer, least: '8rem', cell: ({ answer }) => answer ?? texts.notAnswered },
          ]}
        />
      ) : null}
    </Stack>
  );
}

function DecideForm({ round, form }: Pick<ReviewedFormProps, 'round' | 'form'>) {
  const texts = useTexts(reviewTexts);
  const [reason, setReason] = useState('');
  const [lacking, setLacking] = useState(false);
  const code = codeOf(form);
  const decide = useAct(
    (decision: 'accepted' | 'setAside') =>
      reviewForm(round, form.id, {
        ...{ id: crypto.randomUUID(), number: form.reviews.length + 1, decision },
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      }),
    { onEnd: (client) => reviewsChanged(client, round) },
  );
  const setAside = () => {
    setLacking(reason.trim() === '');
    if (reason.trim() !== '') decide.mutate('setAside');
  };
  return (
    <Stack gap="xs">
      <ReasonInput
        label={texts.reason}
        description={texts.reasonMore}
        required={false}
        {...limitsOf(newFormReview).reason}
        value={reason}
        onChange={(value) => {
          setReason(value);
          setLacking(false);
        }}
      />
      {lacking ? (
        <Text size="sm" role="alert">
          {texts.noReason}
        </Text>
      ) : null}
      <Outcome error={decide.error} />
      <Group>
        <Button variant="default" aria-label={texts.acceptOf(code)} loading={decide.isPending} onClick={() => decide.mutate('accepted')}>
          {texts.accept}
        </Button>
        <Button color="red" variant="outline" aria-label={texts.setAsideOf(code)} loading={decide.isPending} onClick={setAside}>
          {texts.setAside}
        </Button>
      </Group>
    </Stack>
  );
}
