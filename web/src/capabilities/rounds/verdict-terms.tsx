import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { reasonName } from '@parindex/core/appraisal/reasons';
import { displayDecimal } from '@parindex/core/quantity/display';
import { readTypedNumber } from '@parindex/core/quantity/typed-number';
import { useState } from 'react';
import { useAct } from '../../kit/acts/use-act.ts';
import { CheckedForm } from '../../kit/forms/checked-form.tsx';
import { FormActions } from '../../kit/forms/form-actions.tsx';
import { Facts } from '../../kit/page/facts.tsx';
import { Section } from '../../kit/page/section.tsx';
import { Arrival } from '../../kit/reading/arrival.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { PartProps } from './parts.ts';
import { changeRound, type Round, roundAnswered } from './queries/rounds.ts';
import { verdictTermTexts } from './texts/verdict-terms.ts';

/** From which reasons appraisers choose, and when a verdict needs two persons. */
export function VerdictTerms({ round, mayChange }: Pick<PartProps, 'round' | 'mayChange'>) {
  const texts = useTexts(verdictTermTexts);
  const { language } = useLanguage();
  const [changing, setChanging] = useState(false);
  const [saved, setSaved] = useState(0);
  const { verdictReasons: reasons, secondPersonOver: over } = round;
  return (
    <Section
      title={texts.title}
      lead={texts.lead}
      actions={
        mayChange && !changing ? (
          <Button variant="default" onClick={() => setChanging(true)}>
            {texts.change}
          </Button>
        ) : undefined
      }
    >
      {saved > 0 && !changing ? (
        <Arrival of={saved}>
          <Notice kind="good">{texts.saved}</Notice>
        </Arrival>
      ) : null}
      {changing ? (
        <TermsForm
          round={round}
          onCancel={() => setChanging(false)}
          onDone={() => {
            setChanging(false);
            setSaved((count) => count + 1);
          }}
        />
      ) : (
        <Facts
          cols={1}
          facts={[
            [texts.over, over === null ? texts.noOver : texts.overIs(displayDecimal(over, language))],
            [
              texts.reasons,
              <List key="reasons" size="sm">
                {reasons.map(({ code, retired }) => {
                  const name = reasonName(reasons, code, language) ?? '';
                  return <List.Item key={code}>{retired ? texts.retired(name) : name}</List.Item>;
                })}
              </List>,
            ],
          ]}
        />
      )}
    </Section>
  );
}

type Wanted = Pick<Round['verdictReasons'][number], 'name' | 'english'> & { readonly code: string | null; readonly key: string };

const LONGEST = 200;

function TermsForm({ round, onCancel, onDone }: { readonly round: Round; readonly onCancel: () => void; readonly onDone: () => void }) {
  const texts = useTexts(verdictTermTexts);
  const fields = useTexts(controlTexts);
  const { language } = useLanguage();
  const [over, setOver] = useState(round.secondPersonOver === null ? '' : displayDecimal(round.secondPersonOver, language));
  const [reasons, setReasons] = useState<readonly Wanted[]>(
    round.verdictReasons.flatMap(({ code, name, english, retired }) => (retired ? [] : [{ code, name, english, key: code }])),
  );
  const points = readTypedNumber(over);
  const change = useAct(
    () =>
      changeRound(round.id, {
        version: round.version,
        secondPersonOver: points.kind === 'read' ? points.value : null,
        verdictReasons: reasons.map(({ code, name, english }) => ({ code, name: name.trim(), english })),
      }),
    { refresh: roundAnswered, onDone },
  );
  // Other words in one language no longer say the same in the other.
  const word = (key: string, name: string) => setReasons((before) => before.map((one) => (one.key === key ? { ...one, name, english: null } : one)));
  return (
    <CheckedForm onSubmit={() => change.mutate()}>
      <Stack maw="40rem">
        <TextInput
          label={texts.over}
          description={texts.overMore}
          value={over}
          onChange={({ currentTarget }) => setOver(currentTarget.value)}
          error={points.kind === 'refused' || points.kind === 'question' ? texts.notPoints : null}
        />
        <Text size="sm">{texts.reasonsMore}</Text>
        {reasons.map(({ key, name }, index) => (
          <Group key={key} gap="xs" align="end" wrap="nowrap">
            <TextInput
              flex={1}
              label={texts.reason(formatCount(index + 1, language))}
              required
              maxLength={LONGEST}
              value={name}
              onChange={({ currentTarget }) => word(key, currentTarget.value)}
            />
            <Button
              variant="subtle"
              aria-label={texts.remove(name)}
              disabled={reasons.length === 1}
              onClick={() => setReasons((before) => before.filter((one) => one.key !== key))}
            >
              {texts.removeShort}
            </Button>
          </Group>
        ))}
        <Group>
          <Button variant="default" onClick={() => setReasons((before) => [...before, { code: null, name: '', english: null, key: crypto.randomUUID() }])}>
            {texts.add}
          </Button>
        </Group>
        <FormActions
          submit={fields.save}
          act={change}
          load={change.load}
          disabled={points.kind === 'refused' || points.kind === 'question'}
          onCancel={onCancel}
        />
      </Stack>
    </CheckedForm>
  );
}
