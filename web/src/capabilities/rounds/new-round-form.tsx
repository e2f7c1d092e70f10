import { NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { newRound } from '@parindex/core/contracts/schemas/rounds';
import { searchKey } from '@parindex/core/text/search-key';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { CheckedForm } from '../../kit/forms/checked-form.tsx';
import { FormActions } from '../../kit/forms/form-actions.tsx';
import { Section } from '../../kit/page/section.tsx';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { useEditionChoices } from '../editions/edition-words.ts';
import { editionsQuery } from '../editions/queries/editions.ts';
import { createRound, type RoundRow, roundAnswered } from './queries/rounds.ts';
import { roundTexts } from './texts/rounds.ts';

interface NewRoundFormProps {
  readonly owned: readonly { readonly id: string; readonly name: string }[];
  readonly rounds: readonly RoundRow[];
  readonly onCancel: () => void;
}

const LIMITS = limitsOf(newRound);

const SLUG = '[a-z0-9]+(-[a-z0-9]+)*';

/** An id derived from a title or another id. */
const slugOf = (text: string): string =>
  searchKey(text)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, LIMITS.id.maxLength);

/** Creates the draft of a round, empty or from an earlier one. */
export function NewRoundForm({ owned, rounds, onCancel }: NewRoundFormProps) {
  const texts = useTexts(roundTexts);
  const fields = useTexts(controlTexts);
  const navigate = useNavigate();
  const editions = useQuery(editionsQuery).data ?? [];
  const choicesOf = useEditionChoices();
  const ownRounds = rounds.filter(({ ownerBody }) => owned.some(({ id }) => id === ownerBody.id));
  const [copyFrom, setCopyFrom] = useState<string | null>(ownRounds[0]?.id ?? null);
  const source = ownRounds.find(({ id }) => id === copyFrom);
  const [ownerBody, setOwnerBody] = useState(owned[0]?.id ?? '');
  const [year, setYear] = useState((ownRounds[0]?.year ?? new Date().getFullYear() - 1) + 1);
  const [title, setTitle] = useState('');
  const [edition, setEdition] = useState<string | null>(null);
  const [code, setCode] = useState<string>();
  const proposed = source ? slugOf(source.id.replaceAll(String(source.year), String(year))) : slugOf(title);
  const id = code ?? proposed;

  const make = useAct(
    () =>
      createRound({
        id,
        ownerBody,
        year,
        ...(title.trim() === '' ? {} : { title: title.trim() }),
        ...(edition === null ? {} : { edition }),
        ...(copyFrom === null ? {} : { copyFrom }),
      }),
    {
      refresh: roundAnswered,
      onDone: (round) => void navigate({ to: '/lam-viec/ky-danh-gia/$round', params: { round: round.id } }),
    },
  );
  const submit = () => {
    make.mutate();
  };
  return (
    <Section title={texts.createTitle} lead={texts.createLead}>
      <CheckedForm onSubmit={submit}>
        <Stack>
          <Select
            label={texts.copyFrom}
            description={texts.copyMore}
            data={[{ value: '', label: texts.copyNothing }, ...ownRounds.map((round) => ({ value: round.id, label: `${round.year} – ${round.title}` }))]}
            value={copyFrom ?? ''}
            onChange={(value) => setCopyFrom(value === '' ? null : value)}
            allowDeselect={false}
            data-autofocus
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <NumberInput
              label={texts.year}
              required
              {...LIMITS.year}
              allowDecimal={false}
              thousandSeparator=""
              value={year}
              onChange={(value) => typeof value === 'number' && setYear(value)}
            />
            {owned.length > 1 ? (
              <Select
                label={texts.owner}
                data={owned.map((body) => ({ value: body.id, label: body.name }))}
                value={ownerBody}
                onChange={(value) => value && setOwnerBody(value)}
                allowDeselect={false}
              />
            ) : (
              <TextInput label={texts.owner} value={owned[0]?.name ?? ''} readOnly />
            )}
            <TextInput
              label={texts.name}
              {...(source ? { description: texts.titleCopied } : {})}
              required={!source}
              {...LIMITS.title}
              value={title}
              onChange={({ currentTarget }) => setTitle(currentTarget.value)}
            />
            <Select
              label={texts.edition}
              description={source ? texts.editionCopied : texts.editionLater}
              clearable
              clearButtonProps={{ 'aria-label': `${fields.remove}: ${texts.edition}` }}
              data={choicesOf(editions)}
              value={edition}
              onChange={setEdition}
            />
          </SimpleGrid>
          <TextInput
            label={texts.code}
            description={texts.codeMore}
            required
            pattern={SLUG}
            title={texts.codeWrong}
            {...LIMITS.id}
            value={id}
            error={id !== '' && !new RegExp(`^${SLUG}$`).test(id) ? texts.codeWrong : null}
            onChange={({ currentTarget }) => setCode(currentTarget.value)}
          />
          <FormActions submit={texts.make} act={make} onCancel={onCancel} />
        </Stack>
      </CheckedForm>
    </Section>
  );
}
