import { Button, Group, Stack, Text } from '@mantine/core';
import { newPartDecision } from '@parindex/core/contracts/schemas/assignments';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import type { SheetPart } from '../../client/sheet.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import type { Act } from '../../kit/acts/use-act.ts';
import { DecisionFields, decisionOf, NO_DECISION } from '../../kit/fields/decision-fields.tsx';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { InlineForm } from '../../kit/forms/inline-form.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { useKeptOf } from '../sheets/kept-on-device.tsx';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { partTexts } from '../sheets/texts/parts.ts';
import { type DecisionDraft, type PartAct, takenBy } from './decidable.ts';
import { useDecision, useSubmission } from './use-decision.ts';

interface PartActsProps {
  readonly parts: readonly SheetPart[];
  /** Whether heads of divisions must pass parts before the leader approves. */
  readonly division: boolean;
}

const ACTS: readonly PartAct[] = ['accept', 'submit', 'recall', 'recordDocument', 'review', 'return'];
/** Acts that are done at once; the others ask for something first. */
const FIRST: readonly PartAct[] = ['accept', 'submit'];

/** What the user may decide on an assigned item; an act includes its figures. */
export function PartActs({ parts, division }: PartActsProps) {
  const texts = useTexts(partTexts);
  const { sheet, shown } = useSheet();
  const waits = useKeptOf(parts);
  const [asking, setAsking] = useState<'return' | 'recordDocument'>();
  const decision = useDecision(sheet, () => setAsking(undefined));
  const submission = useSubmission(sheet, () => undefined);
  const open = ACTS.filter((act) => takenBy(act, parts).length > 0);
  const error = decision.error ?? submission.error;
  if (open.length === 0) return error ? <Outcome error={error} /> : null;
  const base = shown.answer.seq;
  const decide = (act: PartAct, draft: DecisionDraft = {}) => {
    const taken = takenBy(act, parts);
    if (act === 'submit' || act === 'recall') submission.mutate({ act, parts: taken, base });
    else decision.mutate({ decided: [{ act, parts: taken, draft }], base });
  };
  // With a division in the chain, new entries first wait for its head.
  const passes = division && takenBy('accept', parts).some(({ standing }) => standing === 'entered' || standing === 'submitted');
  const begin = (act: PartAct) => (act === 'return' || act === 'recordDocument' ? setAsking(act) : decide(act));
  return (
    <Stack gap="sm">
      {asking === undefined ? (
        <>
          <Outcome error={error} />
          <Group gap="xs">
            {open.map((act) => (
              <Button
                key={act}
                size="compact-md"
                variant={FIRST.includes(act) ? 'filled' : 'default'}
                disabled={waits}
                loading={(decision.isPending && decision.variables.decided[0]?.act === act) || (submission.isPending && submission.variables.act === act)}
                onClick={() => begin(act)}
              >
                {act === 'accept' && passes ? texts.acts.pass : texts.acts[act]}
              </Button>
            ))}
          </Group>
          {waits ? (
            <Text size="sm" c="dimmed">
              {texts.waits}
            </Text>
          ) : null}
        </>
      ) : (
        <Asking act={asking} decision={decision} onSay={(saying) => decide(asking, saying)} onCancel={() => setAsking(undefined)} />
      )}
    </Stack>
  );
}

interface AskingProps {
  readonly act: 'return' | 'recordDocument';
  readonly decision: Act;
  readonly onSay: (draft: DecisionDraft) => void;
  readonly onCancel: () => void;
}

/** What an act requires: a reason, or a document. */
function Asking({ act, decision, onSay, onCancel }: AskingProps) {
  const texts = useTexts(partTexts);
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState(NO_DECISION);
  const document = decisionOf(typed);
  const returns = act === 'return';
  const said: DecisionDraft | undefined = returns ? (reason.trim() === '' ? undefined : { reason: reason.trim() }) : document && { document };
  return (
    <InlineForm
      title={returns ? texts.returnTitle : texts.documentTitle}
      of={act}
      submit={texts.acts[act]}
      act={decision}
      disabled={said === undefined}
      onSubmit={() => said && onSay(said)}
      onCancel={onCancel}
    >
      <Text size="sm">{returns ? texts.returnMore : texts.documentMore}</Text>
      {returns ? (
        <ReasonInput label={texts.returnReason} {...limitsOf(newPartDecision).reason} value={reason} onChange={setReason} />
      ) : (
        <DecisionFields labels={{ number: texts.documentNumber, date: texts.documentDate }} required value={typed} onChange={setTyped} />
      )}
    </InlineForm>
  );
}
