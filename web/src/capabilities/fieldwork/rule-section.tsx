import { Button, Checkbox, Group, NativeSelect, NumberInput, Stack, Text } from '@mantine/core';
import { FIELD_OUTCOMES, type FieldOutcome } from '@parindex/core/survey/fieldwork/visits';
import { OUTCOME_NAMES } from '@parindex/core/words/outcome-words';
import { useState } from 'react';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { CheckedForm } from '../../kit/forms/checked-form.tsx';
import { Section } from '../../kit/page/section.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { declareRule, type Fieldwork, fieldworkChanged } from './queries/fieldwork.ts';
import { fieldworkTexts } from './texts/fieldwork.ts';

/** How each group is visited, and the form to declare it where it is not yet. */
export function RuleSection({ round, fieldwork, leads }: { round: string; fieldwork: Fieldwork; leads: boolean }) {
  const texts = useTexts(fieldworkTexts).rule;
  const names = useTexts(OUTCOME_NAMES);
  const { language } = useLanguage();
  const open = fieldwork.groups.filter(({ rule }) => rule === null);
  return (
    <Section title={texts.title} lead={texts.lead}>
      <Stack>
        {fieldwork.groups.map(({ group, rule }) =>
          rule === null ? null : (
            <Text key={group.id} size="sm">
              {texts.of(
                group.title,
                formatCount(rule.mostVisits, language),
                rule.replaced.length === 0 ? texts.never : rule.replaced.map((outcome) => names[outcome].toLocaleLowerCase(language)).join('; '),
              )}
            </Text>
          ),
        )}
        {leads && open.length > 0 ? <RuleForm round={round} groups={open.map(({ group }) => group)} /> : null}
      </Stack>
    </Section>
  );
}

function RuleForm({ round, groups }: { round: string; groups: readonly { readonly id: string; readonly title: string }[] }) {
  const all = useTexts(fieldworkTexts);
  const texts = all.rule;
  const names = useTexts(OUTCOME_NAMES);
  const [group, setGroup] = useState('');
  const [mostVisits, setMostVisits] = useState<number | string>(3);
  const [replaced, setReplaced] = useState<readonly FieldOutcome[]>([]);
  const declare = useAct(() => declareRule(round, { group, mostVisits: Number(mostVisits), replaced: [...replaced] }), {
    refresh: (client) => fieldworkChanged(client, round),
  });
  return (
    <CheckedForm onSubmit={() => declare.mutate()}>
      <Stack>
        <NativeSelect
          label={all.group}
          required
          value={group}
          data={[{ value: '', label: all.choose }, ...groups.map(({ id, title }) => ({ value: id, label: title }))]}
          onChange={({ currentTarget }) => setGroup(currentTarget.value)}
        />
        <NumberInput label={texts.visits} required min={1} max={20} allowDecimal={false} value={mostVisits} onChange={setMostVisits} />
        <Checkbox.Group
          label={texts.replaced}
          value={[...replaced]}
          onChange={(chosen: readonly string[]) => setReplaced(FIELD_OUTCOMES.filter((outcome) => chosen.includes(outcome)))}
        >
          <Stack gap="xs" mt="xs">
            {FIELD_OUTCOMES.map((outcome) => (
              <Checkbox key={outcome} value={outcome} label={names[outcome]} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Outcome error={declare.error} />
        <Group>
          <Button type="submit" loading={declare.isPending}>
            {texts.act}
          </Button>
        </Group>
      </Stack>
    </CheckedForm>
  );
}
