import { Radio, Stack, Text } from '@mantine/core';
import type { GivenValue } from '@parindex/core/appraisal/conclusions';
import { councilSessionChange } from '@parindex/core/contracts/schemas/council';
import { PROPOSALS, type Proposal } from '@parindex/core/council/votes';
import { type Changes, type FieldValue, type Target, targetKey } from '@parindex/core/ledger/entry';
import { fieldsAt } from '@parindex/core/ledger/fold';
import { itemsOfDomains } from '@parindex/core/scheme/types';
import { PROPOSAL_NAMES } from '@parindex/core/words/council-words';
import { useMemo, useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { FormDialog } from '../../kit/forms/form-dialog.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { useGivenValues } from '../appraisal/use-given-values.ts';
import { VerdictInputs } from '../appraisal/verdict-form.tsx';
import { wholeSheet } from '../appraisal/verdict-sheet.ts';
import { SheetProvider, useSheet } from '../sheets/sheet-at-work.tsx';
import { useSheetToRead } from '../sheets/use-sheet-to-read.ts';
import { asSent, changeSession, sessionChanged } from './acts.ts';
import type { AgendaItem, Session } from './queries/council.ts';
import { councilTexts } from './texts/council.ts';

interface ProposalFormProps {
  readonly session: Session;
  readonly item: AgendaItem;
  readonly onClose: () => void;
}

/** What is proposed is sent by target, as a verdict is. */
function targetsOf(values: readonly GivenValue[]): AgendaItem['targets'] {
  const byTarget = Map.groupBy(values, ({ target }) => targetKey(target));
  return [...byTarget.values()].flatMap((fields) => {
    const [first] = fields;
    const changes: Changes = Object.fromEntries(fields.map(({ field, value }) => [field, value]));
    return first ? [{ ...first.target, changes: changes as AgendaItem['targets'][number]['changes'] }] : [];
  });
}

const givenIn = (targets: AgendaItem['targets']): GivenValue[] =>
  targets.flatMap(({ kind, id, changes }) => Object.entries(changes).map(([field, value]) => ({ target: { kind, id }, field, value: value as FieldValue })));

/** What is put to the vote: the claim, what was appraised, or other values within the rule. */
export function ProposalForm({ session, item, onClose }: ProposalFormProps) {
  const texts = useTexts(councilTexts);
  const { language } = useLanguage();
  const [proposal, setProposal] = useState<Proposal>(item.proposal);
  const [words, setWords] = useState(item.words ?? '');
  const { values, isOpen, onValue, onOpen } = useGivenValues(givenIn(item.targets));
  const save = useAct(
    () => {
      const sent = asSent(session);
      const targets = proposal === 'other' ? targetsOf([...values.values()]) : [];
      const proposed = { proposal, words: words.trim() === '' ? null : words.trim(), targets };
      return changeSession(session, { ...sent, agenda: sent.agenda.map((one) => (one.item === item.id ? { ...one, ...proposed } : one)) });
    },
    { onEnd: (client) => sessionChanged(client, session.round), onDone: onClose },
  );
  return (
    <FormDialog title={texts.propose} submit={texts.save} act={save} disabled={isOpen} onSubmit={() => save.mutate()} onClose={onClose}>
      <Radio.Group label={texts.proposal} value={proposal} onChange={(chosen) => setProposal(chosen as Proposal)}>
        <Stack gap={6} mt={4}>
          {PROPOSALS.map((value) => (
            <Radio key={value} value={value} label={PROPOSAL_NAMES[language][value]} />
          ))}
        </Stack>
      </Radio.Group>
      <ReasonInput label={texts.words} required={proposal === 'other'} {...limitsOf(councilSessionChange).agenda.words} value={words} onChange={setWords} />
      {proposal === 'other' ? (
        <ProposedValues round={session.round} body={item.body.id} code={item.item.code} values={values} onValue={onValue} onOpen={onOpen} />
      ) : null}
    </FormDialog>
  );
}

interface ProposedValuesProps {
  readonly round: string;
  readonly body: string;
  readonly code: string;
  readonly values: ReadonlyMap<string, GivenValue>;
  readonly onValue: (target: Target, field: string, value: FieldValue) => void;
  readonly onOpen: (id: string, open: boolean) => void;
}

/** The inputs that the rule of an item asks for, with what stands in them now. */
function ProposedValues({ round, body, ...of }: ProposedValuesProps) {
  const { shown, error, refetch } = useSheetToRead(round, body);
  if (!shown) return <NotLoaded error={error} retry={refetch} />;
  return (
    <SheetProvider shown={shown}>
      <Inputs {...of} />
    </SheetProvider>
  );
}

function Inputs({ code, ...of }: Omit<ProposedValuesProps, 'round' | 'body'>) {
  const texts = useTexts(councilTexts);
  const { shown } = useSheet();
  const sheet = useMemo(() => wholeSheet(shown.answer), [shown.answer]);
  const item = itemsOfDomains(shown.rules.scheme.domains).find((one) => one.code === code);
  if (!item) return null;
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {texts.values}
      </Text>
      <VerdictInputs item={item} standing={(target) => fieldsAt(sheet, 'council', target)} {...of} />
    </Stack>
  );
}
