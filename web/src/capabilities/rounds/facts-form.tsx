import { NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { changedRound } from '@parindex/core/contracts/schemas/rounds';
import { RANKING_SHOWN } from '@parindex/core/round/ranking-shown';
import { RANKING_SHOWN_NAMES } from '@parindex/core/words/ranking-words';
import { useQuery } from '@tanstack/react-query';
import { limitsOf } from '../../client/limits.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { CheckedForm } from '../../kit/forms/checked-form.tsx';
import { FormActions } from '../../kit/forms/form-actions.tsx';
import { useForm } from '../../kit/forms/use-form.ts';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { useEditionChoices } from '../editions/edition-words.ts';
import { editionsQuery } from '../editions/queries/editions.ts';
import { changeRound, type Round, roundAnswered } from './queries/rounds.ts';
import { roundTexts } from './texts/rounds.ts';

const LIMITS = limitsOf(changedRound);

const NEITHER = 'neither';

/** Changes title, year, acts bound to the deadline, who sees the ranking and, in a draft, edition; only differences are sent. */
export function FactsForm({ round, onCancel, onDone }: { round: Round; onCancel: () => void; onDone: () => void }) {
  const texts = useTexts(roundTexts);
  const fields = useTexts(controlTexts);
  const editions = useQuery(editionsQuery).data ?? [];
  const choicesOf = useEditionChoices();
  const { values, put, text, input } = useForm(
    {
      title: round.title,
      year: round.year,
      edition: round.edition,
      deadlineAct: round.deadlineAct,
      rankingShown: round.rankingShown,
      ownCauseMonths: round.ownCauseMonths,
    },
    LIMITS,
  );
  const { title, year, edition, deadlineAct, rankingShown, ownCauseMonths } = values;
  const sending = texts.deadlineAct;
  const shownNames = useTexts(RANKING_SHOWN_NAMES);
  const change = useAct(
    () =>
      changeRound(round.id, {
        version: round.version,
        ...(title.trim() === round.title ? {} : { title: title.trim() }),
        ...(year === round.year ? {} : { year }),
        ...(edition === null || edition === round.edition ? {} : { edition }),
        ...(deadlineAct === round.deadlineAct ? {} : { deadlineAct }),
        ...(rankingShown === round.rankingShown ? {} : { rankingShown }),
        ...(ownCauseMonths === round.ownCauseMonths ? {} : { ownCauseMonths }),
      }),
    { refresh: roundAnswered, onDone },
  );
  const submit = () => {
    change.mutate();
  };
  return (
    <CheckedForm onSubmit={submit}>
      <Stack maw="40rem">
        <TextInput label={texts.name} required {...text('title')} />
        <NumberInput
          label={texts.year}
          required
          {...LIMITS.year}
          allowDecimal={false}
          thousandSeparator=""
          value={year}
          onChange={(value) => typeof value === 'number' && put({ year: value })}
        />
        {round.state === 'draft' ? <Select label={texts.edition} data={choicesOf(editions)} {...input('edition')} allowDeselect={false} /> : null}
        <Select
          label={sending.label}
          data={[
            { value: NEITHER, label: sending.none },
            { value: 'freeze', label: sending.freeze },
            { value: 'send', label: sending.send },
          ]}
          value={deadlineAct ?? NEITHER}
          onChange={(chosen) => put({ deadlineAct: chosen === 'freeze' || chosen === 'send' ? chosen : null })}
          allowDeselect={false}
        />
        <Select
          label={texts.rankingShown}
          description={{ overseers: texts.rankingMore, ownPlace: texts.rankingOwn, participants: texts.rankingOpen }[rankingShown]}
          data={RANKING_SHOWN.map((value) => ({ value, label: shownNames[value] }))}
          value={rankingShown}
          onChange={(chosen) => put({ rankingShown: RANKING_SHOWN.find((one) => one === chosen) ?? 'overseers' })}
          allowDeselect={false}
        />
        <NumberInput
          label={texts.ownCauseMonths}
          description={texts.ownCauseMore}
          required
          {...LIMITS.ownCauseMonths}
          allowDecimal={false}
          value={ownCauseMonths}
          onChange={(value) => typeof value === 'number' && put({ ownCauseMonths: value })}
        />
        <FormActions submit={fields.save} act={change} load={change.load} onCancel={onCancel} />
      </Stack>
    </CheckedForm>
  );
}
