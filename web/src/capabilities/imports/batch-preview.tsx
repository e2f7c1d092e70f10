import { Button, Group, List, Stack, Text } from '@mantine/core';
import { batchAgreement, batchRefusal } from '@parindex/core/contracts/schemas/import-batches';
import { rowPlaceText } from '@parindex/core/words/import-words';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { ConfirmedAct } from '../../kit/acts/confirmed-act.tsx';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { type Act, useAct } from '../../kit/acts/use-act.ts';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { FormDialog } from '../../kit/forms/form-dialog.tsx';
import { Section } from '../../kit/page/section.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { BatchRows, CHOSEN } from './batch-rows.tsx';
import { agreeToBatch, type Batch, batchAnswered, batchQuery, refuseBatch } from './queries/batches.ts';
import { batchTexts } from './texts/batches.ts';

/** What a batch would write, and the decision to write or refuse it. */
export function BatchPreview({ delivery, mayChange }: { delivery: Batch; mayChange: boolean }) {
  const texts = useTexts(batchTexts);
  const { language } = useLanguage();
  const client = useQueryClient();
  const { round, id, preview, state } = delivery;
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [reason, setReason] = useState('');
  const [refusing, setRefusing] = useState(false);
  const [act] = useState(() => ({ id: crypto.randomUUID() }));
  const count = (number: number) => formatCount(number, language);
  // Only chosen rows that still need a choice count: others may have written meanwhile.
  const taken = preview.rows.flatMap(({ line, outcome }) => (CHOSEN.has(outcome) && chosen.has(line) ? [line] : []));
  const size = preview.rows.filter(({ outcome }) => outcome === 'change').length + taken.length;
  const agree = useAct(
    () => agreeToBatch(round, id, { id: act.id, digest: preview.digest, chosen: taken, ...(taken.length === 0 ? {} : { reason: reason.trim() }) }),
    {
      refresh: batchAnswered,
      onDone: () => {
        act.id = crypto.randomUUID();
        setChosen(new Set());
        setReason('');
      },
    },
  );
  const refuse = useAct((why: string) => refuseBatch(round, id, why), {
    refresh: batchAnswered,
    onDone: () => setRefusing(false),
  });
  const load = () => {
    agree.reset();
    void client.invalidateQueries({ queryKey: batchQuery(round, id).queryKey });
  };
  const { blank, doubled, refused } = preview;
  return (
    <Section title={texts.see}>
      {blank > 0 || doubled.length > 0 ? (
        <List size="sm">
          {blank > 0 ? <List.Item>{texts.blank(count(blank))}</List.Item> : null}
          {doubled.length > 0 ? (
            <List.Item>
              {texts.doubled(
                doubled
                  .slice(0, 20)
                  .map((place) => rowPlaceText(place, language))
                  .join(', '),
              )}
            </List.Item>
          ) : null}
        </List>
      ) : null}
      <BatchRows preview={preview} mayChoose={mayChange} chosen={chosen} onChoose={setChosen} />
      {mayChange && taken.length > 0 ? (
        <ReasonInput label={texts.chosenReason(count(taken.length))} {...limitsOf(batchAgreement).reason} value={reason} maw="40rem" onChange={setReason} />
      ) : null}
      <Outcome error={agree.error} load={load} done={agree.isSuccess ? texts.written : refuse.isSuccess ? texts.refusedDone : undefined} />
      {mayChange ? (
        <Group align="flex-start">
          {size === 0 ? (
            <Text size="sm">{texts.nothingToWrite}</Text>
          ) : taken.length > 0 && reason.trim() === '' ? (
            <Button disabled>{texts.agree(count(size))}</Button>
          ) : (
            <ConfirmedAct
              act={texts.agree(count(size))}
              question={texts.agreeQuestion(count(size), count(refused.length))}
              yes={texts.agreeYes}
              acting={agree.isPending}
              onAct={() => agree.mutate()}
            />
          )}
          {state === 'pending' ? (
            <Button variant="default" onClick={() => setRefusing(true)}>
              {texts.refuse}
            </Button>
          ) : null}
        </Group>
      ) : null}
      {refusing ? <Refusing act={refuse} onRefuse={(why) => refuse.mutate(why)} onClose={() => setRefusing(false)} /> : null}
    </Section>
  );
}

interface RefusingProps {
  readonly act: Act;
  readonly onRefuse: (reason: string) => void;
  readonly onClose: () => void;
}

function Refusing({ act, onRefuse, onClose }: RefusingProps) {
  const texts = useTexts(batchTexts);
  const [reason, setReason] = useState('');
  return (
    <FormDialog title={texts.refuseTitle} submit={texts.refuse} danger act={act} onSubmit={() => onRefuse(reason.trim())} onClose={onClose}>
      <Stack>
        <ReasonInput label={texts.reason} {...limitsOf(batchRefusal).reason} value={reason} onChange={setReason} />
      </Stack>
    </FormDialog>
  );
}
