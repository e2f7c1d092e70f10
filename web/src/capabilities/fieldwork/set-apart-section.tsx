import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { setApartDecision } from '@parindex/core/contracts/schemas/fieldwork';
import type { SetApartReason } from '@parindex/core/survey/set-apart';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { CheckedForm } from '../../kit/forms/checked-form.tsx';
import { Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { FieldPlace } from './place-fields.tsx';
import { placeNames } from './place-names.ts';
import { decideSetApart, type Fieldwork, fieldworkChanged } from './queries/fieldwork.ts';
import { fieldworkTexts } from './texts/fieldwork.ts';

interface SetApartProps {
  readonly round: string;
  readonly fieldwork: Fieldwork;
  readonly leads: boolean;
}

/** Forms that are kept apart, by why: how many, and the decision. */
export function SetApartSection({ round, fieldwork, leads }: SetApartProps) {
  const all = useTexts(fieldworkTexts);
  const texts = all.setApart;
  const { setApart } = fieldwork;
  const { language } = useLanguage();
  const count = (of: number) => formatCount(of, language);
  const { bodyName, groupTitle } = placeNames(fieldwork);
  return (
    <Section title={texts.title} lead={texts.lead}>
      <Stack>
        <Table
          caption={texts.title}
          rows={setApart}
          keyOf={({ body, group, reason }) => `${body} ${group} ${reason}`}
          columns={[
            { key: 'body', title: all.body, names: true, least: '10rem', cell: ({ body }) => bodyName(body) },
            { key: 'group', title: all.group, least: '9rem', cell: ({ group }) => groupTitle(group) },
            { key: 'reason', title: texts.reason, cell: ({ reason }) => texts.reasons[reason] },
            { key: 'waiting', title: texts.waiting, align: 'right', cell: (row) => count(row.waiting) },
            { key: 'taken', title: texts.taken, align: 'right', cell: ({ taken }) => count(taken) },
            { key: 'leftOut', title: texts.leftOut, align: 'right', cell: ({ leftOut }) => count(leftOut) },
          ]}
        />
        {leads
          ? setApart
              .filter(({ waiting }) => waiting > 0)
              .map(({ body, group, reason }) => (
                <Decide
                  key={`${body} ${group} ${reason}`}
                  round={round}
                  of={{ body, group, because: reason }}
                  named={[bodyName(body), groupTitle(group), texts.reasons[reason]].join(', ')}
                />
              ))
          : null}
      </Stack>
    </Section>
  );
}

function Decide({ round, of, named }: { round: string; of: FieldPlace & { because: SetApartReason }; named: string }) {
  const { choose, setApart: texts } = useTexts(fieldworkTexts);
  const [reason, setReason] = useState('');
  const [take, setTake] = useState('');
  const decide = useAct(() => decideSetApart(round, { ...of, take: take === 'take', reason: reason.trim() }), {
    refresh: (client) => fieldworkChanged(client, round),
  });
  return (
    <CheckedForm onSubmit={() => decide.mutate()}>
      <Stack>
        <NativeSelect
          label={`${texts.decision} (${named})`}
          required
          value={take}
          data={[
            { value: '', label: choose },
            // Of a household only one interview ever counts.
            ...(of.because === 'second' ? [] : [{ value: 'take', label: texts.take }]),
            { value: 'leave', label: texts.leave },
          ]}
          onChange={({ currentTarget }) => setTake(currentTarget.value)}
        />
        <ReasonInput label={`${texts.why} (${named})`} {...limitsOf(setApartDecision).reason} value={reason} onChange={setReason} />
        <Outcome error={decide.error} />
        <Group>
          <Button type="submit" loading={decide.isPending}>
            {texts.act}
          </Button>
        </Group>
      </Stack>
    </CheckedForm>
  );
}
