import { Button, Group, List, Text } from '@mantine/core';
import type { SecondAct } from '@parindex/core/appraisal/second-person';
import * as contracts from '@parindex/core/contracts/appraisal';
import type { Changes } from '@parindex/core/ledger/entry';
import { fieldsAt } from '@parindex/core/ledger/fold';
import type { FieldChange } from '@parindex/core/ledger/runs';
import type { Item } from '@parindex/core/scheme/types';
import { changesText } from '@parindex/core/words/entry-words';
import { type FormEvent, useMemo, useState } from 'react';
import { call } from '../../client/call.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatMoment } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { whyText } from './item-over-bodies.tsx';
import { type Appraised, verdictGiven } from './queries/appraisal.ts';
import { verdictTexts } from './texts/verdict.ts';
import { usePointsText } from './use-points-text.ts';
import { itemsAfter, wholeSheet } from './verdict-sheet.ts';

interface ProposedVerdictProps {
  readonly item: Item;
  readonly proposed: NonNullable<Appraised['proposed']>;
  /** Once something was decided on it. */
  readonly onDecided: () => void;
}

/** A verdict that waits for a second person: what it changes and comes to; and to confirm, return or withdraw it. */
export function ProposedVerdict({ item, proposed, onDecided }: ProposedVerdictProps) {
  const texts = useTexts(verdictTexts);
  const { shown, sheet: key, names } = useSheet();
  const { answer, rules } = shown;
  const sheet = useMemo(() => wholeSheet(answer), [answer]);
  const [returning, setReturning] = useState(false);
  const [text, setText] = useState('');
  const { stage, by, at, acts } = proposed;
  const verdicts = proposed.verdicts.map(({ target, changes }) => ({ target, changes: changes as Changes }));
  const pointsText = usePointsText();
  const points = (items: ReturnType<typeof itemsAfter>) => pointsText(items.find(({ code }) => code === item.code));
  const decide = useAct(
    (act: SecondAct) =>
      call(contracts.decideProposedVerdict, {
        params: { ...key, kind: 'items', target: item.code },
        body: { id: crypto.randomUUID(), proposal: proposed.id, act, text: act === 'return' ? text.trim() : null },
      }),
    {
      onEnd: (client) => verdictGiven(client, key),
      onDone: onDecided,
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') decide.mutate('return');
  };
  const why = whyText(proposed.reason);
  return (
    <form className="verdict" onSubmit={submit} noValidate>
      <Notice kind="note">{texts.proposedBy(by.name, formatMoment(at))}</Notice>
      <List size="sm">
        {verdicts.map(({ target, changes }) => {
          const stood = fieldsAt(sheet, stage, target);
          const said = changesText(target, fieldChanges(stood, changes), names);
          return said === '' ? null : <List.Item key={`${target.kind} ${target.id}`}>{said}</List.Item>;
        })}
      </List>
      {why === '' ? null : <Text size="sm">{texts.why(why)}</Text>}
      <p className="verdict-points">
        <span>{texts.isNow(points(itemsAfter(answer, rules, sheet, stage, [])))}</span>
        <strong>{texts.becomes(points(itemsAfter(answer, rules, sheet, stage, verdicts)))}</strong>
      </p>
      {returning ? <ReasonInput label={texts.returnText} description={texts.returnHint} maxLength={2_000} value={text} onChange={setText} /> : null}
      <Outcome error={decide.error} />
      <Group gap="xs">
        {acts.includes('accept') && !returning ? (
          <Button loading={decide.isPending} onClick={() => decide.mutate('accept')}>
            {texts.confirmSecond}
          </Button>
        ) : null}
        {acts.includes('return') ? (
          returning ? (
            <>
              <Button type="submit" loading={decide.isPending} disabled={text.trim() === ''}>
                {texts.returnSecond}
              </Button>
              <Button variant="default" onClick={() => setReturning(false)}>
                {texts.cancel}
              </Button>
            </>
          ) : (
            <Button variant="default" onClick={() => setReturning(true)}>
              {texts.returnSecond}
            </Button>
          )
        ) : null}
        {acts.includes('recall') ? (
          <Button variant="default" loading={decide.isPending} onClick={() => decide.mutate('recall')}>
            {texts.recall}
          </Button>
        ) : null}
      </Group>
    </form>
  );
}

/** Each change beside what stands. */
const fieldChanges = (stood: Readonly<Record<string, unknown>>, changes: Changes): FieldChange[] =>
  Object.entries(changes).map(([field, after]): FieldChange => {
    const before = stood[field] as Changes[string] | undefined;
    return {
      field,
      before: before === undefined || before === null ? { is: 'absent' } : { is: 'value', value: before },
      after: after === null ? { is: 'absent' } : { is: 'value', value: after },
    };
  });
